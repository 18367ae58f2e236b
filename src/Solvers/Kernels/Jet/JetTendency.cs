using System.Numerics;
using Sci.Numerics;

namespace Sci.Solvers.Kernels;

/// <summary>The explicit rate of change in a <see cref="WholeFieldJet"/>; a shared, immutable plan.</summary>
internal sealed class JetTendency
{
    private readonly JetSymbols symbols;
    private readonly TwoLayerJet jet;
    private readonly RealFft2 fft;
    private readonly RealFft2 fine;
    private readonly int[] places;

    public JetTendency(JetSymbols symbols)
    {
        this.symbols = symbols;
        jet = symbols.Jet;
        fft = symbols.Fft;
        fine = RealFft2.Of(3 * fft.PointsY / 2, 3 * fft.PointsX / 2);
        places = [.. Enumerable.Range(0, fft.Modes).Select(mode =>
        {
            var signed = JetSymbols.Signed(mode / symbols.ModesX, fft.PointsY);
            return ((signed < 0 ? signed + fine.PointsY : signed) * ((fine.PointsX / 2) + 1)) + (mode % symbols.ModesX);
        })];
    }

    public int Modes => fft.Modes;

    public int Points => fft.Points;

    public int FineModes => fine.Modes;

    public int FinePoints => fine.Points;

    /// <summary>Fills <see cref="JetMemory.Rate"/> from <see cref="JetMemory.Now"/>.</summary>
    public void Evaluate(JetMemory memory)
    {
        for (var layer = 0; layer < 2; layer++)
        {
            Derivatives(layer, memory);
            Jacobian(memory);
            Gather(layer, memory);
            AddSponge(layer, memory);
        }
    }

    // ψ of a layer is the barotropic part plus (layer 1) or minus (layer 2) the baroclinic one.
    private (Complex Psi, Complex Other) Streams(int layer, int mode, JetMemory memory)
    {
        var (z1, z2) =
            (memory.Now[0][mode] - symbols.BetaY[mode], memory.Now[1][mode] - symbols.BetaY[mode]);
        var bt = symbols.Barotropic[mode] * (z1 + z2);
        var bc = symbols.Baroclinic[mode] * (z1 - z2);
        return layer == 0 ? (bt + bc, bt - bc) : (bt - bc, bt + bc);
    }

    private void Derivatives(int layer, JetMemory memory)
    {
        var scale = (double)fine.Points / fft.Points;
        for (var mode = 0; mode < places.Length; mode++)
        {
            var (psi, other) = Streams(layer, mode, memory);
            var zeta = scale * (memory.Now[layer][mode] - symbols.BetaY[mode]);
            var (kx, ky, at) = (symbols.KX[mode], symbols.KY[mode], places[mode]);
            memory.Padded[0][at] = TimesI(scale * kx * psi);
            memory.Padded[1][at] = TimesI(scale * ky * psi);
            memory.Padded[2][at] = TimesI(kx * zeta);
            memory.Padded[3][at] = TimesI(ky * zeta);
            memory.Rate[layer][mode] = Linear(layer, mode, psi, other);
        }
    }

    private Complex Linear(int layer, int mode, Complex psi, Complex other)
    {
        var sign = layer == 0 ? 1 : -1;
        var shear = layer == 0 ? psi - other : other - psi;
        var drag = layer == 0 ? 0 : jet.BottomDrag * symbols.Squares[mode];
        return (sign * ((jet.Relaxation * shear) - (jet.EquilibriumRelaxation * symbols.Equilibrium[mode])))
            + (drag * psi) - TimesI(jet.Beta * symbols.KX[mode] * psi);
    }

    // ψₓζᵧ - ψᵧζₓ
    private void Jacobian(JetMemory memory)
    {
        for (var i = 0; i < 4; i++)
        {
            fine.Inverse(memory.Padded[i], memory.Fine[i]);
        }

        var (px, py, zx, zy) = (memory.Fine[0], memory.Fine[1], memory.Fine[2], memory.Fine[3]);
        for (var i = 0; i < px.Length; i++)
        {
            px[i] = (px[i] * zy[i]) - (py[i] * zx[i]);
        }

        fine.Forward(px, memory.Product);
    }

    private void Gather(int layer, JetMemory memory)
    {
        var scale = -jet.Advection * fft.Points / fine.Points;
        for (var mode = 0; mode < places.Length; mode++)
        {
            memory.Rate[layer][mode] += scale * memory.Product[places[mode]];
        }
    }

    // -μ(y)(q - ⟨q⟩)
    private void AddSponge(int layer, JetMemory memory)
    {
        for (var mode = 0; mode < memory.Modes.Length; mode++)
        {
            memory.Modes[mode] = symbols.KX[mode] == 0 ? 0 : memory.Now[layer][mode];
        }

        fft.Inverse(memory.Modes, memory.Field);
        for (var i = 0; i < memory.Field.Length; i++)
        {
            memory.Field[i] *= symbols.Sponge[i];
        }

        fft.Forward(memory.Field, memory.Modes);
        for (var mode = 0; mode < memory.Modes.Length; mode++)
        {
            memory.Rate[layer][mode] -= memory.Modes[mode];
        }
    }

    private static Complex TimesI(Complex z) => new(-z.Imaginary, z.Real);
}
