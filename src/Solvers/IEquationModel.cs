using Sci.Numerics;

namespace Sci.Solvers;

/// <summary>A model that solves an equation and knows how its forecast responds to the coefficients.</summary>
public interface IEquationModel : IModel
{
    /// <summary>What is solved.</summary>
    Equation Equation { get; }

    /// <summary>Number of earlier states that a step uses: 0 for one-step schemes.</summary>
    int Memory { get; }

    /// <summary>The same solver for another equation, such as a corrected one.</summary>
    IEquationModel With(Equation equation);

    /// <summary>Carries states forward together with the states before them, all in place.</summary>
    /// <param name="states">The current states.</param>
    /// <param name="earlier">The states one step before, two steps before, …: as many as <see cref="Memory"/>.</param>
    /// <param name="steps">Number of steps.</param>
    void Advance(States states, IReadOnlyList<States> earlier, int steps = 1);

    /// <summary>
    /// Carries states forward, in place, and returns how the results respond to coefficients of the equation.
    /// </summary>
    /// <param name="states">The states to start from; afterwards, those <paramref name="steps"/> steps later.</param>
    /// <param name="earlier">The states before them, as many as <see cref="Memory"/>: fixed, and left as they
    /// are.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="terms">Whose coefficients; they may or may not occur in the equation.</param>
    /// <returns>∂(final state)/∂(coefficient), row r·terms + j for state r and term j: not divided by the
    /// time.</returns>
    States Respond(States states, IReadOnlyList<States> earlier, int steps, IReadOnlyList<FieldTerm> terms);

    /// <summary>
    /// Carries states, their responses to coefficients and perturbations of them forward together, all in place.
    /// </summary>
    /// <param name="states">The states.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="terms">Whose coefficients; perhaps none.</param>
    /// <param name="responses">∂state/∂coefficient, row r·terms + j; zero to start with, what a former call left to go
    /// on.</param>
    /// <param name="perturbations">Directions δ in the space of states, as many rows for each state; they become Mδ.
    /// Perhaps none.</param>
    /// <remarks>For one-step schemes. Perturbations p of state r lie in the rows r·p, …, r·p + p - 1.</remarks>
    void AdvanceLinearised(
        States states, int steps, IReadOnlyList<FieldTerm> terms, States responses, States perturbations);
}
