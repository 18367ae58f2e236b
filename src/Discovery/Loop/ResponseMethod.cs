namespace Sci.Discovery;

/// <summary>How the derivatives of a forecast with respect to its start and its coefficients are taken.</summary>
public abstract record ResponseMethod
{
    private protected ResponseMethod()
    {
    }

    /// <summary>The derivatives for every window.</summary>
    internal abstract Derivatives[] Of(Expansion at);
}
