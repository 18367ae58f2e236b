namespace Sci.Surrogates.Tests;

public sealed class OptimisationTests
{
    public static TheoryData<string> Curvatures => ["L-BFGS", "self-scaled BFGS"];

    [Theory]
    [MemberData(nameof(Curvatures))]
    public void The_bottom_of_Rosenbrocks_valley_is_reached_to_the_last_digits(string name)
    {
        var newton = new QuasiNewton<double>(new Rosenbrock<double>(10), Curvature(name, 10));
        var x = Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? -1.2 : 1).ToArray();

        for (var k = 0; k < 400 && newton.Step(x); k++)
        {
        }

        Assert.All(x, value => Assert.Equal(1, value, 1e-8));
    }

    [Theory]
    [MemberData(nameof(Curvatures))]
    public void A_step_never_raises_the_value(string name)
    {
        var newton = new QuasiNewton<double>(new Rosenbrock<double>(6), Curvature(name, 6));
        double[] x = [-1.2, 1, -0.5, 2, 0.3, -1];
        var values = new List<double>();

        while (values.Count < 60 && newton.Step(x))
        {
            values.Add(newton.Value);
        }

        Assert.Equal(values.OrderDescending(), values);
    }

    [Fact]
    public void Single_precision_reaches_the_bottom_as_far_as_it_can()
    {
        var newton = new QuasiNewton<float>(new Rosenbrock<float>(4), new Lbfgs<float>(4, 10));
        float[] x = [-1.2f, 1, -1.2f, 1];

        for (var k = 0; k < 200 && newton.Step(x); k++)
        {
        }

        Assert.All(x, value => Assert.Equal(1, value, 2e-3));
    }

    [Fact]
    public void Adams_first_step_is_the_rate_against_the_sign_of_the_gradient()
    {
        double[] x = [-1.2, 1, 0.5, 3];
        var (before, gradient) = ((double[])x.Clone(), new double[4]);
        var objective = new Rosenbrock<double>(4);
        objective.Evaluate(x, gradient);

        new Adam<double>(4).Step(objective, x, 1e-2);

        Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(before[i] - (1e-2 * Math.Sign(gradient[i])), x[i], 1e-8));
    }

    private static ICurvature<double> Curvature(string name, int count) =>
        name == "L-BFGS" ? new Lbfgs<double>(count, 10) : new SelfScaledBfgs(count);

    private sealed class Rosenbrock<T>(int count) : IObjective<T>
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        public int Count => count;

        public double Evaluate(ReadOnlySpan<T> parameters, Span<T> gradient)
        {
            var value = T.Zero;
            var hundred = T.CreateTruncating(100);
            for (var i = 0; i < count; i += 2)
            {
                var (a, b) = (T.One - parameters[i], parameters[i + 1] - (parameters[i] * parameters[i]));
                value += (a * a) + (hundred * b * b);
                gradient[i] = -(a + a) - (T.CreateTruncating(400) * parameters[i] * b);
                gradient[i + 1] = T.CreateTruncating(200) * b;
            }

            return double.CreateTruncating(value);
        }
    }
}
