namespace Sci.Surrogates;

/// <summary>Memory of one share of the points: activations, adjoints, and the gradient so far, lane by lane.</summary>
internal sealed unsafe class JetWorkspace<T>
    where T : unmanaged
{
    private readonly AlignedBuffer<T> memory;

    public JetWorkspace(int block, int outputs, int equations, int scratch, int gradient, int coefficients)
    {
        Block = block;
        Gradient = new AlignedBuffer<T>(gradient);
        memory = new AlignedBuffer<T>((2 * outputs) + (2 * equations * block) + scratch);
        Values = memory.Pointer;
        Adjoints = Values + outputs;
        Residuals = Adjoints + outputs;
        Seeds = Residuals + (equations * block);
        Scratch = Seeds + (equations * block);
        Coefficients = new T[coefficients];
        CoefficientAdjoints = new double[coefficients];
    }

    public int Block { get; }

    public T* Values { get; }

    public T* Adjoints { get; }

    public T* Residuals { get; }

    public T* Seeds { get; }

    public T* Scratch { get; }

    public AlignedBuffer<T> Gradient { get; }

    public T[] Coefficients { get; }

    public double[] CoefficientAdjoints { get; }
}
