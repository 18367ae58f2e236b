using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>Fields on a line observed at equal intervals: the data of an equation to be discovered.</summary>
public sealed class FieldSeries
{
    private readonly Dictionary<string, States> values;

    /// <summary>Takes the values without copying.</summary>
    /// <param name="values">For each field its values, shape [times, points].</param>
    /// <param name="timeSpacing">Interval between observations.</param>
    /// <param name="spacing">Distance between points.</param>
    public FieldSeries(IReadOnlyDictionary<string, States> values, double timeSpacing, double spacing)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0 || values.Values.Select(field => (field.Count, field.Size)).Distinct().Count() != 1)
        {
            throw new ArgumentException("A series needs at least one field, and all of one shape [times, points].", nameof(values));
        }

        if (!(timeSpacing > 0) || !(spacing > 0))
        {
            throw new ArgumentException($"The spacings {timeSpacing} in time and {spacing} in space must be positive.", nameof(timeSpacing));
        }

        this.values = new Dictionary<string, States>(values);
        (TimeSpacing, Spacing) = (timeSpacing, spacing);
        (Times, Points) = (values.Values.First().Count, values.Values.First().Size);
    }

    /// <summary>Names of the fields.</summary>
    public IReadOnlyCollection<string> Fields => values.Keys;

    /// <summary>Number of observations in time.</summary>
    public int Times { get; }

    /// <summary>Number of points.</summary>
    public int Points { get; }

    /// <summary>Interval between observations.</summary>
    public double TimeSpacing { get; }

    /// <summary>Distance between points.</summary>
    public double Spacing { get; }

    /// <summary>The values of a field, shape [times, points].</summary>
    public States this[string field] => values.TryGetValue(field, out var found)
        ? found
        : throw new ArgumentException($"The series has no field {field}, but {string.Join(", ", values.Keys)}.", nameof(field));
}
