using Sci.Numerics;

namespace Sci.Discovery;

/// <summary>How a window's forecast moves with its start and with the coefficients.</summary>
/// <param name="ToStart">Row (time, coordinate), shape [(times - 1)·dimension, dimension].</param>
/// <param name="ToCoefficients">Shape [terms, (times - 1)·dimension].</param>
internal sealed record Derivatives(States ToStart, States ToCoefficients);
