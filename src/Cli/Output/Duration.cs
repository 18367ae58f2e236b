using System.Globalization;

namespace Sci.Cli.Output;

/// <summary>Times as people say them.</summary>
internal static class Duration
{
    public static string Text(double seconds) => seconds switch
    {
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds:f0} s"),
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:f0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:f1} h"),
    };
}
