namespace Sci.Surrogates;

/// <summary>Chooses the weights of the losses while a network trains.</summary>
public interface ILossBalance
{
    /// <summary>Sets the weights at the parameters as they are.</summary>
    void Update(PinnLoss<double> loss, ReadOnlySpan<double> parameters);
}
