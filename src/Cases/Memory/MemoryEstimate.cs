using System.Globalization;

namespace Sci.Cases;

/// <summary>What a run will hold in memory at its peak: the process, and the arrays of its fullest stage.</summary>
/// <remarks>
/// Measured runs stay within 20 % of it, garbage included, unless it says that it is a least (docs/command-line.md).
/// </remarks>
public sealed class MemoryEstimate
{
    /// <summary>
    /// Resident bytes of a run with small arrays: runtime, code, HDF5, OpenBLAS, young garbage (bounded in Sci.csproj).
    /// </summary>
    public const double Process = 110e6;

    /// <summary>The same of a run that loads libtorch.</summary>
    public const double ProcessWithTorch = 260e6;

    /// <summary>An estimate over stages that follow upon one another.</summary>
    /// <param name="process">Bytes without the arrays.</param>
    /// <param name="isAtLeast">Whether there are arrays of unknown size beside these.</param>
    /// <param name="stages">The arrays of each stage.</param>
    public MemoryEstimate(double process, bool isAtLeast, params IReadOnlyList<HeldArray>[] stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        (BaseBytes, IsAtLeast) = (process, isAtLeast);
        Held = stages.Length == 0 ? [] : stages.MaxBy(stage => stage.Sum(held => held.Bytes))!;
    }

    /// <summary>Bytes of the process without arrays.</summary>
    public double BaseBytes { get; }

    /// <summary>Whether a run may well take more.</summary>
    public bool IsAtLeast { get; }

    /// <summary>The arrays of the fullest stage.</summary>
    public IReadOnlyList<HeldArray> Held { get; }

    /// <summary>Bytes at the peak.</summary>
    public double Bytes => BaseBytes + Held.Sum(held => held.Bytes);

    /// <summary>The array that takes most, where that is a tenth of the whole; else null.</summary>
    public HeldArray? Largest => Held.MaxBy(held => held.Bytes) is { } most && most.Bytes > Bytes / 10 ? most : null;

    /// <summary>Bytes that a process may have here: the machine's, its container's, or the runtime's limit.</summary>
    public static double Available => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>What stands against a run with so many bytes there, in a clause with the way out; else null.</summary>
    public string? Complaint(double available)
    {
        if (Held.FirstOrDefault(held => held.Numbers > Array.MaxLength) is { } endless && Bytes <= available)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"would hold {endless.Numbers:g4} numbers in one array, {endless.What}, "
                + $"where {Array.MaxLength} are the most: take fewer {endless.Remedy}");
        }

        var way = Largest is { } largest
            ? $"; most of it, {Text(largest.Bytes)}, is {largest.What}: take fewer {largest.Remedy}"
            : "";
        return Bytes <= available ? null
            : $"would take {Total} of memory, and {Text(available)} are there{way}";
    }

    /// <summary>The total and, where one array is much of it, that one.</summary>
    public override string ToString() =>
        Largest is { } largest ? $"{Total}, {Text(largest.Bytes)} of it {largest.What}" : Total;

    private string Total => $"{(IsAtLeast ? "at least" : "about")} {Text(Bytes)}";

    /// <summary>Bytes as a reader wants them: three digits.</summary>
    public static string Text(double bytes) => bytes < 0.9995e9
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:g3} GB");
}
