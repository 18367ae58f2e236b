using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>
/// Carries the modes of a kernel on a periodic line to a longer line of the same spacing, on which the kernel ends half
/// a period from its middle.
/// </summary>
/// <param name="points">Points of the line.</param>
/// <param name="modes">Modes of the kernel there: 0 … m - 1.</param>
/// <param name="longer">Points of the longer line.</param>
internal sealed class KernelModes(int points, int modes, int longer)
{
    /// <summary>Modes that the longer line carries without its own highest one.</summary>
    public int LongerModes => (longer + 1) / 2;

    /// <summary>R of a layer, shape [modes, inputs, 2·outputs], as <see cref="SpectralMap"/> has it.</summary>
    public Tensor Carry(Tensor r)
    {
        var (inputs, outputs) = (r.shape[1], r.shape[2] / 2);
        var rows = r.to(float64).view(modes, inputs, 2, outputs).permute(0, 2, 1, 3).reshape(2 * modes, -1);
        return Map().mm(rows).view(LongerModes, 2, inputs, outputs).permute(0, 2, 1, 3)
            .reshape(LongerModes, inputs, 2 * outputs);
    }

    // Modes to the kernel at -n/2 … n/2, its two ends by half where they are one point, and from there to modes again.
    private Tensor Map()
    {
        var half = points / 2;
        var (values, waves) =
            (new double[((2 * half) + 1) * 2 * modes], new double[2 * LongerModes * ((2 * half) + 1)]);
        for (var x = -half; x <= half; x++)
        {
            var share = points % 2 == 0 && Math.Abs(x) == half ? 0.5 : 1;
            for (var k = 0; k < modes; k++)
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * k * x / points);
                var weight = share * (k == 0 ? 1 : 2) / points;
                values[((x + half) * 2 * modes) + (2 * k)] = weight * cos;
                values[((x + half) * 2 * modes) + (2 * k) + 1] = -weight * sin;
            }

            for (var k = 0; k < LongerModes; k++)
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * k * x / longer);
                waves[(2 * k * ((2 * half) + 1)) + x + half] = cos;
                waves[(((2 * k) + 1) * ((2 * half) + 1)) + x + half] = -sin;
            }
        }

        var kernel = tensor(values, [(2 * half) + 1, 2 * modes], float64);
        return tensor(waves, [2 * LongerModes, (2 * half) + 1], float64).mm(kernel);
    }
}
