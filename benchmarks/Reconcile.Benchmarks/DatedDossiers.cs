using System.Globalization;

namespace Reconcile.Benchmarks;

/// <summary>Dossiers of totals that grow over many days. Each is the same in every run and on every machine.</summary>
internal static class DatedDossiers
{
    private static readonly DateOnly Start = new(2022, 2, 24);

    private static readonly string[] People = ["killed", "wounded", "captured"];
    private static readonly string[] Equipment =
        ["tanks", "carriers", "guns", "launchers", "air_defence", "aircraft", "helicopters", "drones", "missiles", "ships", "trucks", "special", "radars", "mortars"];

    /// <summary>Eight totals joined by two sums and a limit, three claims a day by seven roots that mostly agree.</summary>
    public static Dossier LongSeries(int days)
    {
        string[] quantities = ["killed", "wounded", "captured", "missing", "casualties", "tanks", "carriers", "vehicles"];
        double[] shares = [1, 3, 0.3, 0.2, 4.5, 0.2, 0.5, 0.7];
        var random = new Random(1);
        var dossier = quantities.Aggregate(Dossier.Create("Long series"), static (all, id) => all.Quantity(id, QuantityKind.Total))
            .Relate("casualties = killed + wounded + captured + missing")
            .Relate("vehicles = tanks + carriers")
            .Relate("tanks <= 2 * killed");
        var claims = new List<Claim>(3 * days);
        for (var i = 0; i < 3 * days; i++)
        {
            var (quantity, root) = (random.Next(quantities.Length), random.Next(7));
            var truth = shares[quantity] * (100 + (900.0 * i / (3 * days)));
            claims.Add(Said(quantities[quantity], Name("root", root), i / 3, Rounded(truth * (1 + (0.01 * (root - 3)) + (0.06 * (random.NextDouble() - 0.5))))));
        }

        return dossier.WithClaims(claims);
    }

    /// <summary>
    /// As large and shaped as the reports on losses of the war of 2022 that Radford et al. (2023, PNAS) collected: 38 quantities of two sides over a year, 4,609
    /// claims by seven sources, of which each side's own overstates what the other lost. The numbers are made up.
    /// </summary>
    public static Dossier WarLosses()
    {
        var random = new Random(2);
        string[] sources = ["north", "south", "recorders", "government0", "government1", "government2", "agency"];
        var dossier = sources.Aggregate(Dossier.Create("Losses of a war"), static (all, id) => all.Source(id, id == "recorders" ? Reliability.A : Reliability.C))
            .Interest(new Interest { Source = "north", Subject = "south", Tends = Tendency.Overstate })
            .Interest(new Interest { Source = "south", Subject = "north", Tends = Tendency.Overstate });
        foreach (var side in (string[])["north", "south"])
        {
            foreach (var item in (string[])[.. People, "casualties", .. Equipment, "equipment"]) dossier = dossier.Quantity(new Quantity { Id = $"{side}_{item}", Kind = QuantityKind.Total, Subject = side, Whole = true });
            dossier = dossier
                .Relate($"{side}_casualties = {string.Join(" + ", People.Select(item => $"{side}_{item}"))}")
                .Relate($"{side}_equipment = {string.Join(" + ", Equipment.Select(item => $"{side}_{item}"))}");
        }

        var claims = new List<Claim>(4609);
        for (var i = 0; i < 4609; i++)
        {
            var day = (int)((long)i * 365 / 4609);
            var side = random.Next(2) == 0 ? "north" : "south";
            // Four reports in five are those of the enemy, day by day.
            var source = random.Next(5) > 0 ? (side == "north" ? "south" : "north") : sources[2 + random.Next(5)];
            var item = random.Next(People.Length + Equipment.Length);
            var truth = (item < People.Length ? 20_000.0 : 1_000) / (1 + (item % 7)) * (0.05 + (0.95 * day / 365));
            var (id, noise) = ($"{side}_{(item < People.Length ? People[item] : Equipment[item - People.Length])}", 1 + (0.04 * (random.NextDouble() - 0.5)));
            claims.Add(source switch
            {
                "recorders" => Said(id, source, day, Figure.AtLeast(Math.Max(1, Math.Round(0.6 * truth)))) with { Basis = Basis.Count },
                "north" or "south" => Said(id, source, day, Rounded(2 * truth * noise)),
                _ => Said(id, source, day, Rounded(truth * noise)),
            });
        }

        return dossier.WithClaims(claims);
    }

    private static Claim Said(string quantity, string source, int day, Figure figure) =>
        new() { Quantity = quantity, Figure = figure, Source = source, AsOf = Start.AddDays(day) };

    /// <summary>About, to three digits.</summary>
    private static Figure Rounded(double value)
    {
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(1, value))) - 2));
        return Figure.About(Math.Max(1, Math.Round(value / unit) * unit));
    }

    private static string Name(string kind, int number) => kind + number.ToString(CultureInfo.InvariantCulture);
}
