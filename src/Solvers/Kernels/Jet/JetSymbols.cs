using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers.Kernels;

/// <summary>A <see cref="LeapfrogJet"/>'s parameters and what multiplies its modes.</summary>
internal sealed class JetSymbols
{
    public JetSymbols(TwoLayerJet jet, Grid grid, double timeStep, double filter)
    {
        (Jet, Grid, TimeStep, Filter) = (jet, grid, timeStep, filter);
        var (y, x) = (grid.Axes[0], grid.Axes[1]);
        Fft = RealFft2.Of(y.Points, x.Points);
        ModesX = (x.Points / 2) + 1;
        KX = [.. Enumerable.Range(0, Fft.Modes).Select(mode => 2 * Math.PI / x.Length * (mode % ModesX))];
        KY = [.. Enumerable.Range(0, Fft.Modes)
            .Select(mode => 2 * Math.PI / y.Length * Signed(mode / ModesX, y.Points))];
        Squares = [.. KX.Zip(KY, (k, l) => (k * k) + (l * l))];
        Barotropic = [.. Squares.Select(square => square == 0 ? 0 : -1 / (2 * square))];
        Baroclinic = [.. Squares.Select(square => -1 / (2 * (square + 2)))];
        Friction = [.. KX.Zip(KY, (k, l) => jet.HyperViscosity * (Math.Pow(k, 8) + Math.Pow(l, 8)))];
        Sawtooth = [.. Enumerable.Range(0, grid.Points)
            .Select(i => jet.Beta * ((i / x.Points * y.Spacing) + y.Origin))];
        BetaY = Forward(Sawtooth);
        Equilibrium = Forward(jet.Equilibrium(grid));
        Sponge = jet.Sponge(grid);
    }

    public TwoLayerJet Jet { get; }

    public Grid Grid { get; }

    public double TimeStep { get; }

    /// <summary>γ.</summary>
    public double Filter { get; }

    public RealFft2 Fft { get; }

    /// <summary>Number of modes of a row.</summary>
    public int ModesX { get; }

    public double[] KX { get; }

    public double[] KY { get; }

    /// <summary>k² + l².</summary>
    public double[] Squares { get; }

    /// <summary>From ζ₁ + ζ₂ to (ψ₁ + ψ₂)/2; the mean is none.</summary>
    public double[] Barotropic { get; }

    /// <summary>From ζ₁ - ζ₂ to (ψ₁ - ψ₂)/2.</summary>
    public double[] Baroclinic { get; }

    /// <summary>ν(k⁸ + l⁸).</summary>
    public double[] Friction { get; }

    /// <summary>βy at the points.</summary>
    public double[] Sawtooth { get; }

    /// <summary>Modes of βy.</summary>
    public Complex[] BetaY { get; }

    /// <summary>Modes of ψ_R.</summary>
    public Complex[] Equilibrium { get; }

    /// <summary>μ at the points.</summary>
    public double[] Sponge { get; }

    /// <summary>The wavenumber of a row of modes, half sampling negative.</summary>
    public static int Signed(int row, int rows) => row < rows / 2 ? row : row - rows;

    private Complex[] Forward(double[] field)
    {
        var modes = new Complex[Fft.Modes];
        Fft.Forward(field, modes);
        return modes;
    }
}
