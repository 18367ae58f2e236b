using System.Collections.Concurrent;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>An operator of libtorch, called by its name with boxed values: <c>add.Tensor</c>, <c>matmul</c>.</summary>
/// <remarks>
/// Arguments come in the order of the operator's schema; those that are left out take the schema's defaults. A call
/// costs about a microsecond over the operator itself.
/// </remarks>
internal static unsafe class Operator
{
    private static readonly ConcurrentDictionary<string, nint> Found = new();

    /// <summary>Calls an operator with one tensor for a result.</summary>
    public static Tensor One(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = Call(name, arguments);
        return new Tensor((nint)results[0].Bits);
    }

    /// <summary>Calls an operator with several tensors, or a list of them, for a result.</summary>
    public static Tensor[] Many(string name, params ReadOnlySpan<Argument> arguments)
    {
        var results = Call(name, arguments);
        var tensors = new Tensor[results.Length];
        for (var i = 0; i < tensors.Length; i++)
        {
            tensors[i] = new Tensor((nint)results[i].Bits);
        }

        return tensors;
    }

    /// <summary>Calls an operator that answers yes or no.</summary>
    public static bool Truth(string name, params ReadOnlySpan<Argument> arguments) =>
        Call(name, arguments)[0].Bits != 0;

    /// <summary>Calls an operator for its effect on an argument.</summary>
    public static void InPlace(string name, params ReadOnlySpan<Argument> arguments)
    {
        foreach (var result in Call(name, arguments))
        {
            if (result.Kind == ValueKind.Tensor)
            {
                Shim.FreeTensor((nint)result.Bits);
            }
        }
    }

    // The results lie in the shim and last until this thread's next call.
    private static ReadOnlySpan<Value> Call(string name, ReadOnlySpan<Argument> arguments)
    {
        var words = 0;
        foreach (var argument in arguments)
        {
            words += argument.Words;
        }

        var values = stackalloc Value[arguments.Length];
        var scratch = stackalloc long[words];
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = LayOut(arguments[i], ref scratch);
        }

        Shim.Check(Shim.CallOperator(Find(name), values, arguments.Length, out var results, out var produced));
        foreach (var argument in arguments)
        {
            GC.KeepAlive(argument.Object);
        }

        return new ReadOnlySpan<Value>(results, produced);
    }

    private static Value LayOut(Argument argument, ref long* scratch)
    {
        var value = new Value { Kind = argument.Kind, Bits = argument.Bits };
        switch (argument.Object)
        {
            case null:
                return value;
            case Tensor tensor:
                value.Bits = tensor.Pointer;
                return value;
            case long[] integers:
                integers.CopyTo(new Span<long>(scratch, integers.Length));
                value.Count = integers.Length;
                break;
            case double[] doubles:
                doubles.CopyTo(new Span<double>(scratch, doubles.Length));
                value.Count = doubles.Length;
                break;
            case IReadOnlyList<Tensor?> tensors:
                for (var i = 0; i < tensors.Count; i++)
                {
                    scratch[i] = tensors[i]?.Pointer ?? 0;
                }

                value.Count = tensors.Count;
                break;
            case string text:
                value.Count = Encoding.UTF8.GetBytes(text, new Span<byte>(scratch, argument.Words * sizeof(long)));
                break;
        }

        value.Bits = (nint)scratch;
        scratch += argument.Words;
        return value;
    }

    private static nint Find(string name)
    {
        if (Found.TryGetValue(name, out var found))
        {
            return found;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        Shim.Check(Shim.FindOperator(
            $"aten::{(dot < 0 ? name : name[..dot])}", dot < 0 ? "" : name[(dot + 1)..], out found));
        return Found.GetOrAdd(name, found);
    }
}
