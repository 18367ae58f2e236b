using System.Numerics;

namespace Sci.Solvers.Tests;

/// <summary>The authors' scheme written down a second time, with sums in place of transforms.</summary>
internal sealed class PlainJet(TwoLayerJet jet, int ny, int nx, double ly, double lx)
{
    private readonly double spacing = ly / ny;

    /// <summary>Steps of leapfrog from q without βy, shape [2][ny, nx].</summary>
    public double[][,] Run(double[][,] start, double timeStep, double gamma, int steps)
    {
        Complex[][,] old = [], now = [Transform(WithBeta(start[0], 1)), Transform(WithBeta(start[1], 1))];
        for (var step = 1; step <= steps; step++)
        {
            var rate = Rates(now);
            var span = step == 1 ? timeStep : 2 * timeStep;
            var before = step == 1 ? now : old;
            Complex[][,] next = [.. Enumerable.Range(0, 2).Select(layer => Each((j, i) =>
                (before[layer][j, i] + (span * rate[layer][j, i]))
                / (1 + (span * jet.HyperViscosity * (Math.Pow(K(i), 8) + Math.Pow(L(j, ny), 8))))))];
            var centre = now;
            old = [.. Enumerable.Range(0, 2).Select(layer => Each((j, i) => centre[layer][j, i] + (step < 3
                ? 0
                : gamma * (before[layer][j, i] - (2 * centre[layer][j, i]) + next[layer][j, i]))))];
            now = next;
        }

        return [WithBeta(Inverse(now[0], ny, nx), -1), WithBeta(Inverse(now[1], ny, nx), -1)];
    }

    private Complex[][,] Rates(Complex[][,] q)
    {
        var betaY = Transform(WithBeta(new double[ny, nx], 1));
        var z = q.Select(layer => Each((j, i) => layer[j, i] - betaY[j, i])).ToArray();
        var bt = Each((j, i) => i + j == 0 ? 0 : -(z[0][j, i] + z[1][j, i]) / (2 * K2(j, i)));
        var bc = Each((j, i) => -(z[0][j, i] - z[1][j, i]) / (2 * (K2(j, i) + 2)));
        Complex[][,] psi = [Each((j, i) => bt[j, i] + bc[j, i]), Each((j, i) => bt[j, i] - bc[j, i])];
        var equilibrium = Transform(Field(jet.Equilibrium(Box)));
        var mu = Field(jet.Sponge(Box));
        return [.. Enumerable.Range(0, 2).Select(layer =>
        {
            var jacobian = Jacobian(psi[layer], z[layer]);
            var physical = Inverse(q[layer], ny, nx);
            var sponge = Transform(Points((y, x) =>
                mu[y, x] * (physical[y, x] - Enumerable.Range(0, nx).Average(i => physical[y, i]))));
            var sign = layer == 0 ? 1 : -1;
            return Each((j, i) => (-jet.Advection * jacobian[j, i])
                - (jet.Beta * Complex.ImaginaryOne * K(i) * psi[layer][j, i])
                + (sign * ((jet.Relaxation * (psi[0][j, i] - psi[1][j,
                    i])) - (jet.EquilibriumRelaxation * equilibrium[j, i])))
                + (layer * jet.BottomDrag * K2(j, i) * psi[1][j, i])
                - sponge[j, i]);
        })];
    }

    // Both products on 3/2 times the points; modes keep their numbers, half-sampling included.
    private Complex[,] Jacobian(Complex[,] a, Complex[,] b)
    {
        var (my, mx) = (3 * ny / 2, 3 * nx / 2);
        double[,] Padded(Complex[,] modes, bool alongX)
        {
            var padded = new Complex[my, (mx / 2) + 1];
            for (var j = 0; j < ny; j++)
            {
                for (var i = 0; i <= nx / 2; i++)
                {
                    padded[j < ny / 2 ? j : j + my - ny, i] =
                        2.25 * Complex.ImaginaryOne * (alongX ? K(i) : L(j, ny)) * modes[j, i];
                }
            }

            return Inverse(padded, my, mx);
        }

        double[,] ax = Padded(a, true), ay = Padded(a, false), bx = Padded(b, true), by = Padded(b, false);
        var product = new double[my, mx];
        for (var y = 0; y < my; y++)
        {
            for (var x = 0; x < mx; x++)
            {
                product[y, x] = (ax[y, x] * by[y, x]) - (ay[y, x] * bx[y, x]);
            }
        }

        var modes = Transform(product);
        return Each((j, i) => modes[j < ny / 2 ? j : j + my - ny, i] / 2.25);
    }

    private static Complex[,] Transform(double[,] field)
    {
        var (rows, columns) = (field.GetLength(0), field.GetLength(1));
        var half = new Complex[rows, (columns / 2) + 1];
        for (var y = 0; y < rows; y++)
        {
            for (var i = 0; i <= columns / 2; i++)
            {
                half[y, i] = Enumerable.Range(0, columns)
                    .Aggregate(Complex.Zero, (sum, x) => sum + (field[y, x] * Turn(-i * x, columns)));
            }
        }

        return AlongY(half, -1);
    }

    private static double[,] Inverse(Complex[,] modes, int rows, int columns)
    {
        var half = AlongY(modes, 1);
        var field = new double[rows, columns];
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                var sum = half[y, 0].Real + (half[y, columns / 2].Real * Turn(columns / 2 * x, columns).Real);
                for (var i = 1; i < columns / 2; i++)
                {
                    sum += 2 * (half[y, i] * Turn(i * x, columns)).Real;
                }

                field[y, x] = sum / (rows * columns);
            }
        }

        return field;
    }

    private static Complex[,] AlongY(Complex[,] half, int sign)
    {
        var (rows, columns) = (half.GetLength(0), half.GetLength(1));
        var result = new Complex[rows, columns];
        for (var j = 0; j < rows; j++)
        {
            for (var y = 0; y < rows; y++)
            {
                var turn = Turn(sign * j * y, rows);
                for (var i = 0; i < columns; i++)
                {
                    result[j, i] += half[y, i] * turn;
                }
            }
        }

        return result;
    }

    private static Complex Turn(int part, int whole) =>
        Complex.FromPolarCoordinates(1, 2 * Math.PI * (part % whole) / whole);

    private Grid Box => new(new Axis("y", ny, ly, -ly / 2), new Axis("x", nx, lx, -lx / 2));

    private double K(int i) => 2 * Math.PI * i / lx;

    private double L(int j, int count) => 2 * Math.PI * (j < count / 2 ? j : j - count) / ly;

    private double K2(int j, int i) => (K(i) * K(i)) + (L(j, ny) * L(j, ny));

    private double[,] WithBeta(double[,] q, int sign) =>
        Points((y, x) => q[y, x] + (sign * jet.Beta * ((y * spacing) - (ly / 2))));

    private double[,] Field(double[] values) => Points((y, x) => values[(y * nx) + x]);

    private double[,] Points(Func<int, int, double> value)
    {
        var field = new double[ny, nx];
        for (var y = 0; y < ny; y++)
        {
            for (var x = 0; x < nx; x++)
            {
                field[y, x] = value(y, x);
            }
        }

        return field;
    }

    private Complex[,] Each(Func<int, int, Complex> value)
    {
        var modes = new Complex[ny, (nx / 2) + 1];
        for (var j = 0; j < ny; j++)
        {
            for (var i = 0; i <= nx / 2; i++)
            {
                modes[j, i] = value(j, i);
            }
        }

        return modes;
    }
}
