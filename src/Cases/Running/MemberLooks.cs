using System.Globalization;
using Sci.Hdf5;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>What looks at single members of an ensemble's forecasts showed, over all runs.</summary>
/// <param name="All">Number of the run, and the look.</param>
internal sealed record MemberLooks(IReadOnlyList<(int Run, EnsembleLook Look)> All)
{
    // Where the case does not ask for another: errors of the forecasts by the grid are then a hundredth of the fields.
    private const double UsualTail = 0.01;

    public static MemberLooks None { get; } = new([]);

    /// <summary>The looks of one run.</summary>
    public static MemberLooks Of(WatchedEnsemble watched) => new([.. watched.Looks.Select(look => (0, look))]);

    /// <summary>The looks of several runs, in their order.</summary>
    public static MemberLooks Of(IEnumerable<MemberLooks> runs) =>
        new([.. runs.SelectMany((run, number) => run.All.Select(each => (number, each.Look)))]);

    /// <summary>Writes them beside what else a stage's file holds, if there are any.</summary>
    public void Write(Hdf5Container file)
    {
        if (All.Count == 0)
        {
            return;
        }

        file.WriteScale<int>("look", [.. Enumerable.Range(0, All.Count)], "1", "number of a look at one member");
        void Whole(string name, Func<(int Run, EnsembleLook Look), int> of, string meaning) =>
            file.WriteField<int>(name, [.. All.Select(of)], ["look"], "1", meaning);
        void Real(string name, Func<EnsembleLook, double> of, string meaning) =>
            file.WriteField<double>(name, [.. All.Select(each => of(each.Look))], ["look"], "1", meaning);
        Whole("look_run", each => each.Run, "number of the run");
        Whole("look_cycle", each => each.Look.Cycle, "number of the cycle, from 1");
        Whole("look_member", each => each.Look.Member, "number of the member");
        Real("look_time", look => look.Time, "time at which the forecast ends");
        Real("look_tail_before", look => look.TailBefore, "spectral tail over the peak where the forecast starts");
        Real("look_tail", look => look.Tail, "spectral tail over the peak where it ends");
        Real("look_courant", look => look.Courant, "Courant number where it ends");
    }

    /// <summary>Reads them; none from a file without.</summary>
    public static MemberLooks Read(Hdf5Container file)
    {
        if (!file.Contains("look_tail"))
        {
            return None;
        }

        var (runs, cycles, members) =
            (file.Read<int>("look_run"), file.Read<int>("look_cycle"), file.Read<int>("look_member"));
        var (times, before) = (file.Read<double>("look_time"), file.Read<double>("look_tail_before"));
        var (tails, courants) = (file.Read<double>("look_tail"), file.Read<double>("look_courant"));
        return new([.. runs.Select((run, i) => (
            run, new EnsembleLook(cycles[i], times[i], members[i], before[i], tails[i], courants[i])))]);
    }

    /// <summary>A sentence for each quantity that went beyond its limit: since when, in how many members, the
    /// remedy.</summary>
    /// <param name="limits">Those that the case sets; the Courant number is judged only where it does.</param>
    /// <param name="grid">The model's.</param>
    /// <param name="timeStep">The model's.</param>
    /// <remarks>A tail that the forecast makes smaller is the analysis's noise, not the model's.</remarks>
    public IEnumerable<string> Warnings(WatchSettings? limits, Grid grid, double timeStep)
    {
        var tail = limits?.Tail ?? UsualTail;
        var points = string.Join(" by ", grid.Axes.Select(axis => axis.Points));
        if (Beyond(look => look.Tail >= look.TailBefore ? look.Tail : 0, tail) is { } rough)
        {
            yield return $"{rough.Said} a spectral tail of up to {Text(rough.Most)} of its peak, above {Text(tail)}; "
                + $"take more points than {points}, or more viscosity.";
        }

        if (limits?.Courant is { } courant && Beyond(look => look.Courant, courant) is { } fast)
        {
            yield return $"{fast.Said} a Courant number of up to {Text(fast.Most)}, above {Text(courant)}; "
                + $"take a time step below {Text(timeStep * courant / fast.Most)}.";
        }
    }

    private (string Said, double Most)? Beyond(Func<EnsembleLook, double> quantity, double limit)
    {
        (int Run, EnsembleLook Look)[] found = [.. All.Where(each => quantity(each.Look) > limit)];
        if (found.Length == 0)
        {
            return null;
        }

        static int Members(IEnumerable<(int Run, EnsembleLook Look)> looks) =>
            looks.DistinctBy(each => (each.Run, each.Look.Member)).Count();
        var first = found.MinBy(each => (each.Look.Cycle, each.Run)).Look;
        return ($"From cycle {first.Cycle} (t = {first.Time.ToString("g6", CultureInfo.InvariantCulture)}) on, "
            + $"{Members(found)} of the {Members(All)} members looked at have forecasts with",
            found.Max(each => quantity(each.Look)));
    }

    private static string Text(double value) => value.ToString("g3", CultureInfo.InvariantCulture);
}
