using System.Globalization;

namespace Sci.Solvers;

/// <summary>Names and numbers as LaTeX writes them.</summary>
internal static class Latex
{
    private static readonly HashSet<string> Greek =
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "lambda", "mu", "nu", "xi",
        "rho", "sigma", "tau", "phi", "chi", "psi", "omega",
    ];

    /// <summary>A field's name with its number and the letters of its derivatives below: <c>\psi_{1,xx}</c>.</summary>
    public static string Field(string name, string letters)
    {
        var stem = name.TrimEnd("0123456789".ToCharArray());
        var number = name[stem.Length..];
        var symbol = Greek.Contains(stem) ? @"\" + stem : stem.Length > 1 ? $@"\mathrm{{{stem}}}" : stem;
        var below = (number.Length, letters.Length) switch
        {
            (0, 0) => "",
            (_, 0) => number,
            (0, _) => letters,
            _ => $"{number},{letters}",
        };
        return below.Length == 0 ? symbol : $"{symbol}_{{{below}}}";
    }

    /// <summary>The shortest number that reads back as <paramref name="value"/>.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        return e < 0
            ? text
            : $@"{text[..e]} \times 10^{{{int.Parse(text[(e + 1)..], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)}}}";
    }
}
