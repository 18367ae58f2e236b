using Sci.Numerics;

namespace Sci.Surrogates.Tests;

public sealed class ExpertsTests
{
    private static readonly RandomSource Random = new(21);

    [Fact]
    public void Experts_that_nothing_joins_end_where_each_ends_alone()
    {
        var (left, right) = (Problem("left", 3), Problem("right", 2));
        double[] together = [1, 1, 1, 1, 1], first = [1, 1, 1], second = [1, 1];
        var solver = new LevenbergMarquardt(200, 1e-12);

        _ = solver.Solve(new CoupledExperts([left, right], new States(0, 5)), together);
        _ = solver.Solve(left, first);
        _ = solver.Solve(right, second);

        // Round-off of a sum of squares leaves half of the digits of its minimum.
        Assert.All(together.Zip([.. first, .. second]), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }

    [Fact]
    public void The_slope_of_joined_experts_is_half_that_of_their_sum_of_squares()
    {
        var agreements = new States(4, 5);
        Random["agreements"].Normals(agreements.Values);
        var problem = new CoupledExperts([Problem("left", 3), Problem("right", 2)], agreements);
        double[] omega = [0.9, -0.4, 1.2, 0.3, -1.1], slope = new double[5];
        _ = problem.Evaluate(omega, new States(5, 5), slope);

        for (var k = 0; k < 5; k++)
        {
            double Shifted(double step)
            {
                double[] moved = [.. omega];
                moved[k] += step;
                return problem.Evaluate(moved, new States(5, 5), new double[5]);
            }

            // A quartic along each axis: differences of second order are off by the step squared.
            Assert.Equal((Shifted(1e-4) - Shifted(-1e-4)) / 4e-4, slope[k], 1e-5);
        }
    }

    [Fact]
    public void Agreements_of_great_weight_hold()
    {
        var agreements = new States(1, 5, [1e4, 0, 0, -1e4, 0]);
        double[] omega = [1, 1, 1, 1, 1];

        _ = new LevenbergMarquardt(200, 1e-12).Solve(
            new CoupledExperts([Problem("left", 3), Problem("right", 2)], agreements), omega);

        Assert.Equal(omega[0], omega[3], 1e-6);
    }

    private static BasisCollocation Problem(string name, int unknowns)
    {
        var basis = new States(12, unknowns);
        Random[name].Normals(basis.Values);
        return new BasisCollocation(new Square(), [basis], 1e-2, 1);
    }
}
