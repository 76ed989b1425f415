using System.Globalization;
using Reconcile.Tests.Promises;

namespace Reconcile.Tests.Generation;

/// <summary>
/// Draws dossiers whose claims are meant to agree and to conflict: roots of all grades see a hidden truth within their errors and say it with all kinds of figures;
/// some are simply wrong (too many, too few, the figure of another quantity, a digit too many).
/// </summary>
internal sealed class DisputedDossier(Random random)
{
    private const int MostClaims = 10;

    private readonly HiddenTruth _truth = HiddenTruth.Draw(random);
    private readonly List<Claim> _claims = [];

    public Dossier Draw()
    {
        var sources = Sources();
        var biases = sources.Select(_ => random.NextDouble() - 0.5).ToArray();
        var subjects = Subjects();
        for (var count = random.Next(3, MostClaims + 1); _claims.Count < count;)
        {
            var source = random.Next(sources.Length);
            AddClaim(Pick(subjects), sources[source], biases[source]);
        }

        var dossier = Dossier.Create();
        foreach (var source in sources) dossier = dossier.Source(source);
        foreach (var quantity in Declared()) dossier = dossier.Quantity(quantity);
        foreach (var rule in _truth.Rules) dossier = dossier.Relate(rule);
        return dossier.WithClaims(_claims);
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
        var isShare = subject.Contains('/', StringComparison.Ordinal);
        var seen = Seen(subject, source, bias);
        var basis = Rarely(6) ? Basis.Count : Basis.Estimate;
        _claims.Add(new Claim
        {
            Id = "c" + (_claims.Count + 1).ToString(CultureInfo.InvariantCulture),
            Quantity = subject,
            Figure = isShare ? Share(Math.Clamp(seen, 0.001, 1)) : Figure(seen),
            Source = source.Id,
            Basis = basis,
            Credibility = Rarely(3) ? (Credibility)random.Next(2, 6) : Credibility.Unknown,
        });
    }

    private double Seen(string subject, Source source, double bias)
    {
        var value = True(subject);
        if (Rarely(3)) value = Wrong(value);
        return value * (1 + (0.5 * bias * (source.RelativeError ?? 0.1)) + (0.03 * (random.NextDouble() - 0.5)));
    }

    private double True(string subject)
    {
        var sides = subject.Split(" / ");
        return sides.Length == 1 ? Sum(sides[0]) : Sum(sides[0]) / Sum(sides[1]);
    }

    private double Sum(string side) => PlainForm.Read(side).Terms.Sum(term => double.Parse(term.Value.ToString(), CultureInfo.InvariantCulture) * _truth.Values[term.Key]);

    private double Wrong(double value) => random.Next(4) switch
    {
        0 => value * (1.5 + (4 * random.NextDouble())),
        1 => value / (1.5 + (4 * random.NextDouble())),
        2 => value * (Rarely(2) ? 10 : 0.1),
        _ => Pick([.. _truth.Values.Values]),
    };

    private Figure Figure(double value)
    {
        if (value < 1) return global::Reconcile.Figure.AtMost(Math.Max(1, Math.Ceiling(value)));
        return random.Next(9) switch
        {
            0 or 1 => global::Reconcile.Figure.Parse(Digits(Rounded(value, random.Next(2, 5)))),
            2 or 3 => global::Reconcile.Figure.About(Rounded(value, random.Next(1, 3))),
            4 => global::Reconcile.Figure.AtLeast(Math.Max(1, Rounded(value * (0.4 + (0.6 * random.NextDouble())), 2))),
            5 => global::Reconcile.Figure.AtMost(Math.Max(1, Rounded(value * (1 + random.NextDouble()), 2))),
            6 => global::Reconcile.Figure.Between(Rounded(value * (0.5 + (0.5 * random.NextDouble())), 2), Rounded(value * (1 + (0.8 * random.NextDouble())), 2)),
            7 => Rarely(2) ? global::Reconcile.Figure.Exactly(Math.Round(value)) : global::Reconcile.Figure.Parse("nearly " + Digits(Rounded(value * 1.05, 2))),
            _ => global::Reconcile.Figure.Interval(Math.Round(value), Math.Floor(value * 0.8), Math.Ceiling(value * 1.3)),
        };
    }

    private Figure Share(double share)
    {
        var percent = Math.Max(1, Math.Round(100 * share));
        return global::Reconcile.Figure.Parse(random.Next(4) switch
        {
            0 => $"about {Digits(percent)} %",
            1 => $"at least {Digits(percent)} %",
            2 => $"{Digits(Math.Floor(percent * 0.9))}–{Digits(Math.Ceiling(percent * 1.1) + 1)} %",
            _ => $"{Digits(percent)} %",
        });
    }

    private static double Rounded(double value, int digits)
    {
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(value)) - digits + 1));
        return Math.Max(unit, Math.Round(value / unit) * unit);
    }

    private static string Digits(double value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);

    private bool Rarely(int oneIn) => random.Next(oneIn) == 0;

    private T Pick<T>(T[] items) => items[random.Next(items.Length)];
}
