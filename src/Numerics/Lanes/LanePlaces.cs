namespace Sci.Numerics.Lanes;

/// <summary>Which point and which mode lies where in the arrays of <see cref="LaneFft{TLanes, T}"/>.</summary>
internal static class LanePlaces
{
    /// <summary>
    /// The point at each place: quarter r of a level holds the points that leave r when divided by four.
    /// </summary>
    public static int[] Points(int n, int leaf)
    {
        if (n == leaf)
        {
            return [.. Enumerable.Range(0, n)];
        }

        var quarter = Points(n / 4, leaf);
        return [.. Enumerable.Range(0, n).Select(place => (4 * quarter[place % (n / 4)]) + (place / (n / 4)))];
    }

    /// <summary>The mode at each place of n/2; place 0 stands for modes 0 and n/2.</summary>
    /// <remarks>
    /// A butterfly turns mode k of four quarters into k, k + n/4, k + n/2, k + 3n/4, in that order. The real ends of
    /// the quarters give 0 with n/2, then n/4, n/8 and 3n/8.
    /// </remarks>
    public static int[] Modes(int n, int leaf)
    {
        if (n == leaf)
        {
            return [.. Enumerable.Range(0, n / 2)];
        }

        var quarter = Modes(n / 4, leaf);
        int[] ends = [0, n / 4, n / 8, 3 * n / 8];
        return [.. Enumerable.Range(0, 4).SelectMany(r =>
            quarter.Select((mode, place) => place == 0 ? ends[r] : mode + (r * n / 4)))];
    }

    /// <summary>
    /// The points when four blocks lie in the lanes: the first points of four blocks, then their second ones, …
    /// </summary>
    public static int[] Spread(int[] points, int block) =>
        [.. Enumerable.Range(0, points.Length).Select(at =>
        {
            var (group, within) = Math.DivRem(at, 4 * block);
            return points[(block * ((4 * group) + (within % 4))) + (within / 4)];
        })];
}
