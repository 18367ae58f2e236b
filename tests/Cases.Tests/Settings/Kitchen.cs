using Sci.Cases.Settings;

namespace Sci.Cases.Tests.Settings;

/// <summary>Settings of every kind that a case may have.</summary>
public sealed record Kitchen : IChecked
{
    /// <summary>What the meal is called, in <c>one</c> line.</summary>
    public required string Title { get; init; }

    public required Oven Oven { get; init; }

    public Spice? Spice { get; init; }

    [Count(1, 3), NonNegative]
    public IReadOnlyList<double> Weights { get; init; } = [1];

    public IReadOnlyDictionary<string, int> Eggs { get; init; } = new Dictionary<string, int>();

    public ulong Seed { get; init; }

    [CostOnly, Positive]
    public int Threads { get; init; } = 1;

    public int HandsNeeded => 2 * Threads;

    public void Check(Complaints complaints)
    {
        ArgumentNullException.ThrowIfNull(complaints);
        complaints.Require(
            Oven.TimeStep <= Oven.Duration, $"{nameof(Oven)}.{nameof(Oven.TimeStep)}", "must not exceed the duration");
        complaints.Try(() => Title.Contains('!', StringComparison.Ordinal)
            ? throw new FormatException("titles do not shout.") : Title, nameof(Title));
    }
}

public sealed record Oven
{
    [Key("N"), Even]
    public required int Points { get; init; }

    [Positive]
    public required double TimeStep { get; init; }

    public double Duration { get; init; } = 10;

    public bool Fan { get; init; }

    public Heat Heat { get; init; }
}

public enum Heat
{
    TopOnly,
    Bottom,
    TopAndBottom,
}

[Variant("salt", typeof(Salt))]
[Variant("mixed", typeof(Mixed))]
[Variant("jar", typeof(Jar), ByKey = true)]
public abstract record Spice
{
    public double? Grams { get; init; }
}

public sealed record Salt : Spice;

public sealed record Mixed : Spice
{
    [Between(0, 1)]
    public required double Share { get; init; }

    public required Spice First { get; init; }
}

public sealed record Jar : Spice
{
    [CasePath]
    [Key("jar")]
    public required string Name { get; init; }

    public string Shelf { get; init; } = "top";
}
