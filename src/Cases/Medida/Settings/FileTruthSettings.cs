using Sci.Cases.Data;
using Sci.Cases.Files;
using Sci.Cases.Settings;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A trajectory from a file: states on the grid at given times.</summary>
public sealed record FileTruthSettings : TruthSettings
{
    /// <summary>The file: .h5, .nc or .npy, in the case's folder or by its full path.</summary>
    [DataPath]
    public required string File { get; init; }

    /// <summary>Name of the states, shape [times, points]; <c>u</c> if left out.</summary>
    public string? Dataset { get; init; }

    /// <summary>Name of their times; <c>time</c> or <c>t</c> if left out.</summary>
    public string? Times { get; init; }

    /// <summary>Time from the first state of the file to the first observation.</summary>
    [NonNegative]
    public double SpinUp { get; init; }

    /// <summary>The equation that it solves, where that is known: for figures of merit alone.</summary>
    public string? Equation { get; init; }

    internal double[] StateTimes { get; init; } = [];

    internal States? Rows { get; init; }

    internal string Print { get; init; } = "";

    internal override string? Law => Equation;

    internal override double Start => StateTimes[0] + SpinUp;

    internal override string TimesWanted => FormattableString.Invariant(
        $"such that {File} has a state there, and it has them from {StateTimes[0]:g6} to {StateTimes[^1]:g6}");

    internal override string Contents => Print;

    /// <summary>The same with the file read.</summary>
    /// <exception cref="DataException">The file is not as the settings say.</exception>
    internal FileTruthSettings In(string folder, int points)
    {
        var path = Path.Combine(folder, File);
        try
        {
            var source = DataSource.Open(path);
            var states = source.ReadAny(Dataset, "u");
            states.Require(double.IsFinite, "must be a finite number");
            var times = source.ReadAny(Times, "time", "t");
            times.Require(double.IsFinite, "must be a finite number");
            return states.Shape.Count == 2
                && states.Shape[1] == points && states.Shape[0] == times.Values.Length && times.Values.Length > 1
                ? this with { StateTimes = times.Values, Rows = new States(states.Shape[0], points, states.Values), Print = Fingerprint.OfFile(path).Hex }
                : throw new DataException(
                    $"{states.Name} has the shape {states.ShapeText} and {times.Name} {times.ShapeText}, where [times, "
                    + $"{points}] and [times] are wanted");
        }
        catch (DataException error)
        {
            throw new DataException($"{path}: {error.Message.TrimEnd('.')}", error);
        }
    }

    internal int RowAt(double time)
    {
        var at = Array.BinarySearch(StateTimes, time);
        var near = at >= 0 ? at : new[] { ~at - 1, ~at }.Where(i => i >= 0 && i < StateTimes.Length).MinBy(
            i => Math.Abs(StateTimes[i] - time));
        return Math.Abs(StateTimes[near] - time) <= 1e-6 * (StateTimes[1] - StateTimes[0]) ? near : -1;
    }

    internal override bool HasStateAt(double time) => RowAt(time) >= 0;

    internal override double NextFrom(double time) =>
        StateTimes.FirstOrDefault(
            each => each >= time - (1e-6 * (StateTimes[1] - StateTimes[0])), double.PositiveInfinity);

    internal override double StepsTo(double time) => 0;

    internal override SpectralModel Chaos(Grid grid, Equation corrected, double modelStep) => new(
        Solvers.Equation.Parse(grid, Equation ?? corrected.ToString()), new Etdrk4(modelStep));
}
