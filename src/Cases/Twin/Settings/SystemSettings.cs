using Sci.Cases.Settings;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A chaotic system that makes the truth and the forecasts.</summary>
[ChosenBy("name")]
[Variant("lorenz63", typeof(Lorenz63Settings))]
[Variant("lorenz96", typeof(Lorenz96Settings))]
[Variant("kuramoto-sivashinsky", typeof(KuramotoSivashinskySettings))]
[Variant("quasi-geostrophic", typeof(QuasiGeostrophicSettings))]
public abstract record SystemSettings
{
    /// <summary>Length of its steps.</summary>
    [Positive]
    public required double TimeStep { get; init; }

    /// <summary>The grid of each of its fields.</summary>
    internal abstract Grid Grid { get; }

    /// <summary>Number of fields.</summary>
    internal abstract int Fields { get; }

    /// <summary>Names of the fields.</summary>
    internal abstract IReadOnlyList<string> Names { get; }

    /// <summary>Its parameter that a filter can estimate, and the model with another one; null without.</summary>
    internal virtual (double Value, Func<double, IModel> With)? Parameter => null;

    /// <summary>The model.</summary>
    internal abstract IModel Model();

    /// <summary>Its own first state.</summary>
    internal abstract double[] First();

    /// <summary>The first state carried forward.</summary>
    internal double[] Start(IModel model, double spinUp)
    {
        var state = States.Of(First());
        model.Advance(state, (int)Math.Round(spinUp / TimeStep));
        return state[0].ToArray();
    }
}
