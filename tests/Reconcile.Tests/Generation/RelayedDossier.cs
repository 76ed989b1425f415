using System.Globalization;
using FsCheck;

namespace Reconcile.Tests.Generation;

/// <summary>
/// Draws dossiers of few roots that speak of one, two or three quantities over some days, at first hand and through relays that copy and garble, with withdrawals and
/// replacements; so that most claims have to do with another of the same root.
/// </summary>
internal sealed class RelayedDossier(Random random)
{
    private static readonly string[] QuantityIds = ["casualties", "killed", "wounded"];
    private static readonly string[] Roots = ["ministry", "police", "red cross"];
    private static readonly string[] Relays = ["wire", "radio", "paper", "police"];

    private readonly List<Claim> _claims = [];

    public Dossier Draw()
    {
        var dossier = Dossier.Create().WithAsOf(Day(20));
        foreach (var id in QuantityIds) dossier = dossier.Quantity(new Quantity { Id = id, Kind = (QuantityKind)random.Next(3), Unit = Rarely(2) ? "people" : null });
        if (Rarely(2)) dossier = dossier.Relate("casualties = killed + wounded");
        for (var count = random.Next(2, 11); _claims.Count < count;) Add(_claims.Count > 0 && Rarely(3) ? PassedOn(Pick([.. _claims])) : Said());
        return dossier.WithClaims(_claims);
    }

    private static DateOnly Day(int day) => new DateOnly(2025, 3, 1).AddDays(day);

    private void Add(Claim claim) => _claims.Add(claim with { Id = "c" + (_claims.Count + 1).ToString(CultureInfo.InvariantCulture) });

    private Claim Said()
    {
        DateOnly? reported = Rarely(6) ? null : Day(random.Next(12));
        return new Claim
        {
            Quantity = Pick(QuantityIds),
            Figure = Figure.Parse(Pick(["400", "about 400", "at least 400", "410", "4,700", "about 4,700", "471", "300 to 500", "at most 4,700", "4,000", "dozens"])),
            Source = Pick(Roots),
            Via = Rarely(2) ? [] : Chain(),
            AsOf = reported is { } day && Rarely(3) ? day.AddDays(-random.Next(4)) : null,
            Reported = reported,
            Basis = Rarely(8) ? Basis.Projection : Rarely(6) ? Basis.Count : Basis.Estimate,
            Retracted = Rarely(9) ? Rarely(2) ? Retraction.Always : Retraction.On(Day(random.Next(10, 30))) : default,
            Supersedes = _claims.Count > 0 && Rarely(8) ? [Pick([.. _claims]).Id] : [],
        };
    }

    private Claim PassedOn(Claim claim)
    {
        var passedOn = claim with { Via = [.. claim.Via, .. Chain()], Supersedes = [], Retracted = default };
        return random.Next(6) switch
        {
            0 => passedOn with { Figure = Said().Figure },
            1 => passedOn with { Quantity = Pick(QuantityIds) },
            2 when claim.Reported is { } reported => passedOn with { Reported = reported.AddDays(random.Next(4)) },
            3 => passedOn with { Source = Pick(Relays), Via = [] },
            _ => passedOn,
        };
    }

    private string[] Chain() => [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Pick(Relays))];

    private bool Rarely(int oneIn) => random.Next(oneIn) == 0;

    private T Pick<T>(T[] items) => items[random.Next(items.Length)];
}

/// <summary>Dossiers in which provenance decides, for <c>[Property(Arbitrary = [typeof(RelayedDossiers)])]</c>.</summary>
public static class RelayedDossiers
{
    public static Arbitrary<Dossier> Dossiers() => Seeds.Drawn(random => new RelayedDossier(random).Draw());
}
