using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>
        /// A node of libtorch's graph whose gradient is managed code; lives as long as the graph does.
        /// </summary>
        internal sealed class Node(AutogradContext context, Func<Tensor, List<Tensor?>> backward)
        {
            private static readonly ConcurrentDictionary<long, Node> Alive = new();
            private static long last;

            /// <summary>Number of nodes that some graph still holds.</summary>
            public static int Count => Alive.Count;

            public static unsafe bool IsWanted(Tensor[] inputs)
            {
                fixed (nint* variables = Pointers(inputs))
                {
                    return Shim.WantsGradient(variables, inputs.Length) != 0;
                }
            }

            public static unsafe void Attach(
                Tensor[] inputs, Tensor result, AutogradContext context, Func<Tensor, List<Tensor?>> backward)
            {
                var id = Interlocked.Increment(ref last);
                Alive[id] = new Node(context, backward);
                var output = result.Pointer;
                fixed (nint* variables = Pointers(inputs))
                {
                    Shim.Check(Shim.Attach(variables, inputs.Length, &output, 1, id, &Backward, &Release));
                }
            }

            [UnmanagedCallersOnly]
            private static void Release(long id)
            {
                if (Alive.TryRemove(id, out var node))
                {
                    node.Free();
                }
            }

            // libtorch's stack lies between this and the caller: no exception may pass.
            [UnmanagedCallersOnly]
#pragma warning disable CA1031 // Every exception goes on as libtorch's.
            private static unsafe int Backward(long id, nint* gradients, int count, nint* results, int capacity)
            {
                try
                {
                    Alive[id].Run(new Span<nint>(gradients, count), new Span<nint>(results, capacity));
                    return 0;
                }
                catch (Exception exception)
                {
                    Shim.Fail(exception.Message);
                    return 1;
                }
            }
#pragma warning restore CA1031

            private void Run(Span<nint> gradients, Span<nint> results)
            {
                using var scope = NewDisposeScope();
                using var gradient = new Tensor(gradients[0]);
                var found = backward(gradient);
                for (var i = 0; i < results.Length && i < found.Count; i++)
                {
                    results[i] = found[i] is { IsInvalid: false } each ? Shim.Share(each.Pointer) : 0;
                }
            }

            private void Free() => context.Dispose();
        }
    }
}
