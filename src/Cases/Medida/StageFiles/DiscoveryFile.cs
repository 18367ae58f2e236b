using Sci.Discovery;
using Sci.Hdf5;
using Sci.Solvers;

namespace Sci.Cases;

/// <summary>The file of stage 4.</summary>
internal static class DiscoveryFile
{
    public static void Write(Hdf5Container file, Discovered discovered)
    {
        var fit = discovered.Fit;
        file.WriteStrings("names", [.. fit.Names]);
        file.WriteScale<int>("term", [.. Enumerable.Range(0, fit.Names.Count)], "1", "number of a term of the library");
        file.WriteField<double>("coefficient", [.. fit.Weights], ["term"], "1", "posterior mean of the coefficient");
        file.WriteField<double>(
            "deviation", [.. fit.Deviations], ["term"], "1", "posterior standard deviation of the coefficient");
        file.WriteField<double>(
            "inclusion", [.. fit.Inclusion], ["term"], "1", "posterior probability that the term is in the model");
        file.Write<int>("support", [.. fit.Support], [fit.Support.Count]);
        file.Write<double>("covariance", [.. fit.Covariance.Cast<double>()], [fit.Support.Count, fit.Support.Count]);
        WriteModels(file.CreateGroup("path"), fit.Path, fit.Names.Count, []);
        WriteModels(
            file.CreateGroup("runners_up"), [.. fit.RunnersUp.Select(other => other.Model)], fit.Names.Count,
            [.. fit.RunnersUp.Select(other => other.Odds)]);
        file.Write<double>("residual_spectrum", [.. discovered.ResidualSpectrum], [discovered.ResidualSpectrum.Count]);
        file.Write<double>(
            "aliases", [.. fit.Aliases.SelectMany(alias => new[] { alias.Selected, alias.Other, alias.Correlation })],
            [fit.Aliases.Count, 3]);
        file.Attributes.SetString("corrected", discovered.Corrected.ToString());
        file.Attributes.SetDoubles("fit", [fit.NoiseVariance, fit.LogEvidence, fit.Iterations, fit.Converged
            ? 1 : 0, discovered.Settled ? 1 : 0]);
        file.Attributes.SetDoubles(
            "chi_square", [discovered.ChiSquare ?? double.NaN, discovered.ChiSquareScore ?? double.NaN]);
    }

    public static Discovered Read(Hdf5Container file, Equation imperfect)
    {
        var numbers = file.Attributes.GetDoubles("fit");
        var chiSquare = file.Attributes.GetDoubles("chi_square");
        var support = file.Read<int>("support");
        var names = file.ReadStrings("names");
        var weights = file.Read<double>("coefficient");
        var covariance = new double[support.Length, support.Length];
        Buffer.BlockCopy(file.Read<double>("covariance"), 0, covariance, 0, covariance.Length * sizeof(double));
        var runnersUp = file.Group("runners_up");
        var fit = new SparseFit(
            names,
            support,
            weights,
            file.Read<double>("deviation"),
            covariance,
            numbers[0],
            numbers[1],
            (int)numbers[2],
            numbers[3] != 0,
            ReadModels(file.Group("path")),
            file.Read<double>("inclusion"),
            [.. ReadModels(runnersUp).Zip(runnersUp.Read<double>("odds"), (model, odds) => new RunnerUp(model, odds))],
            [.. file.Read<double>("aliases").Chunk(3).Select(a => new Alias((int)a[0], (int)a[1], a[2]))]);
        WeightedTerm[] terms = [.. support.Select(j => new WeightedTerm(weights[j], Term.Parse(names[j])))];
        return new Discovered(
            fit, terms, imperfect.Plus(terms), Known(chiSquare[0]), Known(chiSquare[1]),
            file.Read<double>("residual_spectrum"), numbers[4] != 0);
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    // A model is a row of zeros and ones over the library, and its scores.
    private static void WriteModels(Hdf5Group group, IReadOnlyList<VisitedModel> models, int terms, double[] odds)
    {
        var members = new int[models.Count * terms];
        foreach (var (model, row) in models.Select((model, row) => (model, row)))
        {
            foreach (var term in model.Support)
            {
                members[(row * terms) + term] = 1;
            }
        }

        group.Write<int>("members", members, [models.Count, terms]);
        group.Write<double>("residual_fraction", [.. models.Select(model => model.ResidualFraction)], [models.Count]);
        group.Write<double>("log_evidence", [.. models.Select(model => model.LogEvidence)], [models.Count]);
        group.Write<double>("score", [.. models.Select(model => model.Score)], [models.Count]);
        group.Write<double>("odds", odds, [odds.Length]);
    }

    private static VisitedModel[] ReadModels(Hdf5Group group)
    {
        var members = group.Read<int>("members");
        var residual = group.Read<double>("residual_fraction");
        var evidence = group.Read<double>("log_evidence");
        var score = group.Read<double>("score");
        var terms = residual.Length == 0 ? 1 : members.Length / residual.Length;
        return [.. members.Chunk(terms).Take(residual.Length).Select((row, i) => new VisitedModel(
            [.. row.Select((member, term) => (member, term)).Where(pair => pair.member == 1).Select(pair => pair.term)],
            residual[i],
            evidence[i],
            score[i]))];
    }
}
