namespace Sci.Numerics;

/// <summary>Tells when slower managed code takes the place of a native library that is not here.</summary>
public static class StandIns
{
    private static readonly Lock Gate = new();
    private static readonly List<string> Told = [];
    private static readonly List<Action<string>> Listeners = [];

    /// <summary>
    /// Hears a sentence about each stand-in, what it is and what to install: of those in use already at once, of others
    /// when they are first used, on the thread that does.
    /// </summary>
    /// <returns>Ends the listening when disposed of.</returns>
    public static IDisposable Listen(Action<string> hear)
    {
        ArgumentNullException.ThrowIfNull(hear);
        lock (Gate)
        {
            Listeners.Add(hear);
            Told.ForEach(hear);
        }

        return new Listening(hear);
    }

    /// <summary>A stand-in is used; what was told is not told again.</summary>
    internal static void Tell(string sentence)
    {
        lock (Gate)
        {
            if (!Told.Contains(sentence))
            {
                Told.Add(sentence);
                Listeners.ForEach(hear => hear(sentence));
            }
        }
    }

    private sealed class Listening(Action<string> hear) : IDisposable
    {
        public void Dispose()
        {
            lock (Gate)
            {
                Listeners.Remove(hear);
            }
        }
    }
}
