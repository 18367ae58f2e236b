namespace TorchSharp;

/// <summary>Disposes what was made while it was the thread's innermost scope, save what was moved out of it.</summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? innermost;

    private readonly HashSet<IDisposable> held = new(ReferenceEqualityComparer.Instance);
    private readonly DisposeScope? outer = innermost;

    internal DisposeScope() => innermost = this;

    public int DisposablesCount => held.Count;

    /// <summary>Hands it to the scope around this one, or to nobody where there is none.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
    {
        _ = held.Remove(disposable);
        outer?.Attach(disposable);
        return disposable;
    }

    /// <summary>Lets no scope dispose of it any more.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        _ = held.Remove(disposable);
        if (disposable is torch.Tensor tensor)
        {
            tensor.Scope = null;
        }

        return disposable;
    }

    public void Attach(IDisposable disposable)
    {
        _ = held.Add(disposable);
        if (disposable is torch.Tensor tensor)
        {
            tensor.Scope = this;
        }
    }

    public void DisposeEverything()
    {
        foreach (var each in held.ToArray())
        {
            each.Dispose();
        }

        held.Clear();
    }

    public void Dispose()
    {
        DisposeEverything();
        innermost = outer;
    }

    internal static void Register(IDisposable made) => innermost?.Attach(made);

    internal void Forget(IDisposable disposed) => _ = held.Remove(disposed);
}
