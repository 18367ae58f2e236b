using Sci.Cases.Settings;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>A state to start from.</summary>
[Variant("formula", typeof(FormulaInitialSettings), ByKey = true, ByText = true)]
[Variant("file", typeof(FileInitialSettings), ByKey = true)]
public abstract record InitialSettings
{
    /// <summary>Text that changes where the file does.</summary>
    internal virtual string Contents => "";

    /// <summary>The state, shape [points].</summary>
    /// <exception cref="DataException">The file is not as the settings say.</exception>
    internal abstract double[] On(Grid grid);

    /// <summary>The same, paths beginning at a folder.</summary>
    internal virtual InitialSettings In(string folder) => this;
}
