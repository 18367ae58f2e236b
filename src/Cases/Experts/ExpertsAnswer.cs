using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Solutions by one solve and by experts, over all tests.</summary>
/// <param name="Whole">One solve with as many basis fields as all experts have together.</param>
/// <param name="Small">One solve with as many as one expert has.</param>
/// <param name="Experts">The experts.</param>
/// <param name="GradientError">Implicit gradient against differences, relative.</param>
/// <param name="Truth">The first test's solution, shape [times, points].</param>
/// <param name="WholeField">The same by one solve with all basis fields.</param>
/// <param name="ExpertsField">The same by the experts.</param>
internal sealed record ExpertsAnswer(
    LayerScore Whole,
    LayerScore Small,
    LayerScore Experts,
    double GradientError,
    States Truth,
    States WholeField,
    States ExpertsField);
