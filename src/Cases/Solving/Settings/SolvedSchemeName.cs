namespace Sci.Cases;

/// <summary>All schemes of the solvers.</summary>
public enum SolvedSchemeName
{
    /// <summary>Exponential Runge-Kutta of order 4 (Cox and Matthews).</summary>
    Etdrk4,

    /// <summary>Exponential Runge-Kutta of order 2.</summary>
    Etdrk2,

    /// <summary>Krogstad's exponential Runge-Kutta of order 4.</summary>
    Krogstad,

    /// <summary>Exponential Adams-Bashforth of order 4.</summary>
    ExponentialAdams4,

    /// <summary>The same of order 5.</summary>
    ExponentialAdams5,

    /// <summary>The same of order 6.</summary>
    ExponentialAdams6,

    /// <summary>Exponential predictor-corrector, predictor of order 4, order 5 in all.</summary>
    Pece4,

    /// <summary>The same with order 6 in all.</summary>
    Pece5,

    /// <summary>The same with order 7 in all.</summary>
    Pece6,

    /// <summary>Crank-Nicolson with Adams-Bashforth of order 2.</summary>
    Cnab2,

    /// <summary>Semi-implicit backward differences of order 2.</summary>
    Sbdf2,

    /// <summary>The same of order 3.</summary>
    Sbdf3,

    /// <summary>Implicit-explicit Runge-Kutta of order 3 (Kennedy and Carpenter).</summary>
    Ark3,

    /// <summary>The same of order 4.</summary>
    Ark4,

    /// <summary>The classical Runge-Kutta scheme.</summary>
    Rk4,

    /// <summary>Strong-stability-preserving Runge-Kutta of order 3.</summary>
    Ssprk3,

    /// <summary>Dormand and Prince, order 5.</summary>
    DormandPrince,

    /// <summary>Adams-Bashforth of order 2.</summary>
    Ab2,

    /// <summary>Adams-Bashforth of order 3.</summary>
    Ab3,

    /// <summary>The same after one step of Euler's and one of order 2, as pyqg begins.</summary>
    Ab3Classical,

    /// <summary>Leapfrog with Robert's filter of 0.01.</summary>
    Leapfrog,
}
