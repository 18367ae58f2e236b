using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>Quantities and spectra of the states that are kept, and how well the last is resolved.</summary>
internal sealed class SolveFollower
{
    private readonly SolveSettings settings;
    private readonly Quantities? quantities;
    private readonly SpectralBudget? budget;
    private readonly HealthCheck? check;
    private readonly List<double[]> values = [];
    private double tail;
    private double courant;

    public SolveFollower(SolveSettings settings)
    {
        this.settings = settings;
        quantities = settings.AllQuantities();
        if (settings.System is SpectralSystemSettings spectral)
        {
            var step = spectral.Step is FixedStepSettings { TimeStep: var length } ? length : settings.Interval;
            var model = spectral.Spectral(step);
            (budget, check) = (new SpectralBudget(model), new HealthCheck(model));
        }
    }

    public void Follow(ReadOnlySpan<double> state)
    {
        if (quantities is not null)
        {
            values.Add(quantities.Of(state));
        }

        budget?.Add(state);
        if (check?.Of(state) is { } health)
        {
            (tail, courant) = (health.SpectralTail, Math.Max(courant, health.CourantNumber));
        }
    }

    public Solution Solution(double[] times, States kept, long steps)
    {
        var followed = new Dictionary<string, double[]>();
        foreach (var (i, name) in (quantities?.Names ?? []).Index())
        {
            followed[name] = [.. values.Select(each => each[i])];
        }

        return new Solution(times, kept, followed, Spectra(), budget?.Wavenumbers ?? [], Figures(followed, steps));
    }

    private Dictionary<string, double[]> Spectra()
    {
        var spectra = new Dictionary<string, double[]>();
        if (budget is null)
        {
            return spectra;
        }

        (string Name, States Rows)[] kinds =
            [("spectrum", budget.Spectrum), ("transfer", budget.Transfer), ("flux", budget.Flux)];
        foreach (var (name, rows) in kinds)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                spectra[$"{name}_{budget.Fields[i]}"] = rows[i].ToArray();
            }
        }

        return spectra;
    }

    private Dictionary<string, double> Figures(Dictionary<string, double[]> followed, long steps)
    {
        var figures = new Dictionary<string, double>();
        if (settings.System is ModelSystemSettings { Step: FixedStepSettings })
        {
            figures[SolveStage.Steps] = steps;
        }

        if (check is not null)
        {
            figures[SolveStage.Tail] = tail;
        }

        if (check is not null && figures.ContainsKey(SolveStage.Steps))
        {
            figures[SolveStage.Courant] = courant;
        }

        foreach (var (name, series) in followed)
        {
            var size = series.Max(Math.Abs);
            // A mean that is round-off is compared with one.
            figures[$"drift_{name}"] = series.Max(value => Math.Abs(value - series[0])) / (size > 1e-10 ? size : 1);
        }

        return figures;
    }
}
