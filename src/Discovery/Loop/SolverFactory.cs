using Sci.Solvers;

namespace Sci.Discovery;

/// <summary>Makes a solver of an equation that takes steps of a given length.</summary>
public delegate IModel SolverFactory(Equation equation, double timeStep);
