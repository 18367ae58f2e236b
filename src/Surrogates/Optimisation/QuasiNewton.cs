using System.Numerics;

namespace Sci.Surrogates;

/// <summary>Descends by quasi-Newton directions and strong Wolfe steps.</summary>
public sealed class QuasiNewton<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly IObjective<T> objective;
    private readonly ICurvature<T> curvature;
    private readonly StrongWolfe<T> search;
    private readonly T[] gradient;
    private readonly T[] before;
    private readonly T[] start;
    private readonly T[] direction;
    private bool isFresh = true;
    private bool isUnscaled = true;

    /// <summary>
    /// Minimises <paramref name="objective"/> with the curvature that <paramref name="curvature"/> learns.
    /// </summary>
    public QuasiNewton(IObjective<T> objective, ICurvature<T> curvature)
    {
        ArgumentNullException.ThrowIfNull(objective);
        (this.objective, this.curvature) = (objective, curvature);
        search = new StrongWolfe<T>(objective);
        (gradient, before) = (new T[objective.Count], new T[objective.Count]);
        (start, direction) = (new T[objective.Count], new T[objective.Count]);
    }

    /// <summary>The objective at the parameters.</summary>
    public double Value { get; private set; }

    /// <summary>Evaluations of the objective so far.</summary>
    public int Evaluations => search.Evaluations;

    /// <summary>The objective has changed: its value is computed anew, the curvature kept.</summary>
    public void Renew() => isFresh = true;

    /// <summary>
    /// One step in place of <paramref name="parameters"/>; false where no direction descends any more.
    /// </summary>
    public bool Step(Span<T> parameters)
    {
        if (isFresh)
        {
            Value = objective.Evaluate(parameters, gradient);
            isFresh = false;
        }

        return Descend(parameters) || Restart(parameters);
    }

    private bool Restart(Span<T> parameters)
    {
        curvature.Reset();
        isUnscaled = true;
        return Descend(parameters);
    }

    private bool Descend(Span<T> parameters)
    {
        curvature.Direct(gradient, direction);
        if (!(Vectors.Dot<T>(gradient, direction) < 0))
        {
            return false;
        }

        parameters.CopyTo(start);
        gradient.CopyTo(before, 0);
        var first = isUnscaled ? Math.Min(1, 1 / Math.Sqrt(Vectors.Dot<T>(gradient, gradient))) : 1;
        if (search.Search(parameters, Value, gradient, direction, first) is not { } value)
        {
            return false;
        }

        Value = value;
        isUnscaled = false;
        for (var i = 0; i < start.Length; i++)
        {
            start[i] = parameters[i] - start[i];
            before[i] = gradient[i] - before[i];
        }

        if (Vectors.Dot<T>(start, before) > 0)
        {
            curvature.Learn(start, before);
        }

        return true;
    }
}
