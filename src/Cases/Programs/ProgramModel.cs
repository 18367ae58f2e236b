using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Cases.Programs;

/// <summary>A user's program as a model: an ensemble out in HDF5, its forecast back.</summary>
internal sealed class ProgramModel(Grid grid, double timeStep, ProgramCall call, CancellationToken cancel) : IModel
{
    public Grid Grid => grid;

    public double TimeStep => timeStep;

    /// <inheritdoc/>
    /// <exception cref="ProgramException">The program failed, or wrote something else than a forecast.</exception>
    /// <exception cref="BlowUpException">It wrote what is no finite number.</exception>
    public void Advance(States states, int steps = 1)
    {
        ArgumentNullException.ThrowIfNull(states);
        var place = Directory.CreateTempSubdirectory("sci-model-");
        try
        {
            var (input, output) = (Path.Combine(place.FullName, "in.h5"), Path.Combine(place.FullName, "out.h5"));
            ProgramFiles.Write(input, grid, timeStep, states, steps);
            var lines = call.Run(input, output, cancel);
            ProgramFiles.Read(output, call.Name, states, lines);
            RequireFinite(states, steps, lines);
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private void RequireFinite(States states, int steps, LastLines lines)
    {
        for (var member = 0; member < states.Count; member++)
        {
            foreach (var value in states[member])
            {
                if (!double.IsFinite(value))
                {
                    throw new BlowUpException(
                        member, steps * timeStep, $"is no longer finite as the program {call.Name} wrote it",
                        $"shorten model.time_step or mend the program{lines}");
                }
            }
        }
    }
}
