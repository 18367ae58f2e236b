namespace Sci.Discovery;

/// <summary>The posterior and the evidence of a set of columns at given precisions.</summary>
/// <remarks>
/// H = βΦᵀΦ + A = LLᵀ, Σ = H⁻¹, μ = βΣΦᵀt; log evidence ½[n ln β - n ln 2π + Σ ln α - ln|H| - β‖t - Φμ‖² - Σ αμ²].
/// Tipping (2001), JMLR 1, 211-244, and Tipping and Faul (2003).
/// </remarks>
internal sealed class Marginal
{
    private readonly CompressedDesign design;
    private Cholesky factor = Cholesky.Of([], 0);

    public Marginal(CompressedDesign design, double beta)
    {
        this.design = design;
        Beta = beta;
        InS = new double[design.Columns];
        InQ = new double[design.Columns];
    }

    /// <summary>Columns in the model, in the order in which they came.</summary>
    public List<int> Support { get; } = [];

    /// <summary>Precision of each weight in the model.</summary>
    public List<double> Alpha { get; } = [];

    /// <summary>Precision of the noise.</summary>
    public double Beta { get; set; }

    /// <summary>Posterior covariance of the weights, shape [k, k].</summary>
    public double[] Sigma { get; private set; } = [];

    /// <summary>Posterior mean of the weights, shape [k].</summary>
    public double[] Mean { get; private set; } = [];

    /// <summary>The sparsity factor S of every column, with respect to the whole model.</summary>
    public double[] InS { get; }

    /// <summary>The quality factor Q of every column, with respect to the whole model.</summary>
    public double[] InQ { get; }

    /// <summary>Effective number of parameters Σγ, γ = 1 - αΣ.</summary>
    public double Parameters
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < Support.Count; i++)
            {
                sum += 1 - (Alpha[i] * Sigma[(i * Support.Count) + i]);
            }

            return sum;
        }
    }

    /// <summary>‖t - Φμ‖².</summary>
    public double ResidualSquare =>
        design.ResidualSquare(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Support), Mean);

    /// <summary>Adds a column to the model.</summary>
    public void Add(int column, double alpha)
    {
        Support.Add(column);
        Alpha.Add(alpha);
    }

    /// <summary>Drops the column at a place of the model.</summary>
    public void RemoveAt(int place)
    {
        Support.RemoveAt(place);
        Alpha.RemoveAt(place);
    }

    /// <summary>Computes Σ and μ afresh.</summary>
    public void Refresh()
    {
        var k = Support.Count;
        var h = new double[k * k];
        Mean = new double[k];
        for (var i = 0; i < k; i++)
        {
            Mean[i] = Beta * design.Moment(Support[i]);
            for (var j = 0; j <= i; j++)
            {
                h[(i * k) + j] = Beta * design.Product(Support[i], Support[j]);
            }

            h[(i * k) + i] += Alpha[i];
        }

        factor = Cholesky.Of(h, k);
        factor.Solve(Mean);
        Sigma = factor.Inverse();
    }

    /// <summary>Computes S and Q of every column; to be called after <see cref="Refresh"/>.</summary>
    public void RefreshFactors()
    {
        var k = Support.Count;
        Span<double> g = new double[k];
        for (var m = 0; m < design.Columns; m++)
        {
            var fit = 0.0;
            for (var i = 0; i < k; i++)
            {
                g[i] = design.Product(m, Support[i]);
                fit += g[i] * Mean[i];
            }

            factor.Forward(g);
            var explained = 0.0;
            foreach (var value in g)
            {
                explained += value * value;
            }

            InS[m] = Beta * (design.Product(m, m) - (Beta * explained));
            InQ[m] = Beta * (design.Moment(m) - fit);
        }
    }

    /// <summary>s and q of the column at a place of the model, with respect to the model without it.</summary>
    /// <remarks>1/Σ - α and μ/Σ; the textbook's αS/(α - S) cancels when the noise is small.</remarks>
    public (double S, double Q) LeaveOneOut(int place)
    {
        var variance = Sigma[(place * Support.Count) + place];
        return (Math.Max((1 / variance) - Alpha[place], 0), Mean[place] / variance);
    }

    /// <summary>Changes one precision, and Σ and μ with it (Sherman and Morrison).</summary>
    public void SetAlpha(int place, double alpha)
    {
        var k = Support.Count;
        var change = alpha - Alpha[place];
        if (change == 0)
        {
            return;
        }

        var gain = 1 / (Sigma[(place * k) + place] + (1 / change));
        var column = new double[k];
        for (var i = 0; i < k; i++)
        {
            column[i] = Sigma[(i * k) + place];
        }

        var shift = gain * Mean[place];
        for (var i = 0; i < k; i++)
        {
            Mean[i] -= shift * column[i];
            Cholesky.Add(column, -gain * column[i], Sigma.AsSpan(i * k, k));
        }

        Alpha[place] = alpha;
    }

    /// <summary>The log evidence; to be called after <see cref="Refresh"/>.</summary>
    public double LogEvidence()
    {
        var sum =
            (design.Rows * (Math.Log(Beta) - Math.Log(2 * Math.PI))) - factor.LogDeterminant - (Beta * ResidualSquare);
        for (var i = 0; i < Support.Count; i++)
        {
            sum += Math.Log(Alpha[i]) - (Alpha[i] * Mean[i] * Mean[i]);
        }

        return 0.5 * sum;
    }
}
