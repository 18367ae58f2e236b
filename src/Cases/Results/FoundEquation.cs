namespace Sci.Cases;

/// <summary>A model's equation, what it lacked, and the two together, as text.</summary>
/// <param name="Model">The model as given: <c>u_t = -u*u_x - u_xx</c>.</param>
/// <param name="Discovered">The sum that was found: <c>(-1.000 ± 0.002) u_xxxx</c>; empty where nothing was.</param>
/// <param name="Corrected">The model with it: <c>u_t = -u*u_x - u_xx - u_xxxx</c>.</param>
public sealed record FoundEquation(string Model, string Discovered, string Corrected);
