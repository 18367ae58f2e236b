using Sci.Numerics;

namespace Sci.Cases.Figures;

/// <summary>One image of several that share their axes and colours.</summary>
/// <param name="Title">Its name, above it.</param>
/// <param name="Values">Values of the field, rows upwards: shape [vertical, horizontal].</param>
public sealed record Panel(string Title, States Values);
