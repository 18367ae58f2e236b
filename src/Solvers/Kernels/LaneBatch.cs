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

    private LaneBatch(LaneCore groups, LaneCore? alone)
    {
        this.groups = groups;
        this.alone = alone;
    }

    /// <summary>
    /// Lanes for one field on a line of 2^m points without padding or given fields, and in periodic boxes; else
    /// nothing.
    /// </summary>
    public static LaneBatch? Of(SpectralCore core) => core.Fourier.Y is null ? OnLine(core)
        : core.Fourier.HasWalls ? null : InBox(core);

    private static LaneBatch? OnLine(SpectralCore core)
    {
        var fits = core.Equation.Fields.Count == 1 && LaneFft<FourLanes>.Fits(core.Fourier.Points)
            && core.Grid.Points == core.Fourier.Points && !core.Rest.HasConstants;
        return !fits ? null : new LaneBatch(
            Vector512.IsHardwareAccelerated ? new MemberCore<EightLanes>(core) : new MemberCore<FourLanes>(core),
            LaneFft<FourPlaces>.Fits(core.Fourier.Points) ? new MemberCore<FourPlaces>(core) : null);
    }

    private static LaneBatch? InBox(SpectralCore core) =>
        Vector512.IsHardwareAccelerated && BoxCore<EightPlaces>.Fits(core) ? new LaneBatch(
            new BoxCore<EightPlaces>(core), null)
        : BoxCore<FourPlaces>.Fits(core) ? new LaneBatch(new BoxCore<FourPlaces>(core), null)
        : null;

    /// <summary>Carries every row forward.</summary>
    public void Advance(LaneWork work)
    {
        var states = work.States;
        var (whole, rest) = Math.DivRem(states.Count, groups.Width);
        var single = alone is not null && 2 * rest <= groups.Width ? rest : 0;
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
