using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Solutions by one solve and by experts, over all tests.</summary>
/// <param name="GlobalErrors">Relative L2 error of one solve, each test.</param>
/// <param name="ExpertErrors">That of the experts.</param>
/// <param name="SpeedUp">
/// Work of one solve over that of the slowest expert: the gain where each has a processor.
/// </param>
/// <param name="SerialSpeedUp">Work of one solve over that of all experts: the gain on one processor.</param>
/// <param name="GradientError">Implicit gradient against differences, relative.</param>
/// <param name="Truth">The first test's solution, shape [times, points].</param>
/// <param name="Global">The same by one solve.</param>
/// <param name="Experts">The same by the experts.</param>
internal sealed record ExpertsAnswer(
    double[] GlobalErrors,
    double[] ExpertErrors,
    double SpeedUp,
    double SerialSpeedUp,
    double GradientError,
    States Truth,
    States Global,
    States Experts);
