using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// One index of a tensor: a number, a range, every element, all dimensions not named, a new one, or a tensor of
/// indices.
/// </summary>
public readonly struct TensorIndex
{
    private enum Form
    {
        Single,
        Slice,
        Ellipsis,
        Null,
        Tensor,
    }

    private readonly Form form;
    private readonly long start;
    private readonly long stop;
    private readonly long step;
    private readonly Tensor? tensor;

    private TensorIndex(Form form, long start = 0, long stop = long.MaxValue, long step = 1, Tensor? tensor = null)
    {
        this.form = form;
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.tensor = tensor;
    }

    public static TensorIndex Ellipsis { get; } = new(Form.Ellipsis);

    public static TensorIndex Null { get; } = new(Form.Null);

    public static TensorIndex Colon { get; } = new(Form.Slice);

    public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
        new(Form.Slice, start ?? 0, stop ?? long.MaxValue, step ?? 1);

    public static TensorIndex Single(long index) => new(Form.Single, index);

    public static TensorIndex Tensor(Tensor indices) => new(Form.Tensor, tensor: indices);

    public static implicit operator TensorIndex(long value) => Single(value);

    public static implicit operator TensorIndex(Tensor value) => Tensor(value);

    public static implicit operator TensorIndex(Range range) => Slice(
        range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
        range.End.IsFromEnd ? (range.End.Value == 0 ? null : -range.End.Value) : range.End.Value);

    internal static Tensor Read(Tensor source, TensorIndex[] indices)
    {
        var (viewed, tensors) = View(source, indices);
        return tensors.Length == 0 ? viewed : Operator.One("index.Tensor", viewed, tensors);
    }

    internal static void Write(Tensor target, TensorIndex[] indices, Tensor value)
    {
        var (viewed, tensors) = View(target, indices);
        if (tensors.Length == 0)
        {
            _ = viewed.copy_(value);
            return;
        }

        Operator.InPlace("index_put_", viewed, tensors, value);
    }

    // Numbers and ranges make a view; tensors are left for the operator that takes them all at once.
    private static (Tensor Viewed, Tensor?[] Tensors) View(Tensor source, TensorIndex[] indices)
    {
        var (viewed, dimension, tensors) = (One("alias", source), 0L, new List<Tensor?>());
        var named = indices.Count(index => index.form is Form.Single or Form.Slice or Form.Tensor);
        foreach (var index in indices)
        {
            var before = viewed;
            viewed = index.form switch
            {
                Form.Single => viewed.select(dimension, index.start),
                Form.Slice => viewed.slice(dimension, index.start, index.stop, index.step),
                Form.Null => viewed.unsqueeze(dimension),
                _ => viewed,
            };
            if (!ReferenceEquals(before, viewed))
            {
                before.Dispose();
            }

            var passed = index.form switch { Form.Single => 0, Form.Ellipsis => source.ndim - named, _ => 1 };
            dimension += passed;
            tensors.AddRange(Enumerable.Repeat(index.tensor, (int)passed));
        }

        return (viewed, tensors.TrueForAll(each => each is null) ? [] : [.. tensors]);
    }

    private static Tensor One(string name, Tensor source) => Operator.One(name, source);
}
