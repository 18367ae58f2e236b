using System.Text.RegularExpressions;
using HDF.PInvoke;

namespace Sci.Hdf5;

/// <summary>The HDF5 library: its one lock, whether it is there, and its errors as exceptions.</summary>
internal static partial class Library
{
    // The serial library keeps global state (identifiers, caches, the error stack): one call at a time.
    private static readonly Lock Gate = new();

    private static bool started;

    // Builds that allow threads keep one error stack a thread, each with its own printer.
    [ThreadStatic]
    private static bool quiet;

    /// <summary>Enters the lock; the library is loaded and prints nothing on its own.</summary>
    /// <exception cref="Hdf5Exception">The library is not on this machine, or is older than 1.10.</exception>
    public static Lock.Scope Enter()
    {
        var scope = Gate.EnterScope();
        try
        {
            if (!started)
            {
                Start();
                started = true;
            }

            if (!quiet)
            {
                quiet = H5E.set_auto(H5E.DEFAULT, null!, 0) >= 0;
            }
        }
        catch
        {
            scope.Dispose();
            throw;
        }

        return scope;
    }

    /// <summary>
    /// Returns <paramref name="result"/> unless it is negative, which is how the library reports failure.
    /// </summary>
    public static long Check(long result, string subject) => result >= 0 ? result : throw Failure(subject);

    /// <inheritdoc cref="Check(long, string)"/>
    public static int Check(int result, string subject) => result >= 0 ? result : throw Failure(subject);

    /// <summary>The library's last error as an exception: outermost reason, then innermost.</summary>
    public static Hdf5Exception Failure(string subject)
    {
        var reasons = new List<string>();
        H5E.walk_t collect = (uint _, ref H5E.error_t error, nint _) =>
        {
            reasons.Add(error.desc);
            return 0;
        };
        _ = H5E.walk(H5E.DEFAULT, H5E.direction_t.H5E_WALK_DOWNWARD, collect, 0);
        _ = H5E.clear(H5E.DEFAULT);
        string[] told = reasons.Count == 0 ? ["no reason given"] : [reasons[0], Brief(reasons[^1])];
        return new Hdf5Exception($"{subject}: {string.Join(": ", told.Distinct())}.");
    }

    // The driver for files appends the time, the buffer and the offset to the system's own words.
    private static string Brief(string reason) => SystemError().Match(reason) is { Success: true } match
        ? $"{match.Groups["what"]}: {match.Groups["why"]}"
        : reason;

    [GeneratedRegex(@"^(?<what>[^:,]+)[:,].*error message = '(?<why>[^']+)'", RegexOptions.Singleline)]
    private static partial Regex SystemError();

    private static void Start()
    {
        uint major = 0, minor = 0, release = 0;
        try
        {
            // Files are closed here, not at exit: closing one that a full disk cut short crashes the library there.
            if (H5.dont_atexit() < 0 || H5.open() < 0 || H5.get_libversion(ref major, ref minor, ref release) < 0)
            {
                throw new Hdf5Exception("The HDF5 library does not start.");
            }
        }
        catch (DllNotFoundException missing)
        {
            throw new Hdf5Exception(
                "HDF5 is not on this machine; install it with: sudo apt-get install -y libhdf5-103-1 libhdf5-hl-100 "
                + "(or your system's package of HDF5 1.10 or newer).", missing);
        }

        if (major == 1 && minor < 10)
        {
            throw new Hdf5Exception($"HDF5 {major}.{minor}.{release} is too old; install HDF5 1.10 or newer.");
        }
    }
}
