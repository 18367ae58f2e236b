using Sci.Cases;
using Sci.Hdf5;
using Sci.Testing;

namespace Sci.Cli.Tests;

/// <summary>What a shell proposes for a line that has been begun.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("vali", "validate")]
    [InlineData("cases/ks -e honest-KS-1", "honest-KS-1,honest-KS-10")]
    [InlineData("run cases/lorenz63 --exper", "--experiment")]
    [InlineData("cases/lorenz6", "cases/lorenz63")]
    [InlineData("report cases/gp", "cases/gpme-probconserv")]
    [InlineData("list examples/model-py", "examples/model-python")]
    [InlineData("new my-case --like lorenz9", "lorenz96")]
    [InlineData("schema --kind tw", "twin")]
    [InlineData("completion fi", "fish")]
    [InlineData("cases/ks --set tr", "truth.")]
    [InlineData("cases/ks --set model.time", "model.time_step=")]
    [InlineData("run cases/solve-1d -e ks -s system.di", "system.differences=")]
    [InlineData("cases/lorenz96 --set assimilation.infl", "assimilation.inflation=")]
    [InlineData("cases/ks --set model.no_such_", "")]
    [InlineData("", "cases/burgers-deeponet,cases/burgers-fno")]
    [InlineData("schema --kind none-such", "")]
    [InlineData("no/such/case -e ", "")]
    public void Bash_proposes_what_may_follow(string line, string proposals)
    {
        var wanted = proposals.Split(',', StringSplitOptions.RemoveEmptyEntries);

        var found = Bash(line, Repository.Root);

        Assert.Empty(wanted.Except(found));
        Assert.All(found, each => Assert.StartsWith(line.Split(' ')[^1], each, StringComparison.Ordinal));
        Assert.Equal(wanted.Length == 0, found.Length == 0);
    }

    [Fact]
    public void Help_names_an_argument_and_not_all_that_it_may_be()
    {
        var (_, said) = SystemProgram.Run(
            "bash", "-c", "cd \"$1\" && \"$2\" --help", "bash", Repository.Root,
            Path.Combine(AppContext.BaseDirectory, "sci"));

        Assert.Contains("<DIR>  Folder of the case", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Bash_proposes_the_datasets_of_a_file()
    {
        using var folder = new TemporaryFolder();
        using (var file = Hdf5File.Create(folder["a.h5"]))
        {
            file.WriteDoubles("vorticity", [1, 2], [2]);
        }

        Assert.Equal(["vorticity"], Bash("show a.h5 --dataset v", folder.FullName));
    }

    // Readline takes what follows a sign for a word of its own.
    [Theory]
    [InlineData("cases/ks --set model.scheme=etdrk", "etdrk2,etdrk4")]
    [InlineData("cases/ks --set discovery.method=solver", "solver-in-the-loop")]
    [InlineData("cases/burgers-fno --set training.reflections=", "false,true")]
    [InlineData("cases/ks --set model.time_step=", "")]
    public void Bash_proposes_the_values_among_which_a_setting_chooses(string line, string values) =>
        Assert.Equal(
            values.Split(',', StringSplitOptions.RemoveEmptyEntries), Bash(line, Repository.Root).Order());

    [Fact]
    public void A_list_of_experiments_goes_on_after_a_comma() =>
        Assert.Contains("honest-KS-1,honest-KS-2", Suggestions("cases/ks -e honest-KS-1,honest-KS"));

    // As bash does it when Tab is pressed, with the script that the program prints.
    private static string[] Bash(string line, string folder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "sci");
        const string Press = """
            cd "$1" || exit 1
            source <("$2" completion bash)
            COMP_LINE="$2 $3" COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<< "$COMP_LINE"
            [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _sci
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        var (_, said) = SystemProgram.Run("bash", "-c", Press, "bash", folder, program, line);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string[] Suggestions(string line)
    {
        using var output = new StringWriter();
        var terminal = new Terminal(
            output, output, LiveOut: false, LiveError: false, TimeProvider.System, CancellationToken.None);
        var path = line.Replace("cases/ks", Path.Combine(Repository.Root, "cases", "ks"), StringComparison.Ordinal);
        _ = SciCommand.Run([$"[suggest:{path.Length}]", path], terminal, CaseKinds.All);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
