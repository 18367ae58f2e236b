using Sci.Numerics;
using Sci.Solvers;

namespace Sci.Discovery.Tests.Loop;

public sealed class ScatteredTests
{
    private const int Points = 160;
    private static readonly double[] Positions = Drawn(Points);

    [Fact]
    public void Coordinates_of_a_field_are_read_from_points_anywhere()
    {
        var band = new ScatteredBand(20, Positions);
        var random = new RandomSource(4);
        var fields = new States(3, band.Dimension);
        random.Normals(fields.Values);

        var states = new FourierBand(20).Lift(fields, 128);
        var seen = ScatteredBand.Values(new FourierBand(20), fields, Positions);

        var (observed, projected) = (band.Observe(seen), band.Project(states));
        var back = band.Lift(observed, 128);
        for (var i = 0; i < observed.Values.Length; i++)
        {
            Assert.Equal(projected.Values[i], observed.Values[i], 1e-10);
        }

        for (var i = 0; i < states.Values.Length; i++)
        {
            Assert.Equal(states.Values[i], back.Values[i], 1e-10);
        }
    }

    [Fact]
    public void White_noise_is_white_in_the_coordinates()
    {
        const int Draws = 4000;
        var band = new ScatteredBand(10, Positions);
        var noise = new States(Draws, Points);
        new RandomSource(5).Normals(noise.Values);

        var z = band.Observe(noise);

        var covariance = new double[band.Dimension * band.Dimension];
        Blas.Syrk((double)Points / Draws, ReadOnlyMatrixSpan.Of(z).T, 0, new MatrixSpan(
            covariance, band.Dimension, band.Dimension));
        for (var i = 0; i < covariance.Length; i++)
        {
            // A sample variance has the deviation √(2/n), a covariance half that square.
            var isDiagonal = i % (band.Dimension + 1) == 0;
            Assert.Equal(isDiagonal ? 1 : 0, covariance[i], 5 * Math.Sqrt((isDiagonal ? 2.0 : 1.0) / Draws));
        }
    }

    [Fact]
    public void Too_few_points_for_a_band_are_refused() =>
        Assert.Throws<ArgumentException>(() => new ScatteredBand(80, Positions));

    [Fact]
    public void A_missing_term_is_found_from_noisy_points_anywhere()
    {
        var grid = Grid.Line(128, KuramotoSivashinsky.Length);
        var exact = KuramotoSivashinsky.Windows(1, 6, 0, 3, 1)[0];
        var band = new FourierBand(100);
        var seen = ScatteredBand.Values(band, band.Project(exact.Observed), Positions);
        var noise = new States(seen.Count, Points);
        new RandomSource(6).Normals(noise.Values);
        for (var i = 0; i < noise.Values.Length; i++)
        {
            seen.Values[i] += 0.013 * noise.Values[i];
        }

        var fit = KuramotoSivashinsky.Method((equation, timeStep) => new SpectralModel(equation, new Etdrk4(timeStep)))
            .Fit(Equation.Parse(grid, "u_t = -u*u_x - u_xxxx"), [new Window(seen, exact.Times, Positions)], CancellationToken.None);

        var found = Assert.Single(fit.Terms);
        Assert.Equal(Term.Parse("u_xx"), found.Term);
        Assert.InRange(Math.Abs(found.Coefficient + 1), 0, 4 * fit.Fit.Deviations[fit.Fit.Support[0]]);
        Assert.InRange(fit.ChiSquareScore, -5, 5);
        Assert.Equal(1, Math.Sqrt(fit.Signal.NoiseVariances[0].Average() * Points) / 0.013, 0.15);
    }

    private static double[] Drawn(int count)
    {
        var random = new RandomSource(3);
        return [.. Enumerable.Range(0, count).Select(_ => random.Uniform()).Order()];
    }
}
