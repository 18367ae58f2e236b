using Sci.Hdf5;
using Sci.Numerics;
using Sci.Solvers;
using Sci.Testing;

namespace Sci.Cases.Tests.Filtering;

/// <summary>A filter over a file of observations with times and places of their own.</summary>
public sealed class FilterTests : IDisposable
{
    private const int Size = 12;
    private const int Times = 120;
    private const int Seen = 8;
    private const double Deviation = 0.5;

    private const string Case = """
        kind: filter
        title: Gauges that come when they will
        seed: 3
        system: {name: lorenz96, variables: 12, forcing: 8, time_step: 0.05}
        start: {spin_up: 5, variance: 4}
        observations: {file: gauges.h5}
        observation_deviation: 0.5
        burn_in: 40
        assimilation: {members: 30, analysis: etkf, inflation: 1.03}
        """;

    private readonly TemporaryFolder folder = new();
    private readonly States truth = new(Times, Size);

    public FilterTests()
    {
        File.WriteAllText(folder["case.yaml"], Case);
        Write();
    }

    public void Dispose() => folder.Dispose();

    // Eight of twelve values with errors of 0.5 leave a filter at work an error well below that of the observations.
    [Fact]
    public void The_analyses_find_the_truth_that_made_the_file()
    {
        var result = Run();

        using var file = Hdf5File.OpenRead(folder["out/default/3-analysis.h5"]);
        var means = file.Read<double>("mean");
        var squares = 0.0;
        for (var i = 40 * Size; i < means.Length; i++)
        {
            squares += Math.Pow(means[i] - truth.Values[i], 2) / (means.Length - (40 * Size));
        }

        Assert.InRange(Math.Sqrt(squares), 0.02, 0.8 * Deviation);
        Assert.InRange(result.Metrics["chi_square"], 0.7, 1.3);
        Assert.True(File.Exists(folder["out/default/report.md"]));
    }

    [Fact]
    public void A_time_between_two_steps_is_refused_by_name()
    {
        File.WriteAllText(folder["case.yaml"], File.ReadAllText(folder["case.yaml"]).Replace(
            "time_step: 0.05", "time_step: 0.04", StringComparison.Ordinal));

        var wrong = Assert.ThrowsAny<IOException>(Run);

        Assert.Contains("move in steps of 0.04", wrong.Message, StringComparison.Ordinal);
    }

    private ExperimentResult Run() =>
        CaseKinds.All.Open(folder.FullName).Run([], new RunOptions(), new NoProgress(), default).Single();

    // Places that wander, one to three steps between times, every tenth value missing.
    private void Write()
    {
        var random = new RandomSource(1);
        var model = new Lorenz96(Size, 8, 0.05);
        var state = new States(1, Size);
        random.Normals(state.Values);
        model.Advance(state, 400);
        var (times, values, places, now) = (new double[Times], new double[Times * Seen], new double[Times * Seen], 0);
        for (var time = 0; time < Times; time++)
        {
            var steps = 1 + random.Below(3);
            model.Advance(state, steps);
            now += steps;
            times[time] = 0.05 * now;
            state[0].CopyTo(truth[time]);
            for (var j = 0; j < Seen; j++)
            {
                var i = ((time * 5) + j) % Size;
                places[(time * Seen) + j] = i;
                values[(time * Seen) + j] =
                    random.Below(10) == 0 ? double.NaN : state[0][i] + (Deviation * random.Normal());
            }
        }

        using var file = Hdf5File.Create(folder["gauges.h5"]);
        file.Write<double>("time", times, [Times]);
        file.Write<double>("value", values, [Times, Seen]);
        file.Write<double>("x", places, [Times, Seen]);
    }
}
