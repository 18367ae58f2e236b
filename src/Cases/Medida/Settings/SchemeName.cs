namespace Sci.Cases;

/// <summary>The time-stepping schemes that a case can name.</summary>
public enum SchemeName
{
    /// <summary>Exponential time differencing, Runge-Kutta of order 4 (Cox and Matthews).</summary>
    Etdrk4,

    /// <summary>Exponential time differencing, Runge-Kutta of order 2.</summary>
    Etdrk2,

    /// <summary>Krogstad's exponential Runge-Kutta of order 4.</summary>
    Krogstad,

    /// <summary>Crank-Nicolson with Adams-Bashforth of order 2.</summary>
    Cnab2,
}
