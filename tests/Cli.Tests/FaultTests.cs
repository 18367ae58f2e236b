using Sci.Faults;

namespace Sci.Cli.Tests;

/// <summary>The fault campaign in short; <c>dotnet run --project tests/Faults</c> is the whole of it.</summary>
public sealed class FaultTests
{
    [Fact]
    public void Damaged_files_and_hostile_settings_cost_a_sentence_and_nothing_else()
    {
        var options = new FaultOptions
        {
            Mutations = 80,
            Only = ["stages", "observations", "yaml", "text", "results", "twice", "commands"],
        };

        var tallies = FaultCampaign.Run(options, _ => { });

        Assert.Empty(tallies.SelectMany(tally => tally.Wrong));
        Assert.All(
            tallies, tally => Assert.True(tally.Refused > 0, $"{tally.Fault}: {tally.Tried} tried, none refused"));
    }
}
