using System.Globalization;
using Reconcile.Calibration;

// Arguments: "dated" for totals over time, then the number of dossiers and the seed. All can be left out.
var isDated = args is ["dated", ..];
var numbers = isDated ? args[1..] : args;
var dossiers = numbers.Length > 0 ? int.Parse(numbers[0], CultureInfo.InvariantCulture) : 2_000;
var seed = numbers.Length > 1 ? int.Parse(numbers[1], CultureInfo.InvariantCulture) : 1;

if (isDated)
{
    foreach (var scenario in Scenario.Dated)
    {
        var days = DatedMeasurement.Of(scenario, seed, dossiers);
        Console.WriteLine(DatedTables.Of(scenario.Name, days));
        if (scenario.WrongFactor > 0) Console.WriteLine(DatedTables.Of($"{scenario.Name}, clean dossiers", [.. days.Where(day => day.IsClean)]));
    }

    return;
}

var assumed = Measurement.Of(Scenario.AsAssumed, seed, dossiers, Tables.OtherLevels);
Console.WriteLine(Tables.Of(assumed));
Console.WriteLine(Tables.Of([(Scenario.AsAssumed, assumed), .. Scenario.Worse.Select(scenario => (scenario, Measurement.Of(scenario, seed, dossiers)))]));
