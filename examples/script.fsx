// An equation, a filter of one's own and discovery: dotnet fsi examples/script.fsx, after `dotnet pack` at the root.
#r "nuget: Sci.Assimilation, 0.1.0"
#r "nuget: Sci.Discovery, 0.1.0"

open System
open Sci.Assimilation
open Sci.Discovery
open Sci.Numerics
open Sci.Solvers

let grid = Grid.Line(128, 32.0 * Math.PI)
let truth = SpectralModel(Equation.Parse(grid, "u_t = -u*u_x - u_xx - u_xxxx"), Etdrk4(1.0 / 512.0))
let wrong = Equation.Parse(grid, "u_t = -u*u_x - u_xx")
let start = grid.Axes[0].Coordinates() |> Array.map (fun x -> cos (x / 16.0) * (1.0 + sin (x / 16.0)))
let state = States(1, grid.Points, start)
truth.Advance(state, 50_000)

/// Takes the observations for the truth.
let insertion =
    { new IAnalysis with
        member _.Update(ensemble, _, y, _) =
            for m in 0 .. ensemble.Count - 1 do
                y.CopyTo(ensemble[m]) }

let observations = Observations.Everywhere(grid, 1, 1e-12)
let cycle = FilterCycle(SpectralModel(wrong, Rk4(1.0 / 512.0)), insertion, 1, state.Clone())
let random = RandomSource(1UL)
let y = Array.zeroCreate<float> grid.Points
let analyses, increments = States(1000, grid.Points), States(1000, grid.Points)

for k in 0 .. analyses.Count - 1 do
    truth.Advance(state, 1)
    observations.Draw(Span.op_Implicit (state[0]), Span y, random["noise"][int64 k])
    let keep (forecast: States) = forecast[0].CopyTo(increments[k])
    cycle.Next(observations, ReadOnlySpan y, random["filter"][int64 k], keep)
    cycle.Ensemble[0].CopyTo(analyses[k])
    for i in 0 .. y.Length - 1 do
        increments[k][i] <- 512.0 * (y[i] - increments[k][i])

let library = TermLibrary.Products("u", 2, 4)
let evaluator = LibraryEvaluator(grid, [| "u" |], library, SpectralDerivatives())
let fit = RelevanceVectorMachine.Medida.Fit(GramMatrix.Of(LibraryDesign(evaluator, analyses, increments)))
printfn "missing: %O" (DiscoveredEquation.Of("u", library, fit))
