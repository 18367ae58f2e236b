using Sci.Numerics;

namespace Sci.Solvers.Tests;

/// <summary>Runs that are watched, saved and gone on with.</summary>
public sealed class RunTests
{
    private static readonly Grid Line = Grid.Line(64, 22);
    // No power of two: a line for which there are no lanes.
    private static readonly Grid Plain = Grid.Line(60, 22);
    private static readonly Grid Box = Grid.Box(32, 32, 2 * Math.PI, 2 * Math.PI);

    public static TheoryData<Scheme> Schemes =>
    [
        new Krogstad(0.05), new ExponentialPece(0.05, 5), new Sbdf3(0.02), new Ab3Classical(1e-4),
        new Leapfrog(1e-4, 0.01),
    ];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void A_restarted_run_has_the_bits_of_the_run_that_was_not_cut(Scheme scheme)
    {
        foreach (var equation in (Equation[])
            [KuramotoSivashinsky.OnLine(Line), KuramotoSivashinsky.OnLine(Plain), Flow().On(Box)])
        {
            var model = new SpectralModel(equation, scheme);
            var whole = new Run(model, Samples.Wave(model.Grid)) { StepsBetweenLooks = 7 };
            var cut = new Run(model, Samples.Wave(model.Grid)) { StepsBetweenLooks = 7 };
            whole.Advance(20);
            cut.Advance(20);
            // Saved, and read by a model that knows nothing of the first.
            cut = new Run(new SpectralModel(model.Equation, scheme), cut.Saved()) { StepsBetweenLooks = 7 };
            whole.Advance(31);
            cut.Advance(31);
            Assert.Equal(51, cut.Steps);
            Assert.Equal(whole.States.Values, cut.States.Values);
        }
    }

    [Fact]
    public void A_multistep_run_goes_on_with_its_history_across_looks()
    {
        var model = new SpectralModel(KuramotoSivashinsky.OnLine(Line), new ExponentialPece(0.05, 4));
        var looked = new Run(model, Samples.Wave(Line)) { StepsBetweenLooks = 5 };
        looked.Advance(60);
        var free = Samples.Wave(Line);
        model.Advance(free, 60);
        Assert.InRange(Samples.Largest(looked.States[0], free[0]), 0, 1e-11);
    }

    [Fact]
    public void A_stirred_run_goes_on_to_the_bit_on_any_number_of_threads_and_in_any_batch()
    {
        Run Begin(int members, SavedRun? saved = null)
        {
            var model = new SpectralModel(Flow().On(Box), new Krogstad(0.05), Dealiasing.TwoThirds);
            var states = new States(members, Box.Points);
            return new Run(model, saved ?? new SavedRun(states, [], 0))
            {
                Kick = new RingForcing(Box, 4, 1, 0.1, 0, new RandomSource(3)["forcing"]),
            };
        }

        var limit = Workers.Limit;
        var (many, one) = (Begin(11), Begin(1));
        many.Advance(4);
        many = Begin(11, many.Saved());
        many.Advance(6);
        try
        {
            Workers.Limit = 1;
            var serial = Begin(11);
            serial.Advance(4);
            serial.Advance(6);
            Assert.Equal(serial.States.Values, many.States.Values);
        }
        finally
        {
            Workers.Limit = limit;
        }

        one.Advance(10);
        Assert.Equal(one.States[0], many.States[0]);
        Assert.NotEqual(many.States[0].ToArray(), many.States[1].ToArray());
    }

    [Fact]
    public void Stirring_brings_the_rate_that_was_asked_for()
    {
        const int Members = 64, Steps = 200;
        const double Rate = 0.3, TimeStep = 0.01;
        var states = new States(Members, Box.Points);
        var forcing = new RingForcing(Box, 4, 1, Rate, 0, new RandomSource(5));
        for (var step = 0; step < Steps; step++)
        {
            forcing.Add(states, step, TimeStep);
        }

        var half = 0.0;
        foreach (var value in states.Values)
        {
            half += 0.5 * value * value / states.Values.Length;
        }

        // About 50 waves with two degrees of freedom each and 64 members: a relative deviation of 1.3 %, five of them.
        Assert.InRange(half / (Rate * Steps * TimeStep), 0.935, 1.065);
    }

    [Fact]
    public void Stirring_a_multistep_scheme_is_refused()
    {
        var run = new Run(new SpectralModel(Flow().On(Box), new Ab3(0.05)), new States(1, Box.Points))
        {
            Kick = new RingForcing(Box, 4, 1, 0.1, 0, new RandomSource(3)),
        };
        Assert.Contains(
            "one-step", Assert.Throws<NotSupportedException>(() => run.Advance(1)).Message, StringComparison.Ordinal);
    }

    private static PlaneFlow Flow() =>
        new() { Beta = 0, Drag = 0.1, Viscosity = 1e-2, ViscosityPower = 1, Forcing = null };
}
