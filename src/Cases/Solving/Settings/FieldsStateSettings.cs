namespace Sci.Cases;

/// <summary>A formula for each field.</summary>
public sealed record FieldsStateSettings : SolvedInitialSettings
{
    /// <summary>The fields as functions of <c>x</c> and <c>y</c>; those left out are zero.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    internal override double[] On(SolvedSystemSettings system, ulong seed)
    {
        if (Fields.Keys.FirstOrDefault(name => !system.Fields.Contains(name)) is { } stranger)
        {
            throw new ArgumentException(
                $"'{stranger}' is no field of this system, which has {string.Join(", ", system.Fields)}.");
        }

        return [.. system.Fields.SelectMany(field => Fields.TryGetValue(field, out var text)
            ? Along(text, system.Grid) : new double[system.Grid.Points])];
    }
}
