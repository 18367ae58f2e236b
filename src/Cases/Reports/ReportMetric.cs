namespace Sci.Cases.Reports;

/// <summary>A figure of merit.</summary>
/// <param name="Name">Its fixed name, as in the results for programs: <c>epsilon_after</c>.</param>
/// <param name="Meaning">What it is, in words.</param>
/// <param name="Value">Its value; not a number where it could not be had.</param>
/// <param name="Unit">Its unit; empty where it has none.</param>
public sealed record ReportMetric(string Name, string Meaning, double Value, string Unit);
