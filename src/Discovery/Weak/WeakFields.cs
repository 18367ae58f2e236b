using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>The fields that weak terms multiply: those of a series, and smoother ones computed from them.</summary>
internal sealed class WeakFields
{
    private readonly Dictionary<string, States> values = [];
    private readonly Dictionary<string, double> deviations = [];

    public WeakFields(FieldSeries series, IEnumerable<Term> terms)
    {
        Series = series;
        foreach (var field in series.Fields)
        {
            values[field] = series[field];
            deviations[field] = SpectralCorner.Noise(series, field);
        }

        var operands = terms.SelectMany(term => term.Factors).SelectMany(factor => Smooth(factor.Operand));
        foreach (var operand in operands.DistinctBy(operand => operand.Text))
        {
            values[operand.Text] = Evaluate(series, operand);
            deviations[operand.Text] = 0;
        }
    }

    public FieldSeries Series { get; }

    /// <summary>The values of a field, shape [times, points].</summary>
    public States this[string field] => values.TryGetValue(field, out var found) ? found : Series[field];

    /// <summary>Standard deviation of the white noise in a field; nothing of it is left in the smoother ones.</summary>
    public double Deviation(string field) => deviations[field];

    private static IEnumerable<Derivative> Smooth(Operand operand) => operand switch
    {
        Derivative { Laplacian: < 0, IsZonal: false } one =>
            one.Order < 0 ? [one, new Derivative(one.Product, 0, 0, one.Laplacian)] : [new Derivative(
                one.Product, 0, 0, one.Laplacian)],
        Jacobian { First.IsPlain: false } both =>
            [both.First.Under(1, 0, 0), both.First.Under(0, 1, 0), .. both.Second.IsPlain
                ? Array.Empty<Derivative>() : [both.Second]],
        _ => [],
    };

    private static States Evaluate(FieldSeries series, Derivative operand)
    {
        if (!series.IsPeriodic)
        {
            throw new NotSupportedException($"{operand.Text} inverts a Laplacian, which needs a periodic grid.");
        }

        var library = new TermLibrary([new Term([new Factor(operand, 1)])]);
        string[] fields = [.. operand.Fields];
        var evaluator = new LibraryEvaluator(series.Grid, fields, library, new SpectralDerivatives());
        var result = new States(series.Times, series.Points);
        var state = new double[fields.Length * series.Points];
        for (var time = 0; time < series.Times; time++)
        {
            for (var i = 0; i < fields.Length; i++)
            {
                series[fields[i]][time].CopyTo(state.AsSpan(i * series.Points));
            }

            evaluator.Evaluate(state, result[time]);
        }

        return result;
    }
}
