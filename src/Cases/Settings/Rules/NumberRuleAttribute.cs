using System.Globalization;

namespace Sci.Cases.Settings;

/// <summary>A rule about a number.</summary>
public abstract class NumberRuleAttribute : RuleAttribute
{
    /// <inheritdoc/>
    public sealed override bool Concerns(object value) => value is double or int or long or ulong;

    /// <inheritdoc/>
    public sealed override string? Complaint(object value) =>
        Complaint(Convert.ToDouble(value, CultureInfo.InvariantCulture));

    /// <summary>What is wrong with the number, or null.</summary>
    protected abstract string? Complaint(double value);
}
