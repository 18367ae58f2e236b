namespace Sci.Cases.Settings;

/// <summary>What <see cref="IChecked.Check"/> finds wrong.</summary>
public sealed class Complaints
{
    private readonly List<(string Property, string Sentence)> list = [];

    /// <summary>Folder that paths in the settings begin at.</summary>
    public string Folder { get; init; } = ".";

    internal IReadOnlyList<(string Property, string Sentence)> All => list;

    /// <summary>Says what is wrong with a property (<c>nameof</c>): "must be a multiple of time_step".</summary>
    /// <remarks>
    /// The report puts file, line, dotted key and value before it. Names joined by dots (<c>"Oven.TimeStep"</c>) lead
    /// into nested settings.
    /// </remarks>
    public void Add(string property, string sentence) => list.Add((property, sentence));

    /// <summary>Complains unless the condition holds.</summary>
    public void Require(bool condition, string property, string sentence)
    {
        if (!condition)
        {
            Add(property, sentence);
        }
    }

    /// <summary>Complains with the message of the exception that building something from the property throws.</summary>
    /// <remarks>
    /// For texts with a parser of their own: <c>complaints.Try(() => Term.Parse(Term), nameof(Term))</c>.
    /// </remarks>
    public void Try(Func<object?> build, string property)
    {
        ArgumentNullException.ThrowIfNull(build);
        try
        {
            _ = build();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or DataException)
        {
            Add(property, $"cannot be used: {Message(e)}");
        }
    }

    private static string Message(Exception e)
    {
        var end = e.Message.LastIndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message[..end];
    }
}
