namespace Sci.Surrogates;

/// <summary>What a solution does at the ends of its line, built into the network.</summary>
public abstract record LineEnds
{
    /// <summary>Features of (x, t) on [left, right] × [0, span].</summary>
    public abstract Embedding Embedding(double left, double right, double span, int harmonics);

    /// <summary>What the network is multiplied by, of size one.</summary>
    public abstract Jet Factor(Jet x, double left, double right);
}
