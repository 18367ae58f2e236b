namespace Sci.Surrogates;

/// <summary>A network's arithmetic on one block of points; immutable, so that threads share it.</summary>
internal abstract unsafe class NetworkKernel<T>
    where T : unmanaged
{
    /// <summary>Numbers of scratch that hold what <see cref="Backward"/> needs of <see cref="Forward"/>.</summary>
    public abstract int Scratch { get; }

    /// <summary>Jets of the outputs from those of the inputs.</summary>
    public abstract void Forward(T* parameters, T* inputs, T* outputs, T* scratch);

    /// <summary>
    /// Adds to the gradient, a lane for itself; the adjoint of the inputs is written unless it is null.
    /// </summary>
    public abstract void Backward(T* parameters, T* inputs, T* outputAdjoint, T* gradient, T* scratch, T* inputAdjoint);
}
