namespace Sci.Solvers;

/// <summary>The equation of Kuramoto and Sivashinsky on lines and in boxes.</summary>
/// <remarks>Kuramoto (1978), Sivashinsky (1977), doi:10.1016/0094-5765(77)90096-0.</remarks>
public static class KuramotoSivashinsky
{
    /// <summary>u_t = -u uₓ - uₓₓ - uₓₓₓₓ for the slope u of the front.</summary>
    public static Equation OnLine(Grid line) => Equation.Parse(line, "u_t = -u*u_x - u_xx - u_xxxx");

    /// <summary>h_t = -½|∇h|² - ∇²h - ∇⁴h for its height h, whose mean drifts.</summary>
    public static Equation InBox(Grid box) => Equation.Parse(box, "h_t = -0.5*h_x^2 - 0.5*h_y^2 - lap(h) - lap^2(h)");
}
