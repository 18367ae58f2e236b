using Sci.Bench.Native;
using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Bench;

/// <summary>The solvers against C programs with FFTW; times a member and step.</summary>
internal static class SolversSuite
{
    public static IEnumerable<Row> Run()
    {
        yield return Ks("ks-128", 128, members: 1, steps: 2000);
        yield return Ks("ks-1024", 1024, members: 1, steps: 200);
        yield return Ks("ks-128x1000", 128, members: 1000, steps: 20);
        yield return Ks("ks-1024x1000", 1024, members: 1000, steps: 5);
    }

    private static Row Ks(string work, int points, int members, int steps)
    {
        var (length, timeStep) = (points * 0.78, 0.1);
        var model = new SpectralModel(
            Equation.Parse(Grid.Line(points, length), "u_t = -u*u_x - u_xx - u_xxxx"), new Etdrk4(timeStep));
        var reference = new KsReference(points, length, timeStep);
        States ours = Start(points, members), theirs = ours.Clone();
        model.Advance(ours, 20);
        reference.Advance(theirs.Values, members, 20);
        Same(work, ours, theirs);
        return Turns.Measure(
            work, () => model.Advance(ours, steps), () => reference.Advance(theirs.Values, members, steps), (double)members * steps);
    }

    private static States Start(int points, int members)
    {
        var states = new States(members, points);
        var random = new RandomSource(1)["start"];
        for (var member = 0; member < members; member++)
        {
            var (a, phase) = (random.Normal(), random.Uniform());
            for (var i = 0; i < points; i++)
            {
                states[member][i] = Math.Cos(8 * Math.PI * i / points) + (a * Math.Sin((6 * Math.PI * i / points) + phase));
            }
        }

        return states;
    }

    private static void Same(string work, States ours, States theirs)
    {
        for (var i = 0; i < ours.Values.Length; i++)
        {
            if (!(Math.Abs(ours.Values[i] - theirs.Values[i]) < 1e-9))
            {
                throw new InvalidOperationException(
                    $"{work}: value {i} is {ours.Values[i]} by us and {theirs.Values[i]} by the reference; times of different work mean nothing.");
            }
        }
    }
}
