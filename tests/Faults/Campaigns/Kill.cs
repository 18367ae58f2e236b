using Sci.Numerics;

namespace Sci.Faults;

/// <summary>
/// kill -9 at random moments in every stage of every default case, and the run that goes on from there.
/// </summary>
internal static class Kill
{
    public static void Run(Tally tally, FaultOptions options)
    {
        var random = new RandomSource(options.Seed)["kill"];
        foreach (var name in SmallCase.Names.Where(each => options.Cases.Count == 0 || options.Cases.Contains(each)))
        {
            var place = Directory.CreateTempSubdirectory("sci-kill-");
            var arguments = SmallCase.Arguments(name, options.Full);
            var undisturbed = Path.Combine(options.Keep ?? place.FullName, name);
            new KilledCase(name, arguments, undisturbed, place.FullName, random[name]).Run(tally, options.Kills);
            place.Delete(recursive: true);
        }
    }

    /// <summary>One case, with the undisturbed run beside it.</summary>
    private sealed class KilledCase(
        string name, string[] arguments, string undisturbed, string place, RandomSource random)
    {
        private readonly string killed = Path.Combine(place, "killed");

        public void Run(Tally tally, int kills)
        {
            var whole = SciProgram.RunApart([.. arguments, "--out", undisturbed]);
            if (whole.Code != 0)
            {
                tally.Add(new Verdict(false, 0, $"the undisturbed run fails: {whole}"), name);
                return;
            }

            var wanted = Contents.Of(undisturbed);
            var moments = Moments(whole.Seconds);
            foreach (var (after, seconds) in moments)
            {
                for (var count = 0; count < kills; count++)
                {
                    End(after, seconds * random.Uniform());
                    tally.Add(
                        new Verdict(
                            false, 0, Contents.Within(Contents.Of(killed), wanted) ? null : "a stage file differs"),
                        $"{name} after {after}");
                }
            }

            var rerun = SciProgram.RunApart([.. arguments, "--out", killed]);
            var found = Contents.Of(killed);
            var others = found.Except(wanted).Concat(wanted.Except(found)).Select(each => each.Key).Distinct().ToList();
            var isClean = !Directory.EnumerateFiles(killed, "*.unfinished", SearchOption.AllDirectories).Any();
            tally.Add(
                Verdict.Of(rerun with { Seconds = 0 }).Require(
                        rerun.Code == 0 && others.Count == 0, $"the rerun differs in {string.Join(", ", others)}: {rerun}")
                    .Require(isClean, "something unfinished is left"), $"{name}, rerun");
        }

        // The files of the undisturbed run in the order in which they came, and the time from each to the next.
        private List<(string After, double Seconds)> Moments(double whole)
        {
            var files = Directory.EnumerateFiles(undisturbed, "*", SearchOption.AllDirectories)
                .Where(path => path.EndsWith(".h5", StringComparison.Ordinal))
                .Select(path => (Name: Path.GetRelativePath(undisturbed, path), Time: File.GetLastWriteTimeUtc(path)))
                .OrderBy(file => file.Time).ToList();
            var ends = Directory.EnumerateFiles(undisturbed, "result.json", SearchOption.AllDirectories)
                .Max(File.GetLastWriteTimeUtc);
            var stages = files.Zip(files.Skip(1).Select(next => next.Time).Append(ends))
                .Select(pair => (pair.First.Name, (pair.Second - pair.First.Time).TotalSeconds)).ToList();
            return [("", Math.Max(0.1, whole - stages.Sum(stage => stage.TotalSeconds))), .. stages];
        }

        private void End(string after, double seconds)
        {
            using var run = SciProgram.Start([.. arguments, "--out", killed]);
            while (!run.HasExited && after.Length > 0 && !File.Exists(Path.Combine(killed, after)))
            {
                Thread.Sleep(1);
            }

            _ = run.WaitForExit(TimeSpan.FromSeconds(seconds));
            run.Kill();
            run.WaitForExit();
        }
    }
}
