using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>The exact derivatives of the discrete solver, carried along with the forecast.</summary>
/// <remarks>
/// For solvers that are <see cref="IEquationModel"/>s with a one-step scheme: no increment, no rounding of differences.
/// </remarks>
public sealed record TangentLinear : ResponseMethod
{
    internal override Derivatives[] Of(Expansion at)
    {
        var models = at.Itinerary.Solvers(at.Solver, at.Equation, 1);
        var tangents = Array.ConvertAll(models, model => model as IEquationModel ?? throw new ArgumentException(
            $"{model.GetType().Name} does not know its own derivatives; take {nameof(Differences)}.", nameof(at)));
        var directions = at.Basis.Lift(Identity(at.Basis.Dimension), at.Equation.Grid.Points);
        var result = new Derivatives[at.Starts.Count];
        Workers.For(result.Length, window => result[window] = Of(at, tangents, directions, window));
        return result;
    }

    private static Derivatives Of(Expansion at, IEquationModel[] models, States directions, int window)
    {
        FieldTerm[] terms = [.. at.Terms.Select(term => new FieldTerm(at.Equation.Fields[0], term))];
        var dimension = at.Basis.Dimension;
        var (state, along) = (at.States.Slice(window, 1), directions.Clone());
        var responses = new States(terms.Length, state.Size);
        var toStart = new States(models.Length * dimension, dimension);
        var toCoefficients = new States(terms.Length, models.Length * dimension);
        for (var time = 0; time < models.Length; time++)
        {
            models[time].AdvanceLinearised(state, at.Itinerary.Steps[time], terms, responses, along);
            var moved = at.Basis.Project(along);
            for (var i = 0; i < dimension; i++)
            {
                for (var j = 0; j < dimension; j++)
                {
                    toStart[(time * dimension) + i][j] = moved[j][i];
                }
            }

            var answered = at.Basis.Project(responses);
            for (var term = 0; term < terms.Length; term++)
            {
                answered[term].CopyTo(toCoefficients[term][(time * dimension)..]);
            }
        }

        return new Derivatives(toStart, toCoefficients);
    }

    /// <summary>A direction a coordinate, shape [size, size].</summary>
    internal static States Identity(int size)
    {
        var identity = new States(size, size);
        for (var i = 0; i < size; i++)
        {
            identity[i][i] = 1;
        }

        return identity;
    }
}
