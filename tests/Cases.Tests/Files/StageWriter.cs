using Sci.Cases.Files;
using Sci.Hdf5;

namespace Sci.Cases.Tests.Files;

/// <summary>What <see cref="FaultTests"/> runs in a process of its own, to kill it.</summary>
internal static class StageWriter
{
    public const int Values = 200_000;

    /// <summary>Writes stage after stage, and says so; with <c>stop</c> it stops in the middle of the second.</summary>
    public static int Run(string folder, bool stop)
    {
        try
        {
            using var store = new StageStore(folder);
            for (var number = 1; number <= 3; number++)
            {
                store.GetOrCompute(StageOf(number), Read, _ => ValuesOf(number), (file, values) => Write(
                    file, values, stop && number == 2));
                Console.WriteLine($"wrote {number}");
            }

            return 0;
        }
        catch (StageException error)
        {
            Console.WriteLine(error.Message);
            return 4;
        }
    }

    public static Stage StageOf(int number) => new($"{number}-stage", "", Fingerprint.Of($"{number}-stage", ""));

    public static double[] ValuesOf(int number) => [.. Enumerable.Range(0, Values).Select(i => (double)(i + number))];

    public static double[] Read(Hdf5Container file) => file.ReadDoubles("u");

    private static void Write(Hdf5Container file, double[] values, bool stop)
    {
        file.WriteDoubles("u", values, [values.Length]);
        if (stop)
        {
            ((Hdf5File)file).Flush();
            Console.WriteLine("half");
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
