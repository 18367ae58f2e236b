using System.Buffers;
using System.Numerics;

namespace Sci.Solvers;

/// <summary>
/// Looks at single states of a model: resolution, Courant number, means and mean squares; a few transforms a look.
/// </summary>
public sealed class HealthCheck
{
    private readonly Equation equation;
    private readonly Fourier fourier;
    private readonly TermEvaluator velocities;
    private readonly double[] crossings;
    private readonly bool truncates;

    /// <summary>A check of the states of <paramref name="model"/>.</summary>
    public HealthCheck(SpectralModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        equation = model.Equation;
        TimeStep = model.TimeStep;
        truncates = model.Dealiasing.Truncates;
        fourier = new Fourier(model.Grid);
        var found = equation.Fields.SelectMany(field => equation[field].SelectMany(
            term => Velocities(field, term))).ToArray();
        velocities = new TermEvaluator(equation, [.. found.Select(v => v.Velocity)]);
        crossings = [.. found.Select(v => TimeStep / v.Spacing)];
    }

    /// <summary>The step that Courant numbers are for.</summary>
    public double TimeStep { get; }

    /// <summary>Largest amplitude in the last tenth of the resolved wavenumbers over the largest of all, over all
    /// fields of <paramref name="state"/>.</summary>
    public double SpectralTail(ReadOnlySpan<double> state)
    {
        var (points, tail) = (equation.Grid.Points, 0.0);
        for (var f = 0; f < equation.Fields.Count; f++)
        {
            tail = Math.Max(tail, Tail(state.Slice(f * points, points)));
        }

        return tail;
    }

    /// <summary>What <paramref name="state"/> says.</summary>
    public Health Of(ReadOnlySpan<double> state)
    {
        var points = equation.Grid.Points;
        var (means, squares) = (new double[equation.Fields.Count], new double[equation.Fields.Count]);
        for (var f = 0; f < means.Length; f++)
        {
            var field = state.Slice(f * points, points);
            foreach (var value in field)
            {
                means[f] += value / points;
                squares[f] += value * value / points;
            }
        }

        return new Health(SpectralTail(state), Courant(state), means, squares);
    }

    // The coefficient and the velocity of the terms that advect a field: c u^p u_x moves at -c u^p, J(psi, q) at
    // (-psi_y, psi_x).
    private IEnumerable<(Term Velocity, double Spacing)> Velocities(string advected, WeightedTerm weighted)
    {
        var (c, term) = weighted;
        var scale = Math.Abs(c);
        if (term.Factors is [{ Power: 1, Operand: Jacobian j }])
        {
            yield return (Of(j.First.Under(0, 1, 0)), fourier.X.Spacing / scale);
            yield return (Of(j.First.Under(1, 0, 0)), fourier.Y!.Spacing / scale);
        }
        else if (term.Factors is [.., { Power: 1, Operand: Derivative { IsLinear: true, Laplacian: 0 } d }]
            && d is { IsZonal: false, IsRoot: false } && d.X + d.Y == 1 && d.Fields[0] == advected)
        {
            var axis = d.X == 1 ? fourier.X : fourier.Y!;
            yield return (new Term(term.Factors.SkipLast(1)), axis.Spacing / scale);
        }

        static Term Of(Operand operand) => new([new Factor(operand, 1)]);
    }

    private double Courant(ReadOnlySpan<double> state)
    {
        var (points, largest) = (equation.Grid.Points, 0.0);
        // A run asks often; left to the collector, large arrays would pile up between two full collections.
        var memory = ArrayPool<double>.Shared.Rent(crossings.Length * points);
        var speeds = memory.AsSpan(0, crossings.Length * points);
        velocities.Evaluate(state, speeds);
        for (var point = 0; point < points; point++)
        {
            var sum = 0.0;
            for (var v = 0; v < crossings.Length; v++)
            {
                sum += crossings[v] * Math.Abs(speeds[(v * points) + point]);
            }

            largest = Math.Max(largest, sum);
        }

        ArrayPool<double>.Shared.Return(memory);
        return largest;
    }

    // Largest amplitude beyond nine tenths of the highest wavenumber in either direction, over the largest of all.
    private double Tail(ReadOnlySpan<double> field)
    {
        var memory = ArrayPool<Complex>.Shared.Rent(fourier.Modes);
        var modes = memory.AsSpan(0, fourier.Modes);
        fourier.Forward(field, modes);
        var (peak, tail) = (0.0, 0.0);
        for (var mode = 1; mode < modes.Length; mode++)
        {
            var (x, y) = fourier.Numbers(mode);
            var amplitude = modes[mode].Magnitude;
            peak = Math.Max(peak, amplitude);
            if (IsLast(x, fourier.X) || (fourier.Y is { } axis && IsLast(Math.Abs(y), axis)))
            {
                tail = Math.Max(tail, amplitude);
            }
        }

        ArrayPool<Complex>.Shared.Return(memory);
        return peak == 0 ? 0 : tail / peak;
    }

    // At least one wave below the half-sampling one, which an odd field does not have; of the modes that the 2/3 rule
    // keeps, where it holds.
    private bool IsLast(int number, Axis axis)
    {
        var end = truncates ? 2 * axis.Points / 3 : axis.Points;
        return 20 * number > 9 * end || 2 * number >= end - 2;
    }
}
