using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery.Tests.Forecasts;

public class ForecastRegressionTests
{
    private const int Points = 64;
    private const double TimeStep = 0.05;

    private static readonly Grid Line = Grid.Line(Points, 22);

    private static readonly Equation Truth = Equation.Parse(Line, "u_t = -u*u_x - u_xx - u_xxxx");

    private static readonly FieldTerm[] Library =
        [.. new[] { "u", "u_x", "u_xx", "u_xxx", "u_xxxx", "u*u_x", "u^2" }.Select(term =>
            new FieldTerm("u", Term.Parse(term)))];

    [Theory]
    [InlineData("u_t = -u*u_x - u_xxxx", 1)]
    [InlineData("u_t = -0.5*u*u_x - 0.8*u_xx - u_xxxx", 1)]
    [InlineData("u_t = -0.5*u*u_x - 0.8*u_xx - u_xxxx", 20)]
    public void Where_all_is_seen_the_missing_terms_are_found_to_round_off(string model, int steps)
    {
        var imperfect = Equation.Parse(Line, model);

        var fit = Regression(imperfect, steps).Fit(Starts(3), Seen(Starts(3), steps, noise: 0), CancellationToken.None);

        Assert.True(fit.Settled);
        Assert.Equal(Truth, Rounded(fit.Correct(imperfect)));
        Assert.All(fit.Support, j => Assert.Equal(
            Truth.Coefficient(Library[j].Term) - imperfect.Coefficient(Library[j].Term), fit.Coefficients[j], 1e-8));
    }

    [Fact]
    public void A_right_model_is_left_as_it_is()
    {
        var exact = Regression(Truth, 5).Fit(Starts(3), Seen(Starts(3), 5, noise: 0), CancellationToken.None);

        Assert.Empty(exact.Support);
        for (ulong seed = 0; seed < 8; seed++)
        {
            var noisy = Regression(Truth, 5).Fit(Starts(3), Seen(Starts(3), 5, 1e-3, seed), CancellationToken.None);
            Assert.Empty(noisy.Support);
        }
    }

    [Fact]
    public void Neighbours_that_err_alike_widen_the_deviations()
    {
        var random = new RandomSource(3);
        var columns = new States(1, 400);
        var residual = new double[400];
        for (var cluster = 0; cluster < 40; cluster++)
        {
            var (common, error) = (random.Normal(), random.Normal());
            for (var i = 0; i < 10; i++)
            {
                columns[0][(10 * cluster) + i] = common;
                residual[(10 * cluster) + i] = error;
            }
        }

        var clustered = new ClusteredCovariance([.. Enumerable.Range(0, 400).Select(i => i / 10)])
            .Of(columns, residual, [0])[0, 0];
        var alone = new ClusteredCovariance([.. Enumerable.Range(0, 400)]).Of(columns, residual, [0])[0, 0];

        Assert.InRange(clustered / alone, 4, 20);
    }

    [Fact]
    public void Where_analyses_hold_on_to_the_model_the_whole_derivative_settles_where_given_starts_overshoot()
    {
        var imperfect = Equation.Parse(Line, "u_t = -u*u_x - u_xx - 0.9*u_xxxx - 0.1*u");
        var regression = Regression(imperfect, 5);
        var nudged = new Nudged(Readout(), steps: 5);

        var whole = regression.Fit(nudged, new double[Library.Length], CancellationToken.None);
        var given = regression.Fit(nudged.Starts(regression.Model), nudged.Seen, CancellationToken.None);

        Assert.True(whole.Settled);
        Assert.Equal(Truth, Rounded(whole.Correct(imperfect)));
        double[] exact = [0.1, 0, 0, 0, -0.1, 0, 0];
        double Error(IReadOnlyList<double> found) => found.Zip(exact).Max(pair => Math.Abs(pair.First - pair.Second));
        Assert.InRange(Error(whole.Everything), 0, 1e-6);
        Assert.True(Error(given.Everything) > 0.1, "What eight intervals made was not taken for that of one.");
    }

    // Eight analyses by a gain of a tenth, from the true state, the truth being read at all points.
    private sealed class Nudged(FieldReadout readout, int steps) : IForecasts
    {
        private const double Gain = 0.1;
        private const int Cycles = 8;

        private readonly States[] truth = Path(steps);

        public States Seen => truth[^1];

        public States Starts(IEquationModel model) => Run(model, [], out _);

        public double[] Residual(IEquationModel model)
        {
            var states = Starts(model);
            model.Advance(states, steps);
            return [.. Seen.Values.ToArray().Zip(readout.Read(states).Values.ToArray(), (seen, made) => seen - made)];
        }

        public States Columns(IEquationModel model, IReadOnlyList<FieldTerm> terms)
        {
            var states = Run(model, terms, out var responses);
            model.AdvanceLinearised(states, steps, terms, responses, new States(0, Points));
            var columns = new States(terms.Count, states.Count * Points);
            for (var row = 0; row < responses.Count; row++)
            {
                responses[row].CopyTo(columns[row % terms.Count][(row / terms.Count * Points)..]);
            }

            return columns;
        }

        private States Run(IEquationModel model, IReadOnlyList<FieldTerm> terms, out States responses)
        {
            var states = truth[0].Clone();
            responses = new States(states.Count * terms.Count, Points);
            for (var time = 1; time <= Cycles; time++)
            {
                model.AdvanceLinearised(states, steps, terms, responses, new States(0, Points));
                for (var i = 0; i < states.Values.Length; i++)
                {
                    states.Values[i] += Gain * (truth[time].Values[i] - states.Values[i]);
                }

                for (var i = 0; i < responses.Values.Length; i++)
                {
                    responses.Values[i] *= 1 - Gain;
                }
            }

            return states;
        }

        private static States[] Path(int steps)
        {
            var model = new SpectralModel(Truth, new Krogstad(TimeStep));
            var path = new List<States> { ForecastRegressionTests.Starts(3) };
            for (var time = 0; time <= Cycles; time++)
            {
                var next = path[^1].Clone();
                model.Advance(next, steps);
                path.Add(next);
            }

            return [.. path];
        }
    }

    private static ForecastRegression Regression(Equation imperfect, int steps) => new(
        new SpectralModel(imperfect, new Krogstad(TimeStep)),
        Library,
        Readout(),
        steps,
        new ClusteredCovariance([.. Enumerable.Range(0, Points).Select(i => i / 4)]),
        Price: 30,
        Floor: 1e-8);

    private static FieldReadout Readout() => new(Truth, [Term.Parse("u")], [.. Enumerable.Range(0, Points)], [1]);

    private static States Starts(int count)
    {
        var states = new States(count, Points);
        for (var i = 0; i < states.Values.Length; i++)
        {
            var (row, x) = (i / Points, 2 * Math.PI * (i % Points) / Points);
            states.Values[i] = Math.Cos(x + row) * (1 + Math.Sin((2 * x) - row));
        }

        new SpectralModel(Truth, new Krogstad(TimeStep)).Advance(states, 1000);
        return states;
    }

    private static States Seen(States starts, int steps, double noise, ulong seed = 0)
    {
        new SpectralModel(Truth, new Krogstad(TimeStep)).Advance(starts, steps);
        var random = new RandomSource(seed);
        foreach (ref var value in starts.Values)
        {
            value += noise * random.Normal();
        }

        return Readout().Read(starts);
    }

    private static Equation Rounded(Equation equation) => Equation.Parse(Line, "u_t = 0").Plus(
        equation.Terms.Select(term => term with { Coefficient = Math.Round(term.Coefficient, 8) }));
}
