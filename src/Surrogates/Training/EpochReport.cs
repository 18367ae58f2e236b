namespace Sci.Surrogates;

/// <summary>How training stood after an epoch.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Loss">Mean loss over the epoch's steps.</param>
/// <param name="Validation">Mean error of each validation sample, NaN where the epoch was not validated.</param>
/// <param name="Rate">Learning rate of the last step.</param>
public sealed record EpochReport(int Epoch, double Loss, double Validation, double Rate);
