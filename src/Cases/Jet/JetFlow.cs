using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Between stream functions and potential vorticity, two layers, on the published box.</summary>
internal static class JetFlow
{
    private static readonly TermEvaluator Streams = new(
        TwoLayerJet.Published.On(TwoLayerJet.PublishedGrid), [Term.Parse("psi1"), Term.Parse("psi2")]);

    private static readonly TermEvaluator Vorticity = new(
        TwoLayerJet.PublishedGrid, ["a", "b"],
            [Term.Parse("a"), Term.Parse("lap(a)"), Term.Parse("b"), Term.Parse("lap(b)")]);

    public static Grid Grid => TwoLayerJet.PublishedGrid;

    public static int Points { get; } = TwoLayerJet.PublishedGrid.Points;

    /// <summary>ψ₁ and ψ₂ of states of q₁ and q₂.</summary>
    public static States ToStreams(States q)
    {
        var psi = new States(q.Count, q.Size);
        Workers.For(q.Count, row => Streams.Evaluate(q[row], psi[row]));
        return psi;
    }

    /// <summary>q₁ and q₂ of ψ₁ and ψ₂.</summary>
    public static States ToVorticity(States psi)
    {
        var q = new States(psi.Count, psi.Size);
        Workers.For(psi.Count, row =>
        {
            var values = Vorticity.Evaluate(psi[row]);
            for (var i = 0; i < Points; i++)
            {
                var shear = values[0][i] - values[2][i];
                q[row][i] = values[1][i] - shear;
                q[row][Points + i] = values[3][i] + shear;
            }
        });
        return q;
    }

    /// <summary>∇²ψ₁ and ∇²ψ₂.</summary>
    public static States Laplacians(States psi)
    {
        var result = new States(psi.Count, psi.Size);
        for (var row = 0; row < psi.Count; row++)
        {
            var values = Vorticity.Evaluate(psi[row]);
            values[1].CopyTo(result[row]);
            values[3].CopyTo(result[row][Points..]);
        }

        return result;
    }

    /// <summary>The model by Krogstad's exponential scheme, products on 3/2 times the points.</summary>
    public static SpectralModel Model(TwoLayerJet jet, double timeStep) =>
        new(jet.On(Grid), new Krogstad(timeStep), Dealiasing.ThreeHalves);
}
