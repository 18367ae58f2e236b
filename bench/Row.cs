namespace Sci.Bench;

/// <summary>One measured work.</summary>
/// <param name="Work">Its name.</param>
/// <param name="Ours">Our time.</param>
/// <param name="Reference">The reference's time, measured in turn with ours; null where there is none.</param>
/// <param name="Ratio">Median over the turns of ours to the reference's.</param>
/// <param name="Unit">Of both times.</param>
internal sealed record Row(string Work, double Ours, double? Reference, double? Ratio, string Unit);
