using Sci.Numerics;

namespace Sci.Discovery.Tests;

public class SelectionTests
{
    private static readonly SupersetBackward Selection = new(
        new EstimatedVariance(1e-6), new InformationPenalty(), 0, []);

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.1)]
    public void Exactly_the_true_terms_are_found_among_25(double noise)
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            var problem = SyntheticDesign.Make(1000, 25, noise, new RandomSource(seed));
            Assert.Equal(problem.Support, Selection.Fit(TriangularFactor.Of(problem.Design)).Support);
        }
    }

    [Fact]
    public void Clean_data_give_the_true_weights_to_rounding_and_no_other()
    {
        var problem = SyntheticDesign.Make(1000, 25, 0, new RandomSource(3));
        var fit = Selection.Fit(TriangularFactor.Of(problem.Design));
        Assert.Equal(problem.Support, fit.Support);
        for (var j = 0; j < problem.Weights.Length; j++)
        {
            Assert.Equal(problem.Weights[j], fit.Weights[j], 1e-11);
        }
    }

    [Fact]
    public void Units_do_not_matter()
    {
        // Powers of two change no digit: the standardised problems, and so the answers, are equal bit for bit.
        var problem = SyntheticDesign.Make(1000, 25, 0.2, new RandomSource(7));
        var design = GramMatrix.Of(problem.Design);
        double[] units = [.. Enumerable.Range(0, 25).Select(j => Math.Pow(2, (7 * j % 25) - 12))];
        var fit = Selection.Fit(design);
        var other = Selection.Fit(design.Rescaled(units, 1024));
        Assert.Equal(fit.Support, other.Support);
        Assert.Equal(fit.Inclusion, other.Inclusion);
        for (var j = 0; j < 25; j++)
        {
            Assert.Equal(fit.Weights[j], other.Weights[j] * 1024 / units[j], 1e-12);
        }
    }

    [Fact]
    public void Plain_evidence_keeps_an_irrelevant_column_with_the_probability_that_theory_gives()
    {
        // P(χ²₁ > 1) = 0.317 at κ = 0; P(x - 1 - ln x > 2κ) at κ = ½ ln n + ln M is below one in a thousand.
        var (kept, believed) = (0, 0);
        const int trials = 400;
        for (var trial = 0; trial < trials; trial++)
        {
            var values = new States(1, 500);
            var target = new double[500];
            new RandomSource(11)[trial]["column"].Normals(values.Values);
            new RandomSource(11)[trial]["target"].Normals(target);
            var design = GramMatrix.Of(new DenseDesign(["noise"], values, target));
            kept += (Selection with { Penalty = new ConstantPenalty(0) }).Fit(design).Support.Count;
            believed += Selection.Fit(design).Support.Count;
        }

        var expected = 0.3173 * trials;
        Assert.InRange(kept, expected - (3 * Math.Sqrt(expected)), expected + (3 * Math.Sqrt(expected)));
        Assert.InRange(believed, 0, 8);
    }

    [Fact]
    public void Two_deviations_cover_the_truth_in_nineteen_of_twenty()
    {
        var (covered, all) = (0, 0);
        for (var seed = 100UL; seed < 160; seed++)
        {
            var problem = SyntheticDesign.Make(1000, 25, 0.1, new RandomSource(seed));
            var fit = Selection.Fit(TriangularFactor.Of(problem.Design));
            foreach (var j in problem.Support)
            {
                covered += Math.Abs(fit.Weights[j] - problem.Weights[j]) < 2 * fit.Deviations[j] ? 1 : 0;
                all++;
            }
        }

        // Binomial(300, 0.954): three standard deviations are 11.
        Assert.InRange(covered, (0.954 * all) - 11, all);
    }

    [Fact]
    public void Terms_needed_jointly_are_found_where_forward_search_stops_short()
    {
        // t = a - b with a and b nearly parallel, and c closer to t than either.
        var values = new States(3, 2000);
        var random = new RandomSource(5);
        random["values"].Normals(values.Values);
        var target = new double[2000];
        for (var i = 0; i < 2000; i++)
        {
            var (common, left, rest) = (values[0][i], values[1][i], values[2][i]);
            values[0][i] = common + (0.05 * left);
            values[1][i] = common;
            target[i] = (20 * (values[0][i] - values[1][i])) + (0.01 * random.Normal());
            values[2][i] = left + (0.3 * rest);
        }

        var fit = Selection.Fit(TriangularFactor.Of(new DenseDesign(["a", "b", "c"], values, target)));
        Assert.Equal([0, 1], fit.Support);
        Assert.Equal(20, fit.Weights[0], 5 * fit.Deviations[0]);
    }

    [Fact]
    public void Two_columns_that_three_others_stand_in_for_are_found()
    {
        // The others leave 2 and 1 % of the two columns; no exchange of one column leads from them to the truth.
        var problem = SyntheticDesign.Make(1000, 1000, 0.01, new RandomSource(3));
        var selection = Selection with { Penalty = new MultiplicityPenalty() };
        Assert.Equal(problem.Support, selection.Fit(GramMatrix.Of(problem.Design)).Support);
    }

    [Fact]
    public void Nothing_is_found_in_noise_and_protected_terms_stay()
    {
        var values = new States(5, 3000);
        var target = new double[3000];
        new RandomSource(8)["values"].Normals(values.Values);
        new RandomSource(8)["target"].Normals(target);
        var design = GramMatrix.Of(new DenseDesign(["a", "b", "c", "d", "e"], values, target));
        Assert.Empty(Selection.Fit(design).Support);
        Assert.Equal([3], (Selection with { Protected = ["d"] }).Fit(design).Support);
    }

    [Fact]
    public void A_small_contribution_is_not_believed_but_stays_on_the_path()
    {
        var values = new States(2, 1000);
        new RandomSource(9).Normals(values.Values);
        var target = new double[1000];
        for (var i = 0; i < 1000; i++)
        {
            target[i] = values[0][i] + (1e-4 * values[1][i]);
        }

        var design = TriangularFactor.Of(new DenseDesign(["large", "small"], values, target));
        Assert.Equal([0, 1], Selection.Fit(design).Support);
        var fit = (Selection with { MinimumContribution = 1e-3 }).Fit(design);
        Assert.Equal([0], fit.Support);
        Assert.Contains(fit.Path, model => model.Support.Count == 2);
    }

    [Fact]
    public void A_column_and_its_double_are_reported_as_aliases()
    {
        var values = new States(3, 1000);
        new RandomSource(10).Normals(values.Values);
        var target = new double[1000];
        for (var i = 0; i < 1000; i++)
        {
            values[2][i] = (3 * values[0][i]) + (0.01 * values[2][i]);
            target[i] = values[0][i] + values[1][i];
        }

        var fit = Selection.Fit(TriangularFactor.Of(new DenseDesign(["a", "b", "a again"], values, target)));
        var alias = Assert.Single(fit.Aliases);
        Assert.Equal((0, 2), (alias.Selected, alias.Other));
        Assert.Equal(1, alias.Correlation, 1e-4);
    }

    [Fact]
    public void A_set_costs_the_logarithm_of_how_many_sets_have_its_size()
    {
        var problem = SyntheticDesign.Make(1000, 25, 0.5, new RandomSource(12));
        var fair = Selection with { Penalty = new MultiplicityPenalty(), Protected = [problem.Design.Names[1]] };
        var path = fair.Fit(TriangularFactor.Of(problem.Design)).Path;
        Assert.Contains(path, model => model.Support.Count > 5);
        Assert.All(path, model =>
        {
            // The protected term is in every set, so 24 are chosen from.
            var (chosen, sets) = (model.Support.Count - 1, 1.0);
            for (var i = 0; i < chosen; i++)
            {
                sets *= (24.0 - i) / (i + 1);
            }

            var price = (0.5 * chosen * Math.Log(1000)) + Math.Log(sets);
            Assert.Equal(price, model.LogEvidence - model.Score, 1e-8 * Math.Abs(model.LogEvidence));
        });
    }

    [Fact]
    public void A_price_for_the_set_lets_few_false_terms_in()
    {
        // Beside 5 of 25 terms another is believed if it is worth ½ ln n + ln(20/6): by chance one in 3000.
        var wrong = 0;
        var fair = Selection with { Penalty = new MultiplicityPenalty() };
        for (var seed = 200UL; seed < 240; seed++)
        {
            var problem = SyntheticDesign.Make(1000, 25, 0.1, new RandomSource(seed));
            wrong += fair.Fit(TriangularFactor.Of(problem.Design)).Support.Except(problem.Support).Any() ? 1 : 0;
        }

        // 40 draws of 20 chances each make 0.3 in the mean.
        Assert.InRange(wrong, 0, 2);
    }

    [Fact]
    public void The_runner_up_has_the_odds_of_its_score()
    {
        var problem = SyntheticDesign.Make(1000, 25, 0.5, new RandomSource(12));
        var fit = Selection.Fit(TriangularFactor.Of(problem.Design));
        var best = fit.Path.MaxBy(model => model.Score)!;
        Assert.Equal(fit.Support, best.Support);
        Assert.Equal(Math.Exp(fit.RunnersUp[0].Model.Score - best.Score), fit.RunnersUp[0].Odds, 1e-9);
        Assert.All(fit.Inclusion, share => Assert.InRange(share, 0, 1 + 1e-12));
        Assert.Equal(fit.LogEvidence, best.LogEvidence, 1e-6);
    }

    [Fact]
    public void The_standardised_machine_does_not_depend_on_units()
    {
        var problem = SyntheticDesign.Make(1000, 25, 0.1, new RandomSource(13));
        var design = GramMatrix.Of(problem.Design);
        var machine = new Standardised(new RelevanceVectorMachine(
            new MacKayUpdate(), new EstimatedVariance(1e-6), 1e-6, 1, 1e6, 1e-3, 5000));
        var fit = machine.Fit(design);
        var other = machine.Fit(design.Rescaled([.. Enumerable.Repeat(8.0, 25)], 0.5));
        Assert.Equal(fit.Support, other.Support);
        foreach (var j in fit.Support)
        {
            Assert.Equal(fit.Weights[j], other.Weights[j] * 0.5 / 8, 1e-9);
            Assert.Equal(fit.Deviations[j], other.Deviations[j] * 0.5 / 8, 1e-9);
        }
    }

    [Fact]
    public void Forward_search_alone_finds_well_separated_terms()
    {
        var problem = SyntheticDesign.Make(1000, 25, 0.1, new RandomSource(14));
        var machine = new TippingFaul(new EstimatedVariance(1e-6), new InformationPenalty(), [], 500);
        Assert.Equal(problem.Support, machine.Fit(TriangularFactor.Of(problem.Design)).Support);
    }
}
