using Sci.Testing;

namespace Sci.Cases.Tests.Programs;

/// <summary>A test that is left out, and says so, where a program or file of the system is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsAttribute : FactAttribute
{
    public NeedsAttribute(params string[] what)
    {
        var missing =
            what.Where(each => each.StartsWith('/') ? !Path.Exists(each) : !SystemProgram.Exists(each)).ToArray();
        Skip = missing.Length == 0 ? null : $"{string.Join(", ", missing)} is not on this machine";
    }
}
