namespace Sci.Cases.Data;

/// <summary>Numbers of a user's file.</summary>
/// <param name="Name">Name in the file.</param>
/// <param name="Shape">Lengths of the dimensions, slowest first; empty for a single number.</param>
/// <param name="Values">Row after row; NaN where a value is missing.</param>
/// <param name="Units">As the file says; empty where it does not.</param>
internal sealed record DataArray(string Name, IReadOnlyList<int> Shape, double[] Values, string Units)
{
    /// <summary>The shape in words.</summary>
    public string ShapeText => Shape.Count == 0 ? "one number" : $"[{string.Join(", ", Shape)}]";

    /// <summary>The place of a value in words: <c>u[3, 17]</c>, indices from 0.</summary>
    public string At(int index)
    {
        var indices = new int[Shape.Count];
        for (var d = Shape.Count - 1; d >= 0; d--)
        {
            (index, indices[d]) = Math.DivRem(index, Shape[d]);
        }

        return Shape.Count == 0 ? Name : $"{Name}[{string.Join(", ", indices)}]";
    }

    /// <summary>Complains of the first value that a rule does not hold for.</summary>
    public void Require(Func<double, bool> holds, string complaint)
    {
        var at = Array.FindIndex(Values, value => !holds(value));
        if (at >= 0)
        {
            throw new DataException(FormattableString.Invariant($"{At(at)} is {Values[at]}, but it {complaint}"));
        }
    }

    /// <summary>The same in other units.</summary>
    public DataArray In(string? units)
    {
        if (units is null)
        {
            return this;
        }

        var factor = Unit.Factor(Units, units)
            ?? throw new DataException(
                $"{Name} is in `{Units}`, which cannot be turned into `{units}`; write it in that unit");
        return this with { Values = factor == 1 ? Values : [.. Values.Select(value => factor * value)], Units = units };
    }
}
