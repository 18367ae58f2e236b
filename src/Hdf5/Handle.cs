using System.Runtime.InteropServices;

namespace Sci.Hdf5;

/// <summary>An identifier of the library and the call that gives it back.</summary>
internal sealed class Handle : SafeHandle
{
    private readonly Func<long, int> close;

    /// <summary>Takes over <paramref name="id"/>.</summary>
    /// <exception cref="Hdf5Exception">The identifier is negative: the call that made it failed.</exception>
    public Handle(long id, Func<long, int> close, string subject)
        : base(-1, ownsHandle: true)
    {
        this.close = close;
        SetHandle((nint)Library.Check(id, subject));
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle < 0;

    /// <summary>The identifier itself; valid while the lock is held, for releasing takes the lock too.</summary>
    public static implicit operator long(Handle handle) =>
        handle.IsClosed
            ? throw new ObjectDisposedException(nameof(Handle), "The HDF5 object is closed.") : handle.handle;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        using var scope = Library.Enter();
        return close(handle) >= 0;
    }
}
