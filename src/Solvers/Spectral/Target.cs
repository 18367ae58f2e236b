namespace Sci.Solvers;

/// <summary>Where a step of a program adds its result: one of the results, or a field that later steps read.</summary>
internal readonly record struct Target(bool IsRate, int Index);
