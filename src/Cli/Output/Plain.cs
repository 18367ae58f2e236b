namespace Sci.Cli.Output;

/// <summary>Text that may come from files of others, without the characters that steer a terminal.</summary>
internal static class Plain
{
    /// <summary>The same with a mark in the place of each control character.</summary>
    public static string Text(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(each => char.IsControl(each) ? '\uFFFD' : each))
        : text;
}
