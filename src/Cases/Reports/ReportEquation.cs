namespace Sci.Cases.Reports;

/// <summary>An equation of a report.</summary>
/// <param name="Name">What it is: <c>model</c>, <c>discovered</c>.</param>
/// <param name="Text">In the language of cases: <c>u_t = -u*u_x - u_xx</c>; several are parted by semicolons.</param>
/// <param name="Latex">The same for a paper.</param>
public sealed record ReportEquation(string Name, string Text, string Latex);
