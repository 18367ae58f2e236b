using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// What is trained: networks on common features, constraints built in, and unknown coefficients of the equation.
/// </summary>
/// <remarks>
/// Parameters: each network's in turn, then the coefficients. Outputs: each network's in turn. Coordinates are the
/// spatial ones and then, where there is one, time.
/// </remarks>
public sealed class JetModel
{
    private readonly double[] coefficients;

    /// <summary>Networks that all read the features of <paramref name="embedding"/>.</summary>
    /// <param name="layout">The derivatives that the equation needs.</param>
    /// <param name="embedding">Features of the coordinates.</param>
    /// <param name="networks">One or more.</param>
    /// <param name="constraints">At most one an output.</param>
    /// <param name="coefficients">First guesses of unknown coefficients.</param>
    /// <exception cref="ArgumentException">A network's inputs are not the features.</exception>
    public JetModel(
        JetLayout layout,
        Embedding embedding,
        IReadOnlyList<JetNetwork> networks,
        IReadOnlyList<HardConstraint> constraints,
        params double[] coefficients)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(embedding);
        ArgumentNullException.ThrowIfNull(networks);
        if (networks.FirstOrDefault(network => network.Inputs != embedding.Features) is { } network)
        {
            throw new ArgumentException(
                $"A network reads {network.Inputs} features but the embedding has {embedding.Features}.",
                nameof(networks));
        }

        (Layout, Embedding, Networks, Constraints) = (layout, embedding, networks, constraints);
        this.coefficients = [.. coefficients];
    }

    /// <summary>The derivatives carried.</summary>
    public JetLayout Layout { get; }

    /// <summary>The features.</summary>
    public Embedding Embedding { get; }

    /// <summary>The networks.</summary>
    public IReadOnlyList<JetNetwork> Networks { get; }

    /// <summary>The constraints built in.</summary>
    public IReadOnlyList<HardConstraint> Constraints { get; }

    /// <summary>Number of unknown coefficients.</summary>
    public int Coefficients => coefficients.Length;

    /// <summary>Number of outputs.</summary>
    public int Outputs => Networks.Sum(network => network.Outputs);

    /// <summary>Number of parameters, coefficients included.</summary>
    public int ParameterCount => Networks.Sum(network => network.ParameterCount) + coefficients.Length;

    /// <summary>A fresh draw of all parameters.</summary>
    public double[] Initialise(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var parameters = new double[ParameterCount];
        var at = 0;
        foreach (var network in Networks)
        {
            network.Initialise(parameters.AsSpan(at, network.ParameterCount), random[at]);
            at += network.ParameterCount;
        }

        coefficients.CopyTo(parameters, at);
        return parameters;
    }
}
