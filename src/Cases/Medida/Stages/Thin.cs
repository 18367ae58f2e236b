using System.Diagnostics;
using Sci.Numerics;

namespace Sci.Cases;

/// <summary>Fields on a coarser grid that is part of the finer one.</summary>
internal static class Thin
{
    /// <summary>Every so many points of each row that <paramref name="points"/> are left.</summary>
    public static States Rows(States fine, int points)
    {
        var stride = fine.Size / points;
        Debug.Assert(stride * points == fine.Size, "The settings are checked.");
        var coarse = new States(fine.Count, points);
        for (var row = 0; row < fine.Count; row++)
        {
            for (var i = 0; i < points; i++)
            {
                coarse[row][i] = fine[row][i * stride];
            }
        }

        return coarse;
    }
}
