using Reconcile.Modelling;
using Reconcile.Provenance;
using Reconcile.Validation;
using Xunit;

namespace Reconcile.Tests.Inference.Chains;

/// <summary>Draws a war of some weeks: sums over totals and stocks, a fixed number of those sent, floors, ranges, increments, a source that leans, and few roots, so that errors are shared.</summary>
internal static class RandomSeries
{
    private static readonly DateOnly Start = new(2024, 3, 1);

    public static (Component Component, bool[] Accepted) Of(int seed, int days, bool shares = false)
    {
        var random = new Random(seed);
        var dossier = Dossier.Create()
            .Quantity(new Quantity { Id = "killed", Kind = QuantityKind.Total, Min = 0, Subject = "north" })
            .Quantity(new Quantity { Id = "wounded", Kind = QuantityKind.Total, Min = 0, Subject = "north" })
            .Quantity(new Quantity { Id = "casualties", Kind = QuantityKind.Total, Min = 0, Subject = "north" })
            .Quantity(new Quantity { Id = "troops", Kind = QuantityKind.Stock, Min = 0 })
            .Quantity(new Quantity { Id = "sent", Min = 0 })
            .Relate("casualties = killed + wounded")
            .Source("ministry", Reliability.C).Source("wire", Reliability.B).Source("enemy", Reliability.D).Source("observers", Reliability.C)
            .Interest(new Interest { Source = "enemy", Subject = "north", Tends = Tendency.Overstate });
        dossier = random.Next(2) == 0 ? dossier.Relate("casualties + troops <= sent") : dossier.Relate("sent = troops + casualties").Relate("killed <= troops");
        var claims = new List<Claim>();
        for (var day = 0; day < days; day++)
        {
            var date = Start.AddDays((3 * day) + random.Next(3));
            var (killed, wounded) = (100 + (900 * Math.Pow((day + 1.0) / days, 2)), 300 + (2000.0 * (day + 1) / days));
            var truth = new Dictionary<string, double> { ["killed"] = killed, ["wounded"] = wounded, ["casualties"] = killed + wounded, ["troops"] = 9000 - killed - wounded, ["killed + wounded"] = killed + wounded };
            for (var count = random.Next(1, 4); count > 0; count--) claims.Add(Said(random, truth, date, claims));
            if (shares && random.Next(3) == 0) claims.Add(new Claim { Quantity = "killed / casualties", Figure = Figure.About(Math.Round(killed / (killed + wounded), 2)), Source = "wire", AsOf = date });
        }

        for (var i = 0; i < 3; i++)
        {
            var from = random.Next(days);
            var length = random.Next(1, 20);
            claims.Add(new Claim { Quantity = random.Next(2) == 0 ? "killed" : "killed + wounded", Figure = Figure.About(60 * length), Source = "ministry", During = new Period(Start.AddDays(3 * from), Start.AddDays((3 * from) + length)) });
        }

        claims.Add(new Claim { Quantity = "sent", Figure = Figure.About(9500), Source = "wire" });
        return ComponentOf(dossier.WithClaims(claims));
    }

    public static (Component Component, bool[] Accepted) ComponentOf(Dossier dossier)
    {
        var survey = new DossierSurvey(dossier);
        var model = ModelBuilder.Build(EvidenceGatherer.Gather(dossier, HedgeReading.SignificantDigit, survey.Texts.HasSourcesThatSpeakTwice), survey.ParsedRelations(), survey.Texts, new ReconcileOptions());
        var component = Assert.Single(model.Components);
        return (component, [.. component.Claims.Select(_ => true)]);
    }

    private static Claim Said(Random random, Dictionary<string, double> truth, DateOnly date, List<Claim> claims)
    {
        var quantity = truth.Keys.ElementAt(random.Next(truth.Count));
        var source = random.Next(8) switch { 0 or 1 or 2 => "ministry", 3 or 4 => "wire", 5 => "enemy", 6 => "observers", _ => "rare" + claims.Count };
        var said = Math.Round(truth[quantity] * (1 + (0.05 * ((random.NextDouble() * 2) - 1))) * (source == "enemy" ? 1.6 : 1));
        var figure = random.Next(7) switch
        {
            0 => Figure.AtLeast(Math.Round(said * 0.9)),
            1 => Figure.Between(Math.Round(said * 0.9), Math.Round(said * 1.1)),
            2 => Figure.Interval(said, Math.Round(said * 0.9), Math.Round(said * 1.2)),
            3 => Figure.AtMost(Math.Round(said * 1.1)),
            _ => Figure.About(said),
        };
        return new Claim { Quantity = quantity, Figure = figure, Source = source, AsOf = date };
    }
}
