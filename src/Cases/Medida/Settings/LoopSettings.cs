using Sci.Cases.Settings;
using Sci.Discovery;

namespace Sci.Cases;

/// <summary>The solver in the loop, states and coefficients together.</summary>
public sealed record LoopSettings : DiscoverySettings
{
    /// <summary>Most Gauss-Newton passes at each window length.</summary>
    [AtLeast(1)]
    public required int Passes { get; init; }

    /// <summary>How the solver's derivatives are taken.</summary>
    public ColumnSettings Columns { get; init; } = new DifferenceSettings { Coarsening = 4 };

    /// <summary>Parts of the method that are left out, to see what each brings.</summary>
    public IReadOnlyList<LoopIngredient> Without { get; init; } = [];

    internal bool Has(LoopIngredient ingredient) => !Without.Contains(ingredient);

    internal IPenalty Price => Has(LoopIngredient.Price) ? new InformationPenalty() : new ConstantPenalty(0);

    internal override string? Accepts(ObservationPlan observations, AssimilationSettings? assimilation) =>
        NoFilter(assimilation);
}
