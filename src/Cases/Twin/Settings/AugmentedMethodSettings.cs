using Sci.Assimilation;
using Sci.Cases.Settings;
using Sci.Numerics;
using Setting = Sci.Assimilation.Experiments.Setting;

namespace Sci.Cases;

/// <summary>An ensemble filter that also estimates the parameter of the model, which the members carry along.</summary>
public sealed record AugmentedMethodSettings : FilterMethodSettings
{
    /// <summary>Deviation of the members' first guesses of the parameter about the model's own.</summary>
    [Positive]
    public required double Deviation { get; init; }

    internal override ICycle Cycle(Setting setting, States start, RandomSource random)
    {
        var (value, with) = setting.Parameter
            ?? throw new InvalidOperationException("The model has no parameter; the settings were not checked.");
        var size = start.Size;
        var members = new States(start.Count, size + 1);
        var guesses = random["parameter"];
        for (var m = 0; m < start.Count; m++)
        {
            start[m].CopyTo(members[m]);
            members[m][size] = value + (Deviation * guesses.Normal());
        }

        var model = new ParameterModel(parameter => with(parameter[0]), 1, [value]);
        return new AugmentedCycle(
            new FilterCycle(model, Inflated(setting), setting.StepsBetween, members), size);
    }

    internal override string? Complaint(TwinSettings settings) =>
        (settings.Model ?? settings.System).Parameter is null ? "needs a system with a parameter, such as lorenz96"
        : Localises ? "has a parameter without a place; take an analysis that does not localise"
        : null;
}
