using System.Globalization;

namespace Reconcile.Tests.Generation;

/// <summary>How a total grows.</summary>
internal enum Growth
{
    Constant,
    Linear,
    Curved,
    Stepped,
}

/// <summary>Draws dossiers of totals and stocks whose claims speak of several days.</summary>
internal sealed class DatedDossier(Random random)
{
    private static readonly string[] Parts = ["killed", "wounded"];
    private static readonly DateOnly Start = new(2024, 3, 1);

    private readonly Growth _growth = (Growth)random.Next(4);
    private readonly double _final = Math.Pow(10, 2 + (2 * random.NextDouble()));
    private readonly double[] _biases = [.. Enumerable.Range(0, 4).Select(_ => 0.1 * (random.NextDouble() - 0.5))];

    public Dossier Draw()
    {
        var whole = random.Next(2) == 0;
        var dossier = Dossier.Create("drawn")
            .Quantity(new Quantity { Id = "killed", Kind = QuantityKind.Total, Whole = whole })
            .Quantity(new Quantity { Id = "wounded", Kind = QuantityKind.Total, Whole = whole })
            .Quantity(new Quantity { Id = "casualties", Kind = QuantityKind.Total, Whole = whole })
            .Quantity(new Quantity { Id = "troops", Kind = QuantityKind.Stock })
            .Quantity(new Quantity { Id = "deployed" })
            .Relate("casualties = killed + wounded");
        if (random.Next(3) == 0) dossier = dossier.Relate("killed <= deployed").Claim(new Claim { Quantity = "deployed", Figure = About(3 * _final), Source = "r0" });
        if (random.Next(4) == 0) dossier = dossier.Relate(new Relation { Rule = "wounded >= killed", From = Start.AddDays(10) });
        var days = 1 + random.Next(8);
        var day = Start;
        for (var i = 0; i < days; i++)
        {
            for (var said = 0; said <= random.Next(3); said++) dossier = dossier.Claim(Said(day));
            day = day.AddDays(1 + random.Next(20));
        }

        return random.Next(3) == 0 ? dossier.WithAsOf(day) : dossier;
    }

    private Claim Said(DateOnly day)
    {
        var root = random.Next(_biases.Length);
        var claim = new Claim { Quantity = "killed", Figure = Figure.Exactly(0), Source = "r" + root.ToString(CultureInfo.InvariantCulture), AsOf = day, Reported = random.Next(2) == 0 ? day : null };
        switch (random.Next(8))
        {
            case 0:
                var since = day.AddDays(-1 - random.Next(9));
                var part = Parts[random.Next(2)];
                return claim with { Quantity = part, Figure = About(Math.Max(1, TruthOf(part, day) - TruthOf(part, since))), AsOf = null, Reported = null, During = new Period(since.AddDays(1), day) };
            case 1:
                return claim with { Quantity = "troops", Figure = About(_final * (1 + (0.3 * random.NextDouble()))) };
            case 2:
                return claim with { Figure = Figure.AtLeast(Math.Round(TruthOf("killed", day) * random.NextDouble())), Basis = random.Next(2) == 0 ? Basis.Count : Basis.Estimate };
            default:
                var quantity = random.Next(3) switch { 0 => "casualties", 1 => "wounded", _ => "killed" };
                var wrong = random.Next(12) == 0 ? 0.3 : 1;
                return claim with { Quantity = quantity, Figure = About(wrong * TruthOf(quantity, day) * (1 + _biases[root] + (0.1 * (random.NextDouble() - 0.5)))) };
        }
    }

    private double TruthOf(string quantity, DateOnly day)
    {
        var time = (day.DayNumber - Start.DayNumber) / 100.0;
        var share = _growth switch
        {
            Growth.Constant => 1,
            Growth.Linear => 0.2 + (0.8 * time),
            Growth.Curved => 0.1 + (0.9 / (1 + Math.Exp(-10 * (time - 0.5)))),
            _ => time < 0.5 ? 0.3 : 1,
        };
        return _final * share * quantity switch { "killed" => 0.2, "wounded" => 0.8, _ => 1 };
    }

    private Figure About(double value)
    {
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(1, value))) - 1));
        var rounded = Math.Max(1, Math.Round(value / unit) * unit);
        return random.Next(4) switch { 0 => Figure.Exactly(rounded), 1 => Figure.Between(Math.Floor(0.9 * rounded), Math.Ceiling(1.1 * rounded)), _ => Figure.About(rounded) };
    }
}
