using Sci.Numerics;

namespace Sci.Discovery.Tests;

/// <summary>
/// Libraries as partial differential equations give them: monomials of derivatives of random smooth fields.
/// </summary>
internal sealed record SyntheticDesign(DenseDesign Design, int[] Support, double[] Weights)
{
    /// <summary>
    /// Five true terms of degree 1 to 3, moduli in [0.3, 1.5] of columns with rms 1, noise a fraction of the signal's
    /// deviation.
    /// </summary>
    public static SyntheticDesign Make(int rows, int columns, double noise, RandomSource random)
    {
        var (orders, degree, modes) = columns switch { <= 25 => (5, 5, 12), <= 200 => (4, 6, 12), _ => (8, 5, 40) };
        var monomials = columns <= 25 ? Medida() : Monomials(orders, degree).Take(columns).ToArray();
        var values = new States(monomials.Length, rows);
        Evaluate(Fields(rows, orders, modes, random["field"]), monomials, values);
        var pick = random["truth"];
        var eligible = Enumerable.Range(0, monomials.Length).Where(j => monomials[j].Sum() is >= 1 and <= 3).ToArray();
        pick.Shuffle<int>(eligible);
        int[] support = [.. eligible.Take(5).Order()];
        var weights = new double[monomials.Length];
        var target = new double[rows];
        foreach (var j in support)
        {
            weights[j] = (0.3 + (1.2 * pick.Uniform())) * (pick.Uniform() < 0.5 ? -1 : 1);
            for (var i = 0; i < rows; i++)
            {
                target[i] += weights[j] * values[j][i];
            }
        }

        var mean = target.Average();
        var sigma = noise * Math.Sqrt(target.Average(value => (value - mean) * (value - mean)));
        var draws = random["noise"];
        for (var i = 0; i < rows; i++)
        {
            target[i] += sigma * draws.Normal();
        }

        string[] names = [.. monomials.Select(powers => string.Join('.', powers))];
        return new SyntheticDesign(new DenseDesign(names, values, target), support, weights);
    }

    // u^p times the derivative of order q, p and q from 0 to 4.
    private static int[][] Medida()
    {
        var all = new List<int[]>();
        for (var q = 0; q <= 4; q++)
        {
            for (var p = 0; p <= 4; p++)
            {
                var powers = new int[5];
                powers[0] += p;
                powers[q] += q > 0 ? 1 : 0;
                all.Add(powers);
            }
        }

        return [.. all];
    }

    private static IEnumerable<int[]> Monomials(int variables, int degree)
    {
        for (var d = 0; d <= degree; d++)
        {
            foreach (var powers in OfDegree(variables, d))
            {
                yield return powers;
            }
        }
    }

    private static IEnumerable<int[]> OfDegree(int variables, int degree)
    {
        if (variables == 1)
        {
            yield return [degree];
            yield break;
        }

        for (var first = degree; first >= 0; first--)
        {
            foreach (var rest in OfDegree(variables - 1, degree - first))
            {
                yield return [first, .. rest];
            }
        }
    }

    // Snapshots of 256 points, each a sum of modes with amplitudes falling with the wavenumber.
    private static States Fields(int rows, int orders, int modes, RandomSource random)
    {
        const int points = 256;
        var fields = new States(orders, rows);
        for (var first = 0; first < rows; first += points)
        {
            for (var k = 1; k <= modes; k++)
            {
                var amplitude = random.Normal() / k;
                var phase = 2 * Math.PI * random.Uniform();
                for (var q = 0; q < orders; q++)
                {
                    for (var i = first; i < Math.Min(first + points, rows); i++)
                    {
                        var angle = (2 * Math.PI * k * (i - first) / points) + phase + (q * Math.PI / 2);
                        fields[q][i] += amplitude * Math.Pow((double)k / modes, q) * Math.Cos(angle);
                    }
                }
            }
        }

        return fields;
    }

    private static void Evaluate(States fields, int[][] monomials, States values)
    {
        for (var j = 0; j < monomials.Length; j++)
        {
            var column = values[j];
            column.Fill(1);
            for (var q = 0; q < fields.Count; q++)
            {
                for (var power = 0; power < monomials[j][q]; power++)
                {
                    for (var i = 0; i < column.Length; i++)
                    {
                        column[i] *= fields[q][i];
                    }
                }
            }

            var square = 0.0;
            foreach (var value in column)
            {
                square += value * value;
            }

            var rms = Math.Sqrt(square / column.Length);
            for (var i = 0; i < column.Length; i++)
            {
                column[i] /= rms;
            }
        }
    }
}
