using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>What stops a run; values that are not finite always do.</summary>
public sealed record WatchSettings
{
    /// <summary>Largest amplitude in the last tenth of the wavenumbers, relative to the largest of all.</summary>
    [Positive]
    public double? Tail { get; init; }

    /// <summary>Largest number of grid lengths that the flow crosses in a step.</summary>
    [Positive]
    public double? Courant { get; init; }

    /// <summary>Names of quantities that the equation keeps.</summary>
    public IReadOnlyList<string>? Kept { get; init; }

    /// <summary>Largest relative change of those.</summary>
    [Positive]
    public double Drift { get; init; } = 1e-6;

    /// <summary>What any equation may keep: <c>mean_u</c> and <c>square_u</c> of every field.</summary>
    internal static IReadOnlyList<Quantity> MeansAndSquares(Equation equation) =>
    [
        .. equation.Fields.Select(each => Quantity.Parse($"mean_{each}", each)),
        .. equation.Fields.Select(each => Quantity.Parse($"square_{each}", $"{each}^2")),
    ];

    /// <summary>Complains of names that are none of the quantities'.</summary>
    internal void Check(Complaints complaints, string property, IReadOnlyList<Quantity> quantities)
    {
        string[] names = [.. quantities.Select(quantity => quantity.Name)];
        foreach (var name in (Kept ?? []).Except(names))
        {
            complaints.Add(
                $"{property}.{nameof(Kept)}", $"holds '{name}', which is no quantity:{Spelling.Hint(name, names)}");
        }
    }

    /// <summary>Who looks at the states of a model.</summary>
    internal IReadOnlyList<IWatch> On(SpectralModel model, IReadOnlyList<Quantity> quantities)
    {
        var watches = new List<IWatch> { new FiniteWatch(model) };
        if (Tail is not null || Courant is not null)
        {
            watches.Add(new SpectralWatch(
                model, Tail ?? double.PositiveInfinity, Courant ?? double.PositiveInfinity));
        }

        if (Kept is { Count: > 0 } names)
        {
            Quantity[] kept = [.. quantities.Where(quantity => names.Contains(quantity.Name))];
            watches.Add(new DriftWatch(new Quantities(model.Equation, kept), Drift));
        }

        return watches;
    }
}
