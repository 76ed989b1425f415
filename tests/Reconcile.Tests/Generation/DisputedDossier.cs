using System.Globalization;

namespace Reconcile.Tests.Generation;

/// <summary>
/// Draws dossiers whose claims are meant to agree and to conflict: first what is true, then what roots of all grades see of it within their errors and say with all
/// kinds of figures; some are simply wrong (too many, too few, the figure of another quantity, a digit too many). Now and then a root leans, relays pass
/// something on, a claim is withdrawn or replaced.
/// </summary>
internal sealed class DisputedDossier(Random random)
{
    private const int MostClaims = 10;

    private readonly HiddenTruth _truth = HiddenTruth.Draw(random);
    private readonly DisputedFigure _figures = new(random);
    private readonly List<Claim> _claims = [];

    public Dossier Draw() => DrawKnown().Dossier;

    public KnownDossier DrawKnown()
    {
        var sources = Sources();
        var biases = sources.Select(_ => random.NextDouble() - 0.5).ToArray();
        var subjects = Subjects();
        for (var count = random.Next(3, MostClaims + 1); _claims.Count < count;)
        {
            var source = random.Next(sources.Length);
            AddClaim(Pick(subjects), sources[source], biases[source]);
        }

        if (Rarely(5)) Add(Pick([.. _claims]) with { Via = ["wire", "radio"] });
        if (Rarely(6)) Withdraw();
        if (Rarely(5)) Replace();
        var dossier = Dossier.Create();
        foreach (var source in sources) dossier = dossier.Source(source);
        foreach (var quantity in Declared()) dossier = dossier.Quantity(quantity);
        foreach (var rule in _truth.Rules) dossier = dossier.Relate(rule);
        if (Rarely(6)) dossier = dossier.Interest(new Interest { Source = Pick(sources).Id, Tends = Rarely(2) ? Tendency.Overstate : Tendency.Understate });
        if (Rarely(8)) dossier = WithParties(dossier);
        return new KnownDossier(dossier.WithClaims(_claims), _truth.Values);
    }

    /// <summary>Two sides and onlookers, each side leaning on its own losses and on those of the other.</summary>
    private Dossier WithParties(Dossier dossier)
    {
        foreach (var source in dossier.Sources) dossier = dossier.Source(source with { Party = random.Next(3) switch { 0 => "north", 1 => "south", _ => null } });
        return dossier.WithPartiesLean();
    }

    private Source[] Sources() =>
    [
        .. Enumerable.Range(0, random.Next(2, 8)).Select(i => new Source
        {
            Id = "root " + (char)('A' + i),
            Reliability = Rarely(4) ? null : (Reliability)random.Next(6),
            RelativeError = Rarely(8) ? random.Next(30) / 100.0 : null,
        }),
    ];

    /// <summary>What is spoken of in this dossier: some quantities are left to the relations, so that sides stay open.</summary>
    private string[] Subjects()
    {
        var subjects = _truth.Values.Keys.Where(_ => !Rarely(3)).DefaultIfEmpty(_truth.Values.Keys.First()).ToList();
        if (_truth.Subjects.Length > 0 && Rarely(3)) subjects.Add(Pick(_truth.Subjects));
        if (_truth.Shares.Length > 0 && Rarely(4)) subjects.Add(Pick(_truth.Shares));
        return [.. subjects];
    }

    private Quantity[] Declared()
    {
        if (!Rarely(3)) return [];
        var isWhole = Rarely(2);
        return
        [
            .. _truth.Values.Select(value => new Quantity
            {
                Id = value.Key,
                Whole = isWhole ? !Rarely(5) : Rarely(5),
                Min = Rarely(8) ? null : 0,
                Max = Rarely(8) ? Math.Ceiling(value.Value * (1 + random.NextDouble())) : null,
                Subject = Rarely(4) ? "north" : null,
            }),
        ];
    }

    private void AddClaim(string subject, Source source, double bias)
    {
        var seen = Seen(subject, source, bias);
        Add(new Claim
        {
            Quantity = subject,
            Figure = IsShare(subject) ? _figures.Share(Math.Clamp(seen, 0.001, 1)) : _figures.Of(seen),
            Source = source.Id,
            Basis = Rarely(6) ? Basis.Count : Basis.Estimate,
            Credibility = Rarely(3) ? (Credibility)random.Next(2, 6) : Credibility.Unknown,
        });
    }

    private void Add(Claim claim) => _claims.Add(claim with { Id = "c" + (_claims.Count + 1).ToString(CultureInfo.InvariantCulture) });

    /// <summary>A root takes back what it said.</summary>
    private void Withdraw()
    {
        var withdrawn = random.Next(_claims.Count);
        _claims[withdrawn] = _claims[withdrawn] with { Retracted = Rarely(2) ? Retraction.Always : Retraction.On(new DateOnly(2025, 3, 1)) };
    }

    /// <summary>A root replaces what it said by what is true.</summary>
    private void Replace()
    {
        var replaced = Pick([.. _claims]);
        if (IsShare(replaced.Quantity)) return;
        Add(replaced with { Figure = _figures.Of(True(replaced.Quantity)), Supersedes = [replaced.Id], Retracted = default });
    }

    private double Seen(string subject, Source source, double bias)
    {
        var value = True(subject);
        if (Rarely(3)) value = Wrong(value);
        return value * (1 + (0.5 * bias * (source.RelativeError ?? 0.1)) + (0.03 * (random.NextDouble() - 0.5)));
    }

    private double True(string subject) => new KnownDossier(Dossier.Create(), _truth.Values).Of(subject);

    private double Wrong(double value) => random.Next(4) switch
    {
        0 => value * (1.5 + (4 * random.NextDouble())),
        1 => value / (1.5 + (4 * random.NextDouble())),
        2 => value * (Rarely(2) ? 10 : 0.1),
        _ => Pick([.. _truth.Values.Values]),
    };

    private static bool IsShare(string subject) => subject.Contains('/', StringComparison.Ordinal);

    private bool Rarely(int oneIn) => random.Next(oneIn) == 0;

    private T Pick<T>(T[] items) => items[random.Next(items.Length)];
}
