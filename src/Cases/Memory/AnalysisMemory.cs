namespace Sci.Cases;

/// <summary>What an ensemble's analysis holds beside the ensemble.</summary>
internal static class AnalysisMemory
{
    // Matrices of the series for an inverse root, or of an eigenvalue problem.
    private const int Root = 10;

    /// <summary>The arrays of one update.</summary>
    /// <param name="analysis">How the observations are taken in.</param>
    /// <param name="members">N.</param>
    /// <param name="size">Values of a state.</param>
    /// <param name="seen">Number of observations.</param>
    public static IReadOnlyList<HeldArray> Of(AnalysisSettings analysis, double members, double size, double seen) =>
        analysis switch
        {
            PerturbedAnalysisSettings or DeterministicAnalysisSettings =>
                [Observed(members, seen, 2), .. Gain(members, size, seen)],
            TransformAnalysisSettings or UnrotatedAnalysisSettings when members > seen =>
            [
                Observed(members, seen, 1), Squares("observations", seen, Root),
                new($"gains of {seen:g4} observations", seen * size, 2, "observations"),
                .. Anomalies(members, size, seen < size ? 1 : 0),
            ],
            TriangularAnalysisSettings => [Observed(members, seen, 1), .. Gain(members, size, seen)],
            SerialAnalysisSettings => [],
            ParticleAnalysisSettings => Anomalies(members, size, 1),
            LocalAnalysisSettings => [Observed(members, seen, 2), .. Anomalies(members, size, 1)],
            _ => [Observed(members, seen, 1), Squares("members", members, Root), .. Anomalies(members, size, 1)],
        };

    /// <summary>The gain in the smaller of both spaces.</summary>
    public static IReadOnlyList<HeldArray> Gain(double members, double size, double seen) => members < seen
        ? [Squares("members", members, 2), .. Anomalies(members, size, 1)]
        :
        [
            Squares("observations", seen, 1), new($"gains of {seen:g4} observations", seen * size, 1, "observations"),
            .. Anomalies(members, size, seen < size ? 1 : 0),
        ];

    /// <summary>Members as the observations see them.</summary>
    public static HeldArray Observed(double members, double seen, double copies) => new(
        $"{members:g10} members at {seen:g10} observations", members * seen, copies, "members");

    private static HeldArray Squares(string of, double count, double copies) =>
        new($"products of {count:g10} {of}", count * count, copies, of);

    private static IReadOnlyList<HeldArray> Anomalies(double members, double size, double copies) => copies == 0
        ? [] : [new($"anomalies of {members:g10} members of {size:g10} values", members * size, copies, "members")];
}
