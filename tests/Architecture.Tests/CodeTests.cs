using System.Text.RegularExpressions;

namespace Sci.Architecture.Tests;

public sealed class CodeTests
{
    private const int LongestFile = 400;

    [Fact]
    public void No_file_is_longer_than_four_hundred_lines() => Source.None(Source.Code()
        .Select(path => (Path: path, Lines: Source.Text(path).AsSpan().Count('\n')))
        .Where(file => file.Lines > LongestFile));

    [Fact]
    public void Only_native_folders_call_native_libraries() => Source.None(Source.Code("src")
        .Where(path => !path.Split('/').Contains("Native"))
        .Where(path => Regex.IsMatch(Source.Bare(path), @"\b(LibraryImport|DllImport)\b")));

    [Fact]
    public void Only_the_command_line_writes_to_the_console() => Source.None(Source.Code("src")
        .Where(path => !path.StartsWith("src/Cli/", StringComparison.Ordinal) && path != "src/Reader/Program.cs")
        .Where(path => Regex.IsMatch(Source.Bare(path), @"\bConsole\s*\.")));

    [Theory]
    [InlineData("src/Numerics")]
    [InlineData("src/Solvers")]
    [InlineData("src/Assimilation")]
    [InlineData("src/Discovery")]
    public void Stages_know_nothing_of_files(string folder) => Source.None(Source.Code(folder)
        .Where(path => !path.Split('/').Contains("Native"))
        .Where(path => Regex.IsMatch(Source.Bare(path), @"(?<![.\w])(File|Directory|FileStream|StreamReader|StreamWriter)\b\s*[.(]")));

    [Fact]
    public void Nothing_is_left_to_do() => Source.None(Source.Code()
        .Where(path => !path.StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal))
        .Where(path => Regex.IsMatch(Source.Text(path), @"\b(TODO|FIXME|NotImplementedException)\b")));

    [Fact]
    public void Names_say_what_a_thing_is() => Source.None(Source.Code("src")
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Where(name => Regex.IsMatch(name, "(Utils?|Helpers?|Manager|Base)$")));
}
