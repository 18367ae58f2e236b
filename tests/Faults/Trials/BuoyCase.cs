namespace Sci.Faults;

/// <summary>A case that begins with a user's observations.</summary>
internal static class BuoyCase
{
    /// <summary>Its settings.</summary>
    /// <param name="file">The observations.</param>
    /// <param name="points">Points of the grid, one length unit apart.</param>
    public static string Of(string file, int points) => $$"""
        title: Buoys
        seed: 1
        grid: {points: {{points}}, length: {{points}}}
        model: {equation: u_t = -u*u_x - u_xxxx, scheme: etdrk4, time_step: 0.1}
        observations: {file: {{file}}}
        assimilation: {method: cycle, members: 5, analysis: etkf, inflation: 1.05, observation_deviation: 0.05}
        discovery:
          method: single-pass
          library_at: analysis
          library: {maximum_power: 1, maximum_derivative: 2}
          regression: {method: evidence, floor: 1e-4, minimum_contribution: 1e-2}
        """;
}
