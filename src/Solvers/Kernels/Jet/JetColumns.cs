using System.Runtime.CompilerServices;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>What a <see cref="LaneJet{TLanes}"/> does with a group of columns of a layer.</summary>
internal sealed unsafe class JetColumns<TLanes>
    where TLanes : unmanaged, ILanes<TLanes, double>
{
    private readonly JetLayout<TLanes> layout;
    private readonly TwoLayerJet jet;
    private readonly AlignedMemory<double> barotropic;
    private readonly AlignedMemory<double> baroclinic;
    private readonly AlignedMemory<double> squares;
    private readonly AlignedMemory<double> wavenumbersX;
    private readonly AlignedMemory<double> eddies;
    private readonly AlignedMemory<double> imaginary;
    private readonly double[] wavenumbersY;
    private readonly double[] sponge;
    private readonly double[][] forcing;
    private readonly double back;

    public JetColumns(JetSymbols symbols, JetLayout<TLanes> layout)
    {
        this.layout = layout;
        jet = symbols.Jet;
        var (rows, modesX, pointsX) = (layout.Rows, symbols.ModesX, symbols.Fft.PointsX);
        barotropic = layout.Factors(mode => symbols.Barotropic[mode]);
        baroclinic = layout.Factors(mode => symbols.Baroclinic[mode]);
        squares = layout.Factors(mode => symbols.Squares[mode]);
        wavenumbersX = layout.Factors(mode => symbols.KX[mode]);
        // A real row has no imaginary part in the half-sampling mode, and the zonal mean is not damped.
        eddies = layout.Factors(mode => mode % modesX == 0 ? 0 : 1);
        imaginary = layout.Factors(mode => mode % modesX == 0 || 2 * (mode % modesX) == pointsX ? 0 : 1);
        wavenumbersY = [.. Enumerable.Range(0, rows).Select(row => symbols.KY[row * modesX])];
        sponge = [.. Enumerable.Range(0, rows).Select(row => symbols.Sponge[row * pointsX] / rows)];
        forcing = [Forcing(symbols, 1), Forcing(symbols, -1)];
        // Derivatives lack 1/points each, rows leave a factor 2, and the sum over the finer points is 9/4 as large.
        back = -jet.Advection * 0.5 / ((double)symbols.Fft.Points * symbols.Fft.Points * 2.25);
    }

    /// <summary>A group's linear and spongy rate, and the factors of its Jacobian to planes.</summary>
    public void Begin(int layer, int group, LaneJetMemory<TLanes> memory)
    {
        var zeta = memory.Now[layer].Pointer + (group * layout.Group);
        var rate = memory.Rate[layer].Pointer + (group * layout.Group);
        double* psi = memory.Psi.Pointer, column = memory.Column.Pointer;
        Linear(layer, group, memory, psi, rate);
        if (group == 0)
        {
            Force(forcing[layer], rate);
        }

        Damp(group, zeta, rate, column);
        AlongX(group, psi, memory.Planes[0].Pointer, column);
        AlongY(group, psi, memory.Planes[1].Pointer, column);
        AlongX(group, zeta, memory.Planes[2].Pointer, column);
        AlongY(group, zeta, memory.Planes[3].Pointer, column);
    }

    /// <summary>The Jacobian's part of a group's rate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Finish(int layer, int group, LaneJetMemory<TLanes> memory)
    {
        var rate = memory.Rate[layer].Pointer + (group * layout.Group);
        var scale = TLanes.Broadcast(back);
        var plane = Plane(group, memory.Planes[0].Pointer);
        var column = new LaneArray<TLanes, double>(memory.Column.Pointer);
        layout.AlongFineY.Forward(ref plane, ref column, memory.Column.Pointer);
        foreach (var place in layout.FinePlaces)
        {
            Wave<TLanes, double>.Load(rate, 0).Plus(scale, column.Load(place)).Store(rate, 0);
            rate += Wave<TLanes, double>.Wide;
        }
    }

    // Of the zonal modes: relaxation to the equilibrium, and the hyperviscosity of βy.
    private static double[] Forcing(JetSymbols symbols, int sign)
    {
        var values = Enumerable.Range(0, symbols.Fft.PointsY).Select(row => row * symbols.ModesX).Select(mode =>
            (-sign * symbols.Jet.EquilibriumRelaxation * symbols.Equilibrium[mode])
            - (symbols.Friction[mode] * symbols.BetaY[mode]));
        return [.. values.SelectMany(value => new[] { value.Real, value.Imaginary })];
    }

    private static void Force(double[] forcing, double* rate)
    {
        for (var i = 0; i < forcing.Length; i += 2, rate += Wave<TLanes, double>.Wide)
        {
            rate[0] += forcing[i];
            rate[TLanes.Count] += forcing[i + 1];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Linear(int layer, int group, LaneJetMemory<TLanes> memory, double* psi, double* rate)
    {
        nint first = group * layout.Group, vectors = first / 2;
        double* zeta1 = memory.Now[0].Pointer + first, zeta2 = memory.Now[1].Pointer + first;
        double* together = barotropic.Pointer + vectors, apart = baroclinic.Pointer + vectors;
        var square = squares.Pointer + vectors;
        var betaK = TLanes.Broadcast(jet.Beta) * TLanes.Load(wavenumbersX.Pointer + vectors);
        var sign = TLanes.Broadcast(layer == 0 ? 1 : -1);
        var relaxation = TLanes.Broadcast(layer == 0 ? 2 * jet.Relaxation : -2 * jet.Relaxation);
        var drag = TLanes.Broadcast(layer == 0 ? 0 : jet.BottomDrag);
        for (nint at = 0; at < layout.Group; at += Wave<TLanes, double>.Wide)
        {
            var (a, b) = (Wave<TLanes, double>.Load(zeta1, at), Wave<TLanes, double>.Load(zeta2, at));
            var half = (a - b).Times(TLanes.Load(apart + (at / 2)));
            var own = (a + b).Times(TLanes.Load(together + (at / 2))).Plus(sign, half);
            own.Store(psi, at);
            half.Times(relaxation).Plus(drag * TLanes.Load(square + (at / 2)), own).MinusTurned(own.Times(betaK))
                .Store(rate, at);
        }
    }

    // -μ(y)(q - ⟨q⟩)
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Damp(int group, double* zeta, double* rate, double* column)
    {
        var vectors = group * layout.Group / 2;
        var (re, im) = (TLanes.Load(eddies.Pointer + vectors), TLanes.Load(imaginary.Pointer + vectors));
        var waves = new LaneArray<TLanes, double>(column);
        foreach (var place in layout.Places)
        {
            Wave<TLanes, double>.Load(zeta, 0).Store(column, place);
            zeta += Wave<TLanes, double>.Wide;
        }

        layout.AlongY.Inverse(ref waves, ref waves, column);
        for (var row = 0; row < sponge.Length; row++)
        {
            var (wave, mu) = (waves.Load(Wave<TLanes, double>.Wide * row), TLanes.Broadcast(sponge[row]));
            new Wave<TLanes, double>(mu * re * wave.Re, mu * im * wave.Im).Store(
                column, Wave<TLanes, double>.Wide * row);
        }

        layout.AlongY.Forward(ref waves, ref waves, column);
        foreach (var place in layout.Places)
        {
            (Wave<TLanes, double>.Load(rate, 0) - waves.Load(place)).Store(rate, 0);
            rate += Wave<TLanes, double>.Wide;
        }
    }

    // ik times modes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AlongX(int group, double* modes, double* plane, double* column)
    {
        var zero = new Wave<TLanes, double>(TLanes.Broadcast(0), TLanes.Broadcast(0));
        var k = TLanes.Load(wavenumbersX.Pointer + (group * layout.Group / 2));
        foreach (var place in layout.FinePlaces)
        {
            zero.PlusTurned(Wave<TLanes, double>.Load(modes, 0).Times(k)).Store(column, place);
            modes += Wave<TLanes, double>.Wide;
        }

        ToPlane(group, plane, column);
    }

    // il times modes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AlongY(int group, double* modes, double* plane, double* column)
    {
        var zero = new Wave<TLanes, double>(TLanes.Broadcast(0), TLanes.Broadcast(0));
        for (var row = 0; row < wavenumbersY.Length; row++)
        {
            var wave = Wave<TLanes, double>.Load(modes, Wave<TLanes, double>.Wide * row);
            zero.PlusTurned(wave.Times(TLanes.Broadcast(wavenumbersY[row]))).Store(column, layout.FinePlaces[row]);
        }

        ToPlane(group, plane, column);
    }

    private void ToPlane(int group, double* plane, double* column)
    {
        foreach (var place in layout.Beyond)
        {
            new Span<double>(column + place, Wave<TLanes, double>.Wide).Clear();
        }

        var (waves, rows) = (new LaneArray<TLanes, double>(column), Plane(group, plane));
        layout.AlongFineY.Inverse(ref waves, ref rows, column);
    }

    private LaneArray<TLanes, double> Plane(int group, double* plane) =>
        new(plane + (Wave<TLanes, double>.Wide * (nint)group * layout.Planes.Stride));
}
