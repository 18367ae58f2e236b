using Sci.Numerics;

namespace Sci.Surrogates;

/// <summary>
/// Trains the parameters of a model on a loss whose first term's points are drawn anew as the plan says.
/// </summary>
/// <param name="loss">What is minimised; its first term is the equation.</param>
/// <param name="plan">How.</param>
/// <param name="collocation">Chooses the points of the equation.</param>
/// <param name="place">Makes a set of points with its data from coordinates.</param>
public sealed class PinnTraining(
    PinnLoss<double> loss, PinnPlan plan, ICollocation collocation, Func<double[], JetPoints<double>> place)
{
    private const int BalanceEvery = 100;
    private const int Records = 400;

    private readonly List<LossRecord> records = [];

    /// <summary>Weights of the losses during Adam; null leaves them as they are.</summary>
    public ILossBalance? Balance { get; init; }

    /// <summary>The loss over the steps so far, some four hundred of them.</summary>
    public IReadOnlyList<LossRecord> Curve => records;

    private int Steps => plan.AdamSteps + plan.NewtonSteps;

    /// <summary>Trains in place.</summary>
    /// <param name="parameters">Where training starts and ends.</param>
    /// <param name="random">Where points are drawn.</param>
    /// <param name="progress">Hears of the share that is done.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="ArithmeticException">The loss is no number any more.</exception>
    public void Run(double[] parameters, RandomSource random, Action<double> progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(progress);
        var adam = new Adam<double>(loss.Count);
        for (var step = 0; step < plan.AdamSteps; step++)
        {
            cancel.ThrowIfCancellationRequested();
            if (Balance is not null && step % BalanceEvery == 0)
            {
                Balance.Update(loss, parameters);
            }

            _ = Resample(step, parameters, random);
            var rate = plan.Rate * Math.Pow(0.1, step / (double)plan.AdamSteps);
            Note(step, adam.Step(loss, parameters, rate), progress);
        }

        Descend(parameters, random, progress, cancel);
    }

    private void Descend(double[] parameters, RandomSource random, Action<double> progress, CancellationToken cancel)
    {
        ICurvature<double> curvature = plan.Memory == 0
            ? new SelfScaledBfgs(loss.Count) : new Lbfgs<double>(loss.Count, plan.Memory);
        var newton = new QuasiNewton<double>(loss, curvature);
        for (var step = plan.AdamSteps; step < Steps; step++)
        {
            cancel.ThrowIfCancellationRequested();
            var isFresh = Resample(step, parameters, random);
            if (isFresh)
            {
                newton.Renew();
            }

            if (!newton.Step(parameters))
            {
                break;
            }

            Note(step, newton.Value, progress);
            if (isFresh && newton.Value <= plan.StopBelow)
            {
                break;
            }
        }
    }

    private bool Resample(int step, double[] parameters, RandomSource random)
    {
        if (step % plan.ResampleEvery != 0 && step != plan.AdamSteps)
        {
            return false;
        }

        var equation = loss.Terms[0];
        equation.Points = place(collocation.Draw(
            plan.Points, points => loss.SquaredResiduals(parameters, place(points), equation.Residual), random[step]));
        return true;
    }

    private void Note(int step, double value, Action<double> progress)
    {
        if (!double.IsFinite(value))
        {
            throw new ArithmeticException($"The loss is {value} at step {step}; take a smaller rate.");
        }

        if (step % Math.Max(1, Steps / Records) == 0)
        {
            records.Add(new LossRecord(step, value));
            progress((step + 1.0) / Steps);
        }
    }
}
