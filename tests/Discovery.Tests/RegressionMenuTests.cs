using Sci.Numerics;

namespace Sci.Discovery.Tests;

public class RegressionMenuTests
{
    public static TheoryData<string> Methods =>
        ["STLSQ", "SSR", "OMP", "best subset", "lasso", "SR3", "MSTLS", "evidence"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_method_finds_well_separated_terms_and_their_weights(string name)
    {
        // Independent columns, so that each method is within what its authors claim.
        var (design, support, weights) = Independent(0.05, new RandomSource(1));
        foreach (var compressed in new CompressedDesign[] { GramMatrix.Of(design), TriangularFactor.Of(design) })
        {
            var fit = Method(name).Fit(compressed);
            Assert.True(fit.Converged);
            Assert.Equal(support, fit.Support);
            foreach (var j in support)
            {
                Assert.Equal(weights[j], fit.Weights[j], 5 * fit.Deviations[j]);
                Assert.InRange(fit.Deviations[j], 0.5 * 0.05 / Math.Sqrt(2000), 2 * 0.05 / Math.Sqrt(2000));
            }
        }
    }

    [Fact]
    public void Best_subset_is_no_worse_than_any_other_model_of_its_size()
    {
        var design = TriangularFactor.Of(SyntheticDesign.Make(500, 25, 0.3, new RandomSource(2)).Design);
        var best = new BestSubset(MaximumTerms: 3).Fit(design);
        var greedy = new OrthogonalMatching(MaximumTerms: 3).Fit(design);
        foreach (var model in greedy.Path)
        {
            var same = best.Path.Single(other => other.Support.Count == model.Support.Count);
            Assert.True(same.ResidualFraction <= model.ResidualFraction * (1 + 1e-12));
        }
    }

    [Fact]
    public void Best_subset_refuses_what_would_never_end()
    {
        var design = GramMatrix.Of(SyntheticDesign.Make(400, 200, 0.1, new RandomSource(3)).Design);
        Assert.Contains("SupersetBackward", Assert.Throws<ArgumentException>(() => new BestSubset(6).Fit(design)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lasso_leaves_nothing_at_its_largest_penalty_and_solves_its_conditions_below()
    {
        var (design, _, _) = Independent(0.3, new RandomSource(4));
        var gram = GramMatrix.Of(design);
        Assert.Empty(new Lasso(1, 1000).Fit(gram).Support);
        Assert.NotEmpty(new Lasso(0.9, 1000).Fit(gram).Support);
    }

    [Fact]
    public void Stability_selection_counts_how_often_a_term_is_chosen()
    {
        var problem = SyntheticDesign.Make(4096, 25, 0.3, new RandomSource(5));
        GramMatrix[] blocks = [.. Enumerable.Range(0, problem.Design.Tiles).Select(
            tile => GramMatrix.Of(new OneTile(problem.Design, tile)))];
        var inner = new SupersetBackward(new EstimatedVariance(1e-6), new InformationPenalty(), 0, []);
        var fit = new StabilitySelection(inner, Draws: 12, Share: 0.6).Fit(blocks, new RandomSource(6));
        Assert.Equal(problem.Support, fit.Support);
        Assert.All(problem.Support, j => Assert.True(fit.Inclusion[j] >= 0.6));
        var again = new StabilitySelection(inner, Draws: 12, Share: 0.6).Fit(blocks, new RandomSource(6));
        Assert.Equal(fit.Inclusion, again.Inclusion);
    }

    private static ISparseRegression Method(string name) => name switch
    {
        "STLSQ" => new Standardised(new ThresholdedLeastSquares(Threshold: 0.1, Ridge: 1e-5)),
        "SSR" => new StepwiseReduction(),
        "OMP" => new OrthogonalMatching(MaximumTerms: 8),
        "best subset" => new BestSubset(MaximumTerms: 4),
        "lasso" => new Lasso(Penalty: 0.2, MaximumSweeps: 1000),
        "SR3" => new RelaxedRegularised(Threshold: 0.1, Relaxation: 1, MaximumIterations: 1000),
        "MSTLS" => new ModifiedThresholding(Thresholds: 50),
        _ => new SupersetBackward(new EstimatedVariance(1e-6), new InformationPenalty(), 0, []),
    };

    private static (DenseDesign Design, int[] Support, double[] Weights) Independent(double noise, RandomSource random)
    {
        const int rows = 2000;
        var values = new States(12, rows);
        random["columns"].Normals(values.Values);
        double[] weights = [0, 1.2, 0, 0, -0.7, 0, 0, 0, 0.5, 0, 0, 0];
        var target = new double[rows];
        random["noise"].Normals(target);
        for (var i = 0; i < rows; i++)
        {
            target[i] *= noise;
            for (var j = 0; j < weights.Length; j++)
            {
                target[i] += weights[j] * values[j][i];
            }
        }

        return (new DenseDesign([.. Enumerable.Range(0, 12).Select(j => $"c{j}")], values, target), [1, 4, 8], weights);
    }

    private sealed record OneTile(IDesign Inner, int Tile) : IDesign
    {
        public IReadOnlyList<string> Names => Inner.Names;

        public int Tiles => 1;

        public int RowsOf(int tile) => Inner.RowsOf(Tile);

        public void Fill(int tile, Span<double> columns) => Inner.Fill(Tile, columns);
    }
}
