namespace Sci.Assimilation;

/// <summary>How much an observation counts at a distance.</summary>
public interface ITaper
{
    /// <summary>Distance from which on the weight is zero, in the model's unit of length.</summary>
    double Reach { get; }

    /// <summary>The weight, 1 at distance 0.</summary>
    double At(double distance);
}
