namespace Sci.Discovery;

/// <summary>What is known of the variance of t about Φw.</summary>
public abstract record NoiseVariance
{
    private protected NoiseVariance()
    {
    }
}
