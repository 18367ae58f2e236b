namespace Sci.Discovery;

/// <summary>A standardised design with the noise, the prices and the protected columns of a selection.</summary>
/// <remarks>Columns and target have root mean square 1, so that no answer depends on the units they came in.</remarks>
internal sealed class EvidenceProblem
{
    // Precision of a protected weight: its prior is flat on any scale that a standardised weight can have.
    public const double Flat = 1e-12;

    // Precision, over its sparsity factor, of a weight that the evidence does not want and its group does.
    private const double Idle = 1e6;

    private const int MaximumSweeps = 200;

    // Largest change of a logarithm: at its maximum the evidence moves by the square of it.
    private const double Still = 1e-4;

    private readonly NoiseVariance noise;

    public EvidenceProblem(
        CompressedDesign design, NoiseVariance noise, IPenalty penalty, IReadOnlyList<string> @protected,
        IReadOnlyList<IReadOnlyList<string>> groups)
    {
        Original = design;
        this.noise = noise;
        Scales = [.. Enumerable.Range(0, design.Columns).Select(j => design.Scale(j) is > 0 and var scale ? scale : 1)];
        TargetScale = Math.Sqrt(design.TargetSquare / design.Rows) is > 0 and var target ? target : 1;
        Design = design.Rescaled(Scales, TargetScale);
        Prices = new Prices(design, penalty, @protected, must: 0, groups);
    }

    public CompressedDesign Original { get; }

    public CompressedDesign Design { get; }

    public double[] Scales { get; }

    public double TargetScale { get; }

    public Prices Prices { get; }

    public IEnumerable<int> Protected => Prices.Kept;

    public bool IsProtected(int column) => Prices.IsKept(column);

    /// <summary>The noise precision that a residual and a number of parameters ask for.</summary>
    public double Beta(double residualSquare, double parameters) => noise switch
    {
        KnownVariance known => TargetScale * TargetScale / known.Value,
        EstimatedVariance estimated => Math.Min(
            Math.Max(Design.Rows - parameters, 1) / Math.Max(residualSquare, double.Epsilon),
            1 / Math.Max(estimated.Floor * estimated.Floor, 1e-30)),
        _ => throw new InvalidOperationException($"{noise} is no noise that this selection knows."),
    };

    /// <summary>
    /// Gives the columns of groups flat priors: they are in because of their group, and shrinking would hide that they
    /// may be anything that the data allow.
    /// </summary>
    public void Free(Marginal model)
    {
        for (var place = 0; place < model.Support.Count; place++)
        {
            if (Prices.GroupOf(model.Support[place]).Length > 1)
            {
                model.Alpha[place] = Flat;
            }
        }

        model.Refresh();
    }

    /// <summary>A model of the protected columns alone, at the precision from which forward searches start.</summary>
    public Marginal Start()
    {
        // A tenth of the target's variance is taken for noise at first, as Tipping and Faul do.
        var model = new Marginal(Design, Beta(0.1 * Design.TargetSquare, 0));
        foreach (var column in Protected)
        {
            model.Add(column, Flat);
        }

        return model;
    }

    /// <summary>One exact coordinate ascent over the precisions in the model, then the noise's.</summary>
    /// <returns>The largest change of a logarithm.</returns>
    public double Sweep(Marginal model)
    {
        model.Refresh();
        var change = 0.0;
        for (var place = model.Support.Count - 1; place >= 0; place--)
        {
            if (IsProtected(model.Support[place]))
            {
                continue;
            }

            var (s, q) = model.LeaveOneOut(place);
            var isWanted = q * q > s * (1 + 1e-9);
            if (!isWanted && Prices.GroupOf(model.Support[place]).Length == 1)
            {
                model.RemoveAt(place);
                model.Refresh();
                change = double.PositiveInfinity;
                continue;
            }

            var alpha = isWanted ? s * s / ((q * q) - s) : Math.Max(Idle * s, Flat);
            change = Math.Max(change, Math.Abs(Math.Log(alpha / model.Alpha[place])));
            model.SetAlpha(place, alpha);
        }

        var beta = Beta(model.ResidualSquare, model.Parameters);
        change = Math.Max(change, Math.Abs(Math.Log(beta / model.Beta)));
        model.Beta = beta;
        return change;
    }

    /// <summary>Sweeps until the precisions settle; columns that the evidence does not want leave the model.</summary>
    public bool Settle(Marginal model)
    {
        for (var sweep = 0; sweep < MaximumSweeps; sweep++)
        {
            if (Sweep(model) < Still)
            {
                model.Refresh();
                return true;
            }
        }

        model.Refresh();
        return false;
    }

    /// <summary>The settled model of a set of columns, started from least squares.</summary>
    public Marginal Settled(IReadOnlyList<int> support)
    {
        int[] columns = [.. support];
        var weights = Design.Solve(columns, new double[columns.Length]);
        var residual = Design.ResidualSquare(columns, weights);
        var model = new Marginal(Design, Beta(residual, columns.Length));
        for (var i = 0; i < columns.Length; i++)
        {
            var square = Math.Max(weights[i] * weights[i], 1e-12);
            model.Add(columns[i], IsProtected(columns[i]) ? Flat : 1 / square);
        }

        Settle(model);
        return model;
    }
}
