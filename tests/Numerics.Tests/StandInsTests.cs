namespace Sci.Numerics.Tests;

public class StandInsTests
{
    [Fact]
    public void Each_is_told_once_to_those_who_listen_and_to_those_who_come_later()
    {
        List<string> early = [], late = [];
        using (StandIns.Listen(early.Add))
        {
            StandIns.Tell("A test's transforms are slow.");
            StandIns.Tell("A test's transforms are slow.");
        }

        using (StandIns.Listen(late.Add))
        {
            StandIns.Tell("A test's algebra is slow.");
        }

        Assert.Equal(["A test's transforms are slow."], early.Where(
            line => line.StartsWith("A test", StringComparison.Ordinal)));
        Assert.Equal(
            ["A test's transforms are slow.", "A test's algebra is slow."],
            late.Where(line => line.StartsWith("A test", StringComparison.Ordinal)));
    }
}
