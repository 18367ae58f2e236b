using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery.Tests;

public class WeightTests
{
    private static readonly SupersetBackward Selection = new(
        new EstimatedVariance(1e-3), new InformationPenalty(), 0, []);

    private static readonly EquationSearch Strong = new(
        new StrongForm(new CentralDifferences(8), new SpectralDerivatives(), Margin: 0), Selection);

    private static readonly EquationSearch Weak = new(
        new WeakForm(new WeakGridRule(4, 100), new InformationPenalty()), Selection);

    private static readonly TermLibrary Library = TermLibrary.Parse(
        "1", "u", "u^2", "u_x", "u*u_x", "u_xx", "u_xxx");

    public static TheoryData<string> Forms => ["strong", "weak"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_trajectory_that_counts_twice_is_as_good_as_two(string form)
    {
        var (one, other) = (Viscous(96, 60, 0.02, 1), Viscous(64, 80, 0.03, 2));
        var weighted = Search(form).Find([one, Counting(other, 2)], "u", Library);
        var repeated = Search(form).Find([one, other, Counting(other, 1)], "u", Library);
        AssertSame(repeated, weighted);
        Assert.NotEqual(Search(form).Find([one, other], "u", Library).Fit.Deviations, weighted.Fit.Deviations);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_trajectory_of_weight_0_is_not_there(string form)
    {
        var one = Viscous(96, 60, 0.02, 1);
        var useless = SolverData.Noisy(Viscous(64, 80, 0.03, 2), 2, new RandomSource(3));
        AssertSame(
            Search(form).Find([one], "u", Library), Search(form).Find([one, Counting(useless, 0)], "u", Library));
    }

    [Fact]
    public void Samples_of_weight_0_give_no_rows()
    {
        // The stencil of order 8 reaches four times to both sides: rows end at time 45 of 50.
        var series = Viscous(96, 60, 0.02, 1);
        var (damaged, weights) = (series["u"].Clone(), new States(60, 96));
        damaged.Values[(50 * 96)..].Fill(7);
        weights.Values[..(46 * 96)].Fill(1);
        var (search, whole) = (Strong, With(series, damaged, weights));
        var part = With(series, new States(50, 96, series["u"].Values[..(50 * 96)].ToArray()), null);
        AssertSame(search.Find([part], "u", Library), search.Find([whole], "u", Library));
    }

    [Fact]
    public void Samples_that_count_thrice_are_a_trajectory_that_does()
    {
        var series = Viscous(96, 60, 0.02, 1);
        var thrice = new States(60, 96);
        thrice.Values.Fill(3);
        AssertSame(
            Strong.Find([Counting(series, 3)], "u", Library),
            Strong.Find([With(series, series["u"], thrice)], "u", Library));
    }

    [Fact]
    public void Weights_that_mean_nothing_are_refused()
    {
        var series = Viscous(32, 40, 0.02, 1);
        Assert.Throws<ArgumentException>(() => Counting(series, -1));
        Assert.Throws<ArgumentException>(() => Counting(series, double.NaN));
        Assert.Throws<ArgumentException>(() => With(series, series["u"], new States(40, 31)));
        Assert.Throws<ArgumentException>(() => Weak.Find([Counting(series, 0)], "u", Library));
        var none = With(series, series["u"], new States(40, 32));
        Assert.Throws<ArgumentException>(() => Strong.Find([none], "u", Library));
        Assert.Throws<NotSupportedException>(() => Weak.Find([none], "u", Library));
    }

    private static EquationSearch Search(string form) => form == "weak" ? Weak : Strong;

    private static FieldSeries Counting(FieldSeries series, double weight) =>
        new(new Dictionary<string, States> { ["u"] = series["u"] }, series.TimeSpacing, series.Grid, series.IsPeriodic)
        {
            Weight = weight,
        };

    private static FieldSeries With(FieldSeries series, States values, States? weights) =>
        new(new Dictionary<string, States> { ["u"] = values }, series.TimeSpacing, series.Grid, series.IsPeriodic)
        {
            SampleWeights = weights,
        };

    private static void AssertSame(EquationAnswer expected, EquationAnswer answer)
    {
        Assert.NotEmpty(expected.Fit.Support);
        Assert.Equal(expected.Fit.Support, answer.Fit.Support);
        Assert.Equal(expected.ResidualFraction, answer.ResidualFraction, 1e-7 * expected.ResidualFraction);
        foreach (var column in expected.Fit.Support)
        {
            var (weight, deviation) = (expected.Fit.Weights[column], expected.Fit.Deviations[column]);
            Assert.Equal(weight, answer.Fit.Weights[column], 1e-7 * Math.Abs(weight));
            Assert.Equal(deviation, answer.Fit.Deviations[column], 1e-6 * deviation);
            Assert.Equal(expected.Fit.Inclusion[column], answer.Fit.Inclusion[column], 1e-5);
        }
    }

    // u_t = -u u_x + 0.2 u_xx, seen with a little noise.
    private static FieldSeries Viscous(int points, int times, double interval, ulong seed)
    {
        var grid = Grid.Line(points, 2 * Math.PI);
        var series = SolverData.Run(
            Equation.Parse(grid, "u_t = -u*u_x + 0.2*u_xx"), SolverData.Smooth(grid, 3, new RandomSource(seed)), times,
            interval, 4);
        return SolverData.Noisy(series, 1e-4, new RandomSource(seed)["noise"]);
    }
}
