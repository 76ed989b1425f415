using System.Globalization;
using FsCheck;

namespace Reconcile.Tests.Generation;

/// <summary>Draws sums over some days of which some parts are whole, some move and some are not told at all, so that there is something to round and not everything is printed.</summary>
internal sealed class PartlyToldSum(Random random)
{
    private static readonly string[] Names = ["a", "b", "c", "sum", "all"];
    private static readonly DateOnly Start = new(2025, 3, 10);

    private readonly Dictionary<string, double> _truth = Names.ToDictionary(name => name, _ => (double)random.Next(20, 600));

    public Dossier Draw()
    {
        (_truth["sum"], _truth["all"]) = (_truth["a"] + _truth["b"], _truth["a"] + _truth["b"] + _truth["c"]);
        var dossier = Dossier.Create("drawn").WithAsOf(Start.AddDays(10));
        foreach (var rule in random.Next(2) == 0 ? (string[])["all = a + b + c"] : ["sum = a + b", "all = sum + c"]) dossier = dossier.Relate(rule);
        var arePartlyWhole = random.Next(4) != 0;
        foreach (var name in Names) dossier = dossier.Quantity(new Quantity { Id = name, Kind = random.Next(5) switch { 0 => QuantityKind.Fixed, 1 => QuantityKind.Stock, _ => QuantityKind.Total }, Whole = arePartlyWhole && random.Next(2) == 0 });
        for (var left = random.Next(2, 8); left > 0; left--) dossier = dossier.Claim(Said(dossier));
        return dossier;
    }

    private Claim Said(Dossier dossier)
    {
        var (name, day) = (Names[random.Next(Names.Length)], Start.AddDays(random.Next(10)));
        var claim = new Claim { Quantity = name, Figure = Said(_truth[name]), Source = "s" + random.Next(3).ToString(CultureInfo.InvariantCulture) };
        if (random.Next(4) == 0 && dossier.Quantities.Single(quantity => quantity.Id == name).Kind == QuantityKind.Total)
            return claim with { Figure = Said(_truth[name] / 10), During = new Period(day, day.AddDays(random.Next(3))) };
        DateOnly? asOf = random.Next(4) == 0 ? null : day;
        return random.Next(6) == 0 ? claim with { Quantity = "b + c", Figure = Said(_truth["b"] + _truth["c"]), AsOf = asOf } : claim with { AsOf = asOf };
    }

    private Figure Said(double truth)
    {
        var number = Math.Max(3, Math.Round(truth * (0.75 + (0.5 * random.NextDouble()))));
        return random.Next(7) switch
        {
            0 => Figure.Exactly(number),
            1 => Figure.About(number),
            2 => Figure.AtLeast(number),
            3 => Figure.Between(Math.Floor(0.8 * number), Math.Ceiling(1.2 * number)),
            4 => Figure.Parse("hundreds"),
            _ => Figure.Parse(number.ToString(CultureInfo.InvariantCulture)),
        };
    }
}

/// <summary>Dossiers in which sums are rounded, for <c>[Property(Arbitrary = [typeof(PartlyToldSums)])]</c>.</summary>
public static class PartlyToldSums
{
    public static Arbitrary<Dossier> Dossiers() => Seeds.Drawn(random => new PartlyToldSum(random).Draw());
}
