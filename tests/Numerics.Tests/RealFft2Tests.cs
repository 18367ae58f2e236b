using System.Numerics;

namespace Sci.Numerics.Tests;

public sealed class RealFft2Tests
{
    public static TheoryData<int, int> Boxes =>
        new() { { 1, 8 }, { 8, 1 }, { 2, 2 }, { 3, 5 }, { 6, 4 }, { 9, 16 }, { 16, 15 }, { 32, 32 } };

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Forward_transforms_x_then_y(int ny, int nx)
    {
        var x = RealFftTests.Draw(ny * nx);
        var modesX = (nx / 2) + 1;
        var rows = new Complex[ny * modesX];
        RealFft.Of(nx).Forward(x, rows, ny);
        foreach (var fft in Engines(ny, nx))
        {
            var modes = new Complex[fft.Modes];
            fft.Forward(x, modes);
            for (var l = 0; l < ny; l++)
            {
                for (var k = 0; k < modesX; k++)
                {
                    var sum = Complex.Zero;
                    for (var j = 0; j < ny; j++)
                    {
                        sum += rows[(j * modesX) + k] * Complex.FromPolarCoordinates(
                            1, -2 * Math.PI * (j * l % ny) / ny);
                    }

                    Assert.InRange(Complex.Abs(modes[(l * modesX) + k] - sum), 0, 1e-14 * ny * nx);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Inverse_undoes_forward_and_keeps_its_input(int ny, int nx)
    {
        const int rows = 3;
        var x = RealFftTests.Draw(ny * nx * rows);
        foreach (var fft in Engines(ny, nx))
        {
            var modes = new Complex[fft.Modes * rows];
            var back = new double[x.Length];
            fft.Forward(x, modes, rows);
            var kept = modes.ToArray();
            fft.Inverse(modes, back, rows);
            Assert.Equal(kept, modes);
            Assert.InRange(RealFftTests.Distance(x, back), 0, 3e-14);
        }
    }

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Both_engines_agree_on_arbitrary_modes(int ny, int nx)
    {
        var results = Engines(ny, nx).Select(fft =>
        {
            var x = new double[ny * nx];
            fft.Inverse(RealFftTests.DrawModes(fft.Modes), x);
            return x;
        }).ToArray();
        Assert.All(results, x => Assert.InRange(RealFftTests.Distance(results[0], x), 0, 3e-14));
    }

    private static IEnumerable<RealFft2> Engines(int ny, int nx) =>
        [RealFft2.Of(ny, nx), new RealFft2(ny, nx, new ManagedPlan(ny, nx))];
}
