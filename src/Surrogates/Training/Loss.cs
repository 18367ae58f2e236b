using static TorchSharp.torch;

namespace Sci.Surrogates;

/// <summary>How far predictions are from targets, both [batch, …]; what training makes small.</summary>
public delegate Tensor Loss(Tensor prediction, Tensor target);
