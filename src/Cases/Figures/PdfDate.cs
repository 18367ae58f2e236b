namespace Sci.Cases.Figures;

/// <summary>The moment that cairo writes into its PDF files, and that equal figures must not differ by.</summary>
internal static class PdfDate
{
    /// <summary>Sets it to the beginning of 1970; a date of the same length moves nothing else in the file.</summary>
    public static void Clear(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var key = "/CreationDate (D:"u8;
        var at = bytes.AsSpan().LastIndexOf(key);
        var date = at < 0 ? default : bytes.AsSpan(at + key.Length);
        if (date.Length > 14 && date.IndexOfAnyExceptInRange((byte)'0', (byte)'9') == 14)
        {
            "19700101000000"u8.CopyTo(date);
            File.WriteAllBytes(path, bytes);
        }
    }
}
