namespace Sci.Cases;

/// <summary>The field of least energy through the readings, which are taken as exact.</summary>
public sealed record MinimumEnergySettings : PriorSettings;
