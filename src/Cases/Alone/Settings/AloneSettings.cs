using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Discovery from data alone: no model, only fields on a grid, or time series, and candidates.</summary>
public sealed record AloneSettings : IChecked, IMemory
{
    /// <summary>What the case shows, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>Seed of every random draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>
    /// How often the noise is drawn anew; metrics are over the draws, equations and figures of the first.
    /// </summary>
    [AtLeast(1)]
    public int Seeds { get; init; } = 1;

    /// <summary>The data.</summary>
    public required DataSettings Data { get; init; }

    /// <summary>Standard deviation of white noise that is added, over that of the field.</summary>
    [NonNegative]
    public double Noise { get; init; }

    /// <summary>Fields whose rates of change are asked for; all if left out.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>The equations that should come out, in the library's terms: for figures of merit alone.</summary>
    public string? Truth { get; init; }

    /// <summary>How rates of change and candidates are compared.</summary>
    public required FormSettings Form { get; init; }

    /// <summary>The candidates.</summary>
    public required CandidateSettings Library { get; init; }

    /// <inheritdoc/>
    public MemoryEstimate Memory(string folder, int threads) => AloneMemory.Of(this, folder);

    /// <inheritdoc/>
    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        var before = complaints.All.Count;
        SeriesInfo? info = null;
        complaints.Try(
            () => info = Data.Info(complaints.Folder), Data is FileDataSettings ? "Data.File" : "Data.Equation");
        if (complaints.All.Count > before || info is null)
        {
            return;
        }

        Require(info, complaints);
        var trouble = Form.Accepts(info);
        complaints.Require(trouble is null, nameof(Form), trouble ?? "");
    }

    /// <summary>The equations that should come out, by field; empty where they are not known.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<WeightedTerm>> TruthOf(SeriesInfo info)
    {
        if (Truth is null)
        {
            return new Dictionary<string, IReadOnlyList<WeightedTerm>>();
        }

        var equation = Equation.Parse(info.Grid, Truth);
        return equation.Fields.ToDictionary(field => field, field => equation[field]);
    }

    /// <summary>The fields whose equations are asked for.</summary>
    internal IReadOnlyList<string> Asked(SeriesInfo info) => Fields ?? info.Fields;

    private void Require(SeriesInfo info, Complaints complaints)
    {
        var strange = Asked(info).FirstOrDefault(field => !info.Fields.Contains(field));
        complaints.Require(
            strange is null, nameof(Fields),
            $"has no data for {strange};{Spelling.Hint(strange ?? "", [.. info.Fields])}");
        complaints.Try(() => Truth is null ? null : TruthOf(info), nameof(Truth));
        foreach (var term in Library.AlsoTerms)
        {
            complaints.Try(() => new TermEvaluator(info.Grid, info.Fields, [Term.Parse(term)]), "Library.AlsoTerms");
        }

        complaints.Try(() => Library.Terms(info), nameof(Library));
    }
}
