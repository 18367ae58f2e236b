using System.Numerics;
using System.Runtime.Intrinsics;
using Sci.Numerics;
using Sci.Numerics.Lanes;

namespace Sci.Solvers.Kernels;

/// <summary>Carries a batch forward: whole groups with a member in every lane, a few left over one by one.</summary>
internal sealed class LaneBatch
{
    // Values of one state from which threads within a step pay: 128 by 128.
    private const int WorthThreads = 16_384;

    private readonly LaneCore groups;
    private readonly LaneCore? alone;
    private readonly int mostAlone;

    /// <param name="groups">Carries whole groups.</param>
    /// <param name="alone">Carries one member, if there is such a core.</param>
    /// <param name="mostAlone">Number of members left over that are cheaper one by one than as a group.</param>
    private LaneBatch(LaneCore groups, LaneCore? alone, int mostAlone)
    {
        this.groups = groups;
        this.alone = alone;
        this.mostAlone = alone is null ? 0 : mostAlone;
    }

    /// <summary>
    /// Lanes for one field on a line of 2^m points without padding or given fields, and in periodic boxes; else
    /// nothing.
    /// </summary>
    public static LaneBatch? Of(SpectralCore core, Precision precision) => (core.Fourier, precision == Precision.Single)
        switch
        {
            ({ HasWalls: true }, _) => null,
            ({ Y: null }, true) => OnLine<float, Places128<float>>(core, groupsPerAlone: 4),
            ({ Y: null }, false) => OnLine<double, Places256<double>>(core, groupsPerAlone: 2),
            (_, true) => InBox<float>(core),
            (_, false) => InBox<double>(core),
        };

    // A member alone, whose places lie in vectors of four numbers, takes as long as a part of a group.
    private static LaneBatch? OnLine<T, TPlaces>(SpectralCore core, int groupsPerAlone)
        where T : unmanaged, INumber<T>
        where TPlaces : unmanaged, ILanes<TPlaces, T>
    {
        var points = core.Fourier.Points;
        if (core.Equation.Fields.Count != 1 || !LaneFft<Members256<T>, T>.Fits(points)
            || core.Grid.Points != points || core.Rest.HasConstants)
        {
            return null;
        }

        LaneCore groups = Vector512.IsHardwareAccelerated
            ? new MemberCore<Members512<T>, T>(core) : new MemberCore<Members256<T>, T>(core);
        var alone = LaneFft<TPlaces, T>.Fits(points) ? new MemberCore<TPlaces, T>(core) : null;
        return new LaneBatch(groups, alone, mostAlone: groups.Width / groupsPerAlone);
    }

    private static LaneBatch? InBox<T>(SpectralCore core)
        where T : unmanaged, INumber<T> =>
        Vector512.IsHardwareAccelerated && BoxCore<Places512<T>, T>.Fits(core)
            ? new LaneBatch(new BoxCore<Places512<T>, T>(core), null, 0)
        : BoxCore<Places256<T>, T>.Fits(core) ? new LaneBatch(new BoxCore<Places256<T>, T>(core), null, 0)
        : null;

    /// <summary>Carries every row forward.</summary>
    public void Advance(LaneWork work)
    {
        var states = work.States;
        var (whole, rest) = Math.DivRem(states.Count, groups.Width);
        var single = rest <= mostAlone ? rest : 0;
        var jobs = whole + (single > 0 ? single : Math.Min(rest, 1));
        if (jobs == 1 && states.Size >= WorthThreads)
        {
            (single > 0 ? alone! : groups).Advance(work, 0, Workers.Limit);
            return;
        }

        Rows.ForEach(jobs, (long)work.Steps * states.Values.Length, job =>
        {
            var isSingle = single > 0 && job >= whole;
            var first = isSingle ? (whole * groups.Width) + job - whole : job * groups.Width;
            (isSingle ? alone! : groups).Advance(work, first, threads: 1);
        });
    }
}
