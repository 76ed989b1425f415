using System.Globalization;
using Reconcile.Calibration;

// Arguments: number of dossiers, seed. Both can be left out.
var dossiers = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2_000;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;

var assumed = Measurement.Of(Scenario.AsAssumed, seed, dossiers, Tables.OtherLevels);
Console.WriteLine(Tables.Of(assumed));
Console.WriteLine(Tables.Of([(Scenario.AsAssumed, assumed), .. Scenario.Worse.Select(scenario => (scenario, Measurement.Of(scenario, seed, dossiers)))]));
