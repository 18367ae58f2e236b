namespace Sci.Cases.Settings;

/// <summary>Marks a setting that decides what a run costs and never what it finds: fingerprints leave it out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CostOnlyAttribute : Attribute;
