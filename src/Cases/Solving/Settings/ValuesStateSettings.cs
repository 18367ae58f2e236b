namespace Sci.Cases;

/// <summary>Numbers, for small systems.</summary>
public sealed record ValuesStateSettings : SolvedInitialSettings
{
    /// <summary>The values, as many as the system has.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    internal override double[] On(SolvedSystemSettings system, ulong seed)
    {
        var size = system.Fields.Count * system.Grid.Points;
        return Values.Count == size
            ? [.. Values]
            : throw new ArgumentException($"A state of this system has {size} values, not {Values.Count}.");
    }
}
