using Sci.Cases.Settings;

namespace Sci.Cases.Tests.Data;

/// <summary>What is wrong with a user's file is said with its place, before anything runs.</summary>
public sealed class LayoutTests
{
    [Theory]
    [InlineData("no such.h5", null, "there is no such file")]
    [InlineData("a.txt", "1", "files that end in `.txt` are not read; give .h5, .nc, .csv or .npy")]
    [InlineData("a.h5", "not HDF5", "a.h5: ")]
    [InlineData("a.csv", "", "it is empty, or no ordinary file")]
    [InlineData("a.csv", "time,x,value\n", "it holds no numbers")]
    [InlineData("a.csv", "0,0,1\n0,1,2\n", "line 1, column 1: `0` is no name of its own")]
    [InlineData("a.csv", "time,x,x\n0,0,1\n", "line 1, column 3: `x` is no name of its own")]
    [InlineData("a.csv", "time,x,value\n0,0,1\n0,1\n", "line 3 has 2 fields, where the header has 3")]
    [InlineData("a.csv", "time,x,value\n0,0,1,9\n", "line 2 has more fields than the header's 3")]
    [InlineData("a.csv", "time,x,value\n0,0,1\n0,1;5,2\n", "line 3, column x: `1;5` is no finite number")]
    [InlineData("a.csv", "time,x,value\n0,0,1e999\n", "line 2, column value: `1e999` is no finite number")]
    [InlineData(
        "a.csv", "tme,x,value\n0,0,1\n", "there is no `time` in it; did you mean `tme`? (valid: tme, x, value)")]
    [InlineData("a.csv", "time,x,value\n0,0,1\n2,0,1\n1,0,3\n", "time[2] is 1, which does not come after 2; put the times in order")]
    [InlineData("a.csv", "time,x,value\n0,,1\n1,0,1\n", "x[0] is NaN, but it must be a finite number")]
    [InlineData("a.csv", "time,x,value,error\n0,0,1,0.1\n1,0,1,-1\n", "error[1] is -1, but it must be positive: it is a standard deviation")]
    [InlineData("a.csv", "time,x,value,error\n0,0,1,0.1\n1,0,1,\n", "error[1] is missing, where the value it belongs to is not")]
    [InlineData("a.csv", "time,x,value\n0,0,1\n0,1,1\n", "value has 1 snapshots, where windows of 2 are wanted")]
    [InlineData(
        "a.csv", "time,x,value\n0,0,1\n0.01,0,\n", "1 values are missing; give them to assimilation: {method: cycle}")]
    [InlineData(
        "a.csv", "time,x,value\n0,3,1\n0.01,3,1\n", "its positions are not those of every n-th of the 96 points")]
    [InlineData("a.csv", "time [fortnights],x,value\n0,3,1\n0.01,3,1\n", "time is in `fortnights`, which cannot be turned into `s`")]
    public void A_text_file_is_answered_by_line_or_place(string name, string? content, string sentence)
    {
        using var given = new GivenCase($"observations: {{file: {name}, units: {{time: s}}}}");
        if (content is not null)
        {
            File.WriteAllText(given[name], content);
        }

        Told(given, "observations.file cannot be used: ", sentence);
    }

    [Theory]
    [InlineData(new long[] { 3, 4 }, 3, 5, "x has the shape [5], where a position for each of the 4 points of value [3, 4] is wanted")]
    [InlineData(new long[] { 3, 4 }, 2, 4, "time has the shape [2], where a time for each of the 3 snapshots of value [3, 4] is wanted")]
    [InlineData(new long[] { 3, 4, 1, 1 }, 3, 4, "value has the shape [3, 4, 1, 1]; give [times, positions]")]
    public void Arrays_that_do_not_fit_are_told_with_their_shapes(
        long[] shape, int times, int positions, string sentence)
    {
        using var given = new GivenCase("observations: {file: a.h5}");
        given.Write("a.h5", file =>
        {
            file.Write<double>("value", new double[shape.Aggregate((a, b) => a * b)], shape);
            file.Write<double>("time", [.. Enumerable.Range(0, times).Select(i => i * 0.01)], [times]);
            file.Write<double>("x", [.. Enumerable.Range(0, positions).Select(i => i * 1.0)], [positions]);
        });

        Told(given, "observations.file cannot be used: ", sentence);
    }

    [Theory]
    [InlineData("", "the file lacks what the case begins with; give observations, analysis or increments.")]
    [InlineData("observations: {windows: 3, every: 1, times: [0, 1], noise: 0}", "the file lacks truth; give it, or observations: {file: …}.")]
    [InlineData("observations: {file: ../up.h5}", "must lie in the case's folder, without `..`, or be a full path.")]
    [InlineData("observations: {file: a.h5}\nincrements: {file: b.h5}", "must stand alone: give one of observations, analysis and increments.")]
    [InlineData("observations: {file: a.h5}\nseeds: 3", "must be 1 where a file says what was seen")]
    [InlineData("observations: {file: a.h5}\nverification: {forecasts: 1, apart: 1, length: 1, every: 1, threshold: 1}", "needs a truth; leave it out.")]
    public void Beginnings_that_do_not_agree_are_told(string beginning, string sentence)
    {
        using var given = new GivenCase(beginning);

        Told(given, "", sentence);
    }

    [Fact]
    public void A_truth_without_the_states_that_are_asked_for_says_which_it_has()
    {
        using var given = new GivenCase(
            "truth: {file: run.h5}\nobservations: {windows: 20, every: 2, times: [0, 0.1], noise: 0}");
        var times = GivenCase.Regular(30, 0.1);
        given.WriteSeries("run.h5", "u", times, GivenCase.Trajectory(times));

        Told(
            given, "observations.times ", "must be such that run.h5 has a state there, and it has them from 0 to 2.9.");
    }

    [Fact]
    public void Times_that_no_step_reaches_are_told()
    {
        using var given = new GivenCase(
            "observations: {file: a.csv}\nassimilation: "
            + "{method: cycle, analysis: etkf, members: 4, inflation: 1, background_deviation: 1, observation_deviation: 1, burn_in: 0}",
            "{method: single-pass, derivatives: spectral, library_at: midpoint}");
        File.WriteAllText(given["a.csv"], "time,x,value\n0,0,1\n0,1,1\n0.01,0,1\n0.025,0,1\n");

        Told(given, "observations.file cannot be used: ", "the interval to the time 0.025 is no multiple of model.time_step, 0.01.");
    }

    private static void Told(GivenCase given, string beginning, string sentence)
    {
        var error = Assert.Throws<SettingsException>(() => given.Run());

        Assert.Contains(beginning, error.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
