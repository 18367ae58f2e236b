using Sci.Cases.Settings;

namespace Sci.Cases.Tests.Settings;

/// <summary>A right file, and what is said of wrong ones.</summary>
internal static class Reading
{
    public const string Right = """
        title: soup
        oven:
          N: 64
          time_step: 1/4
        """;

    public static Kitchen One(string text) =>
        SettingsFile.Parse<Kitchen>(text, "k.yaml").Select([], []).Single().Settings;

    public static string Error(string text) =>
        Assert.Throws<SettingsException>(() => SettingsFile.Parse<Kitchen>(text, "k.yaml")).Message;
}
