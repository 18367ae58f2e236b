using System.Globalization;
using System.Text.Json;
using Sci.Bench;

var suites = new Dictionary<string, Func<IEnumerable<Row>>>
{
    ["assimilation"] = () => AssimilationSuite.Run(""), ["discovery"] = DiscoverySuite.Run,
    ["discovery-bound"] = DiscoverySuite.Bounds,
    ["discovery-fresh"] = DiscoverySuite.Fresh, ["discovery-pde"] = DiscoverySuite.Times,
    ["discovery-select"] = DiscoverySuite.Synthetic,
    ["solvers"] = () => SolversSuite.Run(""),
    ["surrogates"] = SurrogatesSuite.Run, ["operators"] = OperatorsSuite.Run, ["gpu"] = OperatorsSuite.Gpu,
    ["runs"] = () => RunsSuite.Run(""), ["memory"] = () => MemorySuite.Run(""),
    ["start"] = StartSuite.Run,
};
if (args is ["solvers" or "assimilation" or "runs" or "memory", "--only", var only, ..])
{
    suites["solvers"] = () => SolversSuite.Run(only);
    suites["assimilation"] = () => AssimilationSuite.Run(only);
    suites["runs"] = () => RunsSuite.Run(only);
    suites["memory"] = () => MemorySuite.Run(only);
    args = [args[0], .. args[3..]];
}

if (args is not ([_] or [_, "--json", _]) || !suites.TryGetValue(args[0], out var suite))
{
    Console.Error.WriteLine(
        "usage: dotnet run -c Release --project bench -- SUITE [--only PREFIX] [--json FILE], "
        + $"PREFIX with solvers, assimilation, runs and memory; suites: {string.Join(", ", suites.Keys)}");
    return 2;
}

Console.WriteLine($"{"work",-34} {"ours",12} {"reference",12} {"ratio",8} unit");
var rows = new List<Row>();
foreach (var row in suite())
{
    rows.Add(row);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Work,-34} {row.Ours,12:g4} {row.Reference,12:g4} {row.Ratio,8:f3} {row.Unit}"));
}

if (args is [_, _, var file])
{
    var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };
    File.WriteAllText(file, JsonSerializer.Serialize(rows, options));
}

return 0;
