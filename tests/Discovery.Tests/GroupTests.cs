using Sci.Numerics;

namespace Sci.Discovery.Tests;

public class GroupTests
{
    private static readonly SupersetBackward Selection = new(
        new EstimatedVariance(1e-6), new InformationPenalty(), 0, []);

    [Fact]
    public void A_group_is_in_or_out_as_a_whole_with_coefficients_of_its_own()
    {
        var design = Design((values, i) => (1.5 * values[0][i]) - (0.7 * values[3][i]), noise: 0.1);
        var grouped = Selection with { Groups = [["a", "b"], ["c", "e"]] };
        var fit = grouped.Fit(design);
        Assert.Equal([0, 3], Selection.Fit(design).Support);
        Assert.Equal([0, 1, 3], fit.Support);
        Assert.Equal(1.5, fit.Weights[0], 5 * fit.Deviations[0]);
        Assert.Equal(0, fit.Weights[1], 5 * fit.Deviations[1]);

        // Free, not shrunk: as sure as least squares of 2500 rows with noise of 0.1.
        Assert.Equal(0.1 / Math.Sqrt(2500), fit.Deviations[1], 0.2 * 0.1 / Math.Sqrt(2500));
        Assert.All(fit.Path.Concat(fit.RunnersUp.Select(other => other.Model)), model =>
        {
            Assert.Equal(model.Support.Contains(0), model.Support.Contains(1));
            Assert.Equal(model.Support.Contains(2), model.Support.Contains(4));
        });
    }

    [Fact]
    public void A_group_that_is_worth_less_than_its_price_stays_out()
    {
        // ½χ² is 18 for d in the mean: more than a term's price of 5.5, less than that of four.
        var design = Design((values, i) => 0.12 * values[3][i], noise: 1);
        Assert.Equal([3], Selection.Fit(design).Support);
        Assert.Empty((Selection with { Groups = [["a", "b", "c", "d"]] }).Fit(design).Support);
    }

    [Fact]
    public void Prices_by_size_count_a_group_once()
    {
        var design = Design((values, i) => values[0][i], noise: 0.1);
        var fair = Selection with { Penalty = new MultiplicityPenalty(), Groups = [["a", "b"]] };
        var best = fair.Fit(design).Path.Single(model => model.Support.SequenceEqual([0, 1]));
        Assert.Equal(Math.Log(2500) + Math.Log(4), best.LogEvidence - best.Score, 1e-8 * Math.Abs(best.LogEvidence));
    }

    [Fact]
    public void A_weak_form_keeps_groups_whole()
    {
        var search = new EquationSearch(
            new WeakForm(new WeakGridRule(4, 100), new InformationPenalty()),
            new SupersetBackward(new EstimatedVariance(1e-4), new InformationPenalty(), 0, [])
            {
                Groups = [["u_xx", "u_xxx"], ["u", "u_x"]],
            });
        var answer = search.Find(
            [PdeData.Burgers.Noisy(0.05, new RandomSource(1))], "u", TermLibrary.Conservative("u", 3, 4));
        Assert.Equal(["(u^2)_x", "u_xx", "u_xxx"], answer.Fit.Support.Select(
            column => answer.Fit.Names[column]).Order(StringComparer.Ordinal));
        Assert.Equal(0.1, answer.Fit.Weights[answer.Fit.Names.ToList().IndexOf("u_xx")], 0.02);
    }

    [Fact]
    public void Groups_that_overlap_are_refused()
    {
        var design = Design((values, i) => values[0][i], noise: 0.1);
        Assert.Throws<ArgumentException>(() => (Selection with { Groups = [["a", "b"], ["b", "c"]] }).Fit(design));
        Assert.Throws<ArgumentException>(
            () => (Selection with { Groups = [["a", "b"]], Protected = ["a"] }).Fit(design));
    }

    private static TriangularFactor Design(Func<States, int, double> truth, double noise)
    {
        const int rows = 2500;
        var (values, random) = (new States(5, rows), new RandomSource(21));
        random["columns"].Normals(values.Values);
        var target = new double[rows];
        random["noise"].Normals(target);
        for (var i = 0; i < rows; i++)
        {
            target[i] = truth(values, i) + (noise * target[i]);
        }

        return TriangularFactor.Of(new DenseDesign(["a", "b", "c", "d", "e"], values, target));
    }
}
