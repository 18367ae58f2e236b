using System.Collections;

namespace TorchSharp.Utils;

/// <summary>The elements of a contiguous tensor on the CPU, in place.</summary>
public sealed class TensorAccessor<T> : IEnumerable<T>
    where T : unmanaged
{
    private readonly torch.Tensor tensor;

    internal TensorAccessor(torch.Tensor tensor)
    {
        _ = tensor.Values<T>();
        this.tensor = tensor;
    }

    public long Count => tensor.NumberOfElements;

    public T this[params long[] indices]
    {
        get => tensor.Values<T>()[At(indices)];
        set => tensor.Values<T>()[At(indices)] = value;
    }

    public T[] ToArray() => tensor.Values<T>().ToArray();

    public void CopyTo(Span<T> destination) => tensor.Values<T>().CopyTo(destination);

    public void CopyFrom(ReadOnlySpan<T> source) => source.CopyTo(tensor.Values<T>());

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int At(long[] indices)
    {
        var (_, strides) = tensor.Layout();
        return (int)(indices.Length == 1 ? indices[0] : indices.Zip(strides, (index, stride) => index * stride).Sum());
    }
}
