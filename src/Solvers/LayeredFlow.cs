using System.Globalization;
using System.Text;

namespace Sci.Solvers;

/// <summary>
/// Quasi-geostrophic flow of any number of layers on a β-plane over topography, doubly periodic or in a channel.
/// </summary>
/// <remarks>
/// qᵢ = ∇²ψᵢ + Σⱼ Sᵢⱼ ψⱼ with S of the layers' depths H and the reduced gravities g′ at the interfaces:
/// Sᵢ,ᵢ₊₁ = f₀²/(g′ᵢ Hᵢ), Sᵢ,ᵢ₋₁ = f₀²/(g′ᵢ₋₁ Hᵢ), rows summing to zero. Vallis (2017), Atmospheric and Oceanic Fluid
/// Dynamics, (5.183)-(5.188). The background currents Uᵢ, uniform or jets, are not part of q; their gradient of
/// potential vorticity is β - Uᵢ″ - Σⱼ Sᵢⱼ Uⱼ. Layer 1 is the uppermost. One layer without interface is flow of uniform
/// depth.
/// </remarks>
public sealed record LayeredFlow
{
    /// <summary>Coriolis parameter f₀, 1/time.</summary>
    public required double Coriolis { get; init; }

    /// <summary>Gradient of the Coriolis parameter, 1/(length·time).</summary>
    public required double Beta { get; init; }

    /// <summary>Depths H of the layers, the uppermost first; lengths.</summary>
    public required IReadOnlyList<double> Depths { get; init; }

    /// <summary>
    /// Reduced gravities g′ at the interfaces, the uppermost first, one fewer than layers; length/time².
    /// </summary>
    public required IReadOnlyList<double> ReducedGravities { get; init; }

    /// <summary>
    /// Background currents along x as functions of y, one a layer, periodic where y is; length/time.
    /// </summary>
    public required IReadOnlyList<Func<double, double>> Currents { get; init; }

    /// <summary>Rates of linear drag, one a layer; 1/time.</summary>
    public required IReadOnlyList<double> Drags { get; init; }

    /// <summary>Coefficient of (-1)^(p+1) ∇²ᵖ q, length²ᵖ/time.</summary>
    public required double HyperViscosity { get; init; }

    /// <summary>Power p of the Laplacian in the hyperviscosity, at least 1.</summary>
    public required int HyperViscosityPower { get; init; }

    /// <summary>
    /// Height of the bottom above its mean as a function of y and x, or nothing where it is flat; a length.
    /// </summary>
    public required Func<double, double, double>? Topography { get; init; }

    /// <summary>The stretching S, shape [layers, layers], 1/length².</summary>
    public double[,] Stretching()
    {
        var layers = Depths.Count;
        var s = new double[layers, layers];
        for (var i = 0; i + 1 < layers; i++)
        {
            var square = Coriolis * Coriolis / ReducedGravities[i];
            (s[i, i + 1], s[i + 1, i]) = (square / Depths[i], square / Depths[i + 1]);
            s[i, i] -= s[i, i + 1];
            s[i + 1, i + 1] -= s[i + 1, i];
        }

        return s;
    }

    /// <summary>The equations for q1, q2, … with psi1, psi2, … diagnosed.</summary>
    /// <exception cref="ArgumentException">The lists do not have the layers' length, or the hyperviscosity no
    /// power.</exception>
    public Equation On(Grid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        Check();
        var given = new Dictionary<string, double[]>();
        var text = new StringBuilder();
        for (var i = 0; i < Depths.Count; i++)
        {
            text.AppendLine(Tendency(i, grid, given)).AppendLine(Definition(i));
        }

        return Equation.Parse(grid, text.ToString(), given);
    }

    private void Check()
    {
        var layers = Depths.Count;
        if (layers == 0 || ReducedGravities.Count != layers - 1 || Currents.Count != layers || Drags.Count != layers
            || HyperViscosityPower < 1)
        {
            throw new ArgumentException(
                $"{layers} layers have {layers - 1} interfaces, {layers} currents and {layers} drags, not "
                + $"{ReducedGravities.Count}, "
                + $"{Currents.Count} and {Drags.Count}; the power of the hyperviscosity, "
                + $"{HyperViscosityPower}, is at least 1.");
        }
    }

    private string Tendency(int layer, Grid grid, Dictionary<string, double[]> given)
    {
        var (i, n) = (layer + 1, HyperViscosityPower);
        var sign = n % 2 == 0 ? "-" : "+";
        var text = string.Create(CultureInfo.InvariantCulture,
            $"q{i}_t = -J(psi{i},q{i}) - {Drags[layer]:R}*lap(psi{i}) {sign} {HyperViscosity:R}*lap^{n}(q{i})");
        text += Background(layer, grid, given);
        if (layer == Depths.Count - 1 && Topography is not null)
        {
            given["eta"] = Bottom(grid);
            text += string.Create(CultureInfo.InvariantCulture, $" - J(psi{i},eta) - {Uniform(layer, grid):R}*eta_x");
        }

        return text;
    }

    // A uniform current needs no products; a jet is given at the points, with the gradient of vorticity it brings.
    private string Background(int layer, Grid grid, Dictionary<string, double[]> given)
    {
        var (i, y, s) = (layer + 1, grid.Axes[0], Stretching());
        double[][] currents = [.. Currents.Select(current => Enumerable.Range(0, y.Points)
            .Select(row => current(y.Origin + (row * y.Spacing))).ToArray())];
        var curvature = y.HasWalls
            ? Curvature(Currents[layer], y) : Periodic.SecondDerivative(currents[layer], y.Length);
        var gradient = Enumerable.Range(0, y.Points).Select(row =>
            Beta - curvature[row] - Enumerable.Range(0, Depths.Count).Sum(j => s[layer, j] * currents[j][row])).ToArray();
        if (currents.All(current => current.All(value => value == current[0])))
        {
            return string.Create(
                CultureInfo.InvariantCulture, $" - {currents[layer][0]:R}*q{i}_x - {gradient[0]:R}*psi{i}_x");
        }

        given[$"U{i}"] = OverRows(currents[layer], grid);
        given[$"G{i}"] = OverRows(gradient, grid);
        return $" - U{i}*q{i}_x - G{i}*psi{i}_x";
    }

    // Central differences of order 6 a fraction of a spacing apart, which do not look beyond the walls.
    private static double[] Curvature(Func<double, double> current, Axis y)
    {
        var h = y.Spacing / 8;
        double Pair(double at, int steps) => current(at - (steps * h)) + current(at + (steps * h));
        return [.. y.Coordinates().Select(at =>
            ((Pair(at, 1) * 1.5) - (Pair(at, 2) * 0.15) + (Pair(at, 3) / 90) - (current(at) * 49 / 18)) / (h * h))];
    }

    private double Uniform(int layer, Grid grid)
    {
        var y = grid.Axes[0];
        var first = Currents[layer](y.Origin);
        return Enumerable.Range(0, y.Points).All(row => Currents[layer](y.Origin + (row * y.Spacing)) == first) ? first
            : throw new ArgumentException("Topography needs a uniform background current in the lowest layer.");
    }

    private double[] Bottom(Grid grid)
    {
        var (y, x) = (grid.Axes[0], grid.Axes[1]);
        return [.. Enumerable.Range(0, grid.Points).Select(at => Coriolis / Depths[^1] * Topography!(
            y.Origin + (at / x.Points * y.Spacing), x.Origin + (at % x.Points * x.Spacing)))];
    }

    private static double[] OverRows(double[] rows, Grid grid) =>
        [.. rows.SelectMany(value => Enumerable.Repeat(value, grid.Axes[1].Points))];

    private string Definition(int layer)
    {
        var s = Stretching();
        var terms = Enumerable.Range(0, Depths.Count).Where(j => s[layer, j] != 0)
            .Select(j => string.Create(CultureInfo.InvariantCulture, $" + {s[layer, j]:R}*psi{j + 1}"));
        return $"q{layer + 1} = lap(psi{layer + 1})" + string.Concat(terms).Replace(
            "+ -", "- ", StringComparison.Ordinal);
    }
}
