using System.Collections.Concurrent;
using System.Numerics;
using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// The weighted sum of the losses of a model, and its gradient: jets forward, adjoints back, in one pass over the
/// points.
/// </summary>
/// <remarks>
/// The points are dealt out to a fixed number of shares, so that any number of threads gives the same bits; their
/// working memory is a thread's, so that it stays in the nearest caches. Raissi,
/// Perdikaris and Karniadakis (2019), doi:10.1016/j.jcp.2018.10.045; Taylor mode as in Bettencourt et al. (2019).
/// </remarks>
public sealed unsafe class PinnLoss<T> : IObjective<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Shares = 8;

    private readonly JetEngine<T> engine;
    private readonly AlignedBuffer<T> parameters;
    private readonly ConcurrentBag<JetWorkspace<T>> pool = [];
    private readonly double[][] gradients;
    private readonly int equations;
    private readonly double[] losses;
    private readonly double[] parts;

    /// <summary>The sum of <paramref name="terms"/> for a model.</summary>
    public PinnLoss(JetModel model, params IReadOnlyList<LossTerm<T>> terms)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(terms);
        (Model, Terms) = (model, terms);
        engine = new JetEngine<T>(model);
        parameters = new AlignedBuffer<T>(model.ParameterCount);
        equations = terms.Max(term => term.Residual.Equations);
        gradients = [.. Enumerable.Range(0, Shares).Select(_ => new double[model.ParameterCount])];
        losses = new double[terms.Count];
        parts = new double[Shares * terms.Count];
    }

    /// <summary>The model.</summary>
    public JetModel Model { get; }

    /// <summary>The losses.</summary>
    public IReadOnlyList<LossTerm<T>> Terms { get; }

    /// <summary>Each loss at the last evaluation, its weight left aside.</summary>
    public IReadOnlyList<double> Losses => losses;

    /// <inheritdoc/>
    public int Count => Model.ParameterCount;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<T> parameters, Span<T> gradient) => Evaluate(parameters, gradient, only: null);

    /// <summary>The value and gradient of one loss alone, times its weight.</summary>
    public double EvaluateTerm(int term, ReadOnlySpan<T> parameters, Span<T> gradient) =>
        Evaluate(parameters, gradient, Terms[term]);

    /// <summary>Sum over the equations of the squared residuals at each of <paramref name="points"/>.</summary>
    public double[] SquaredResiduals(ReadOnlySpan<T> parameters, JetPoints<T> points, IResidual<T> residual)
    {
        ArgumentNullException.ThrowIfNull(residual);
        return Each(parameters, points, tile =>
        {
            residual.Evaluate(tile);
            var sum = tile.Residual(0);
            for (var i = 0; i < sum.Length; i++)
            {
                var square = T.Zero;
                for (var e = 0; e < residual.Equations; e++)
                {
                    square += tile.Residual(e)[i] * tile.Residual(e)[i];
                }

                sum[i] = square;
            }

            return sum;
        });
    }

    /// <summary>A channel of an output at each of <paramref name="points"/>.</summary>
    public double[] Values(ReadOnlySpan<T> parameters, JetPoints<T> points, int output = 0, int channel = 0) =>
        Each(parameters, points, tile => tile[output, channel]);

    private delegate Span<T> Reading(JetTile<T> tile);

    private double Evaluate(ReadOnlySpan<T> given, Span<T> gradient, LossTerm<T>? only)
    {
        given.CopyTo(parameters.Values);
        Workers.For(Shares, share => Share(share, only));
        for (var p = 0; p < gradient.Length; p++)
        {
            var sum = 0.0;
            foreach (var part in gradients)
            {
                sum += part[p];
            }

            gradient[p] = T.CreateTruncating(sum);
        }

        var total = 0.0;
        for (var t = 0; t < Terms.Count; t++)
        {
            if (only is null || Terms[t] == only)
            {
                losses[t] = 0;
                for (var share = 0; share < Shares; share++)
                {
                    losses[t] += parts[(share * Terms.Count) + t];
                }

                total += Terms[t].Weight * losses[t];
            }
        }

        return total;
    }

    private void Share(int share, LossTerm<T>? only)
    {
        var work = Rent();
        for (var t = 0; t < Terms.Count; t++)
        {
            var (term, loss) = (Terms[t], 0.0);
            var tiles = term.Points.Tiles;
            for (var tile = share * tiles / Shares; tile < (share + 1) * tiles / Shares
                && (only is null || term == only); tile++)
            {
                loss += Step(term, tile, work);
            }

            parts[(share * Terms.Count) + t] = loss;
        }

        engine.End(work, gradients[share]);
        pool.Add(work);
    }

    private JetWorkspace<T> Rent()
    {
        var work = pool.TryTake(out var used) ? used : engine.Workspace(equations);
        engine.Begin(parameters.Pointer, work);
        return work;
    }

    private double Step(LossTerm<T> term, int at, JetWorkspace<T> work)
    {
        engine.Forward(parameters.Pointer, term.Points, at, work);
        engine.ClearAdjoints(work);
        var tile = engine.Tile(term.Points, at, work);
        term.Residual.Evaluate(tile);
        var (loss, twice) = (T.Zero, T.CreateTruncating(2 * term.Weight));
        for (var e = 0; e < term.Residual.Equations; e++)
        {
            var r = tile.Residual(e);
            var w = tile.Weights;
            for (var i = 0; i < r.Length; i++)
            {
                var weighted = w[i] * r[i];
                loss += weighted * r[i];
                work.Seeds[(e * r.Length) + i] = twice * weighted;
            }
        }

        term.Residual.PullBack(tile);
        engine.Backward(parameters.Pointer, term.Points, at, work);
        return double.CreateTruncating(loss);
    }

    private double[] Each(ReadOnlySpan<T> given, JetPoints<T> points, Reading read)
    {
        ArgumentNullException.ThrowIfNull(points);
        given.CopyTo(parameters.Values);
        var values = new double[points.Count];
        Workers.For(Shares, share =>
        {
            var work = Rent();
            for (var tile = share * points.Tiles / Shares; tile < (share + 1) * points.Tiles / Shares; tile++)
            {
                engine.Forward(parameters.Pointer, points, tile, work);
                var from = read(engine.Tile(points, tile, work));
                for (var i = 0; i < from.Length && (tile * from.Length) + i < values.Length; i++)
                {
                    values[(tile * from.Length) + i] = double.CreateTruncating(from[i]);
                }
            }

            pool.Add(work);
        });
        return values;
    }
}
