using System.Collections.Immutable;
using System.Globalization;
using Reconcile.Claims;

namespace Reconcile.Tests.Generation;

/// <summary>Draws valid dossiers that use every property of the model now and then.</summary>
internal sealed class RandomDossier(Random random)
{
    private static readonly string[] QuantityIds = ["killed", "wounded", "captured", "casualties", "deployed"];

    private static readonly string[] SourceIds = ["ministry", "wire", "Ukrainian intelligence", "Rep. Yu", "été"];

    private static readonly string[] Rules =
        ["casualties = killed + wounded + captured", "casualties <= deployed", "wounded >= 2 * killed", "killed ~= 0.3 * wounded within 40 %"];

    private static readonly string[] Texts = ["", "people", "\"quoted\" – and\ttabbed", "два\nряда", "\\", "😀 </script> &amp; ' \u2028", "x-"];

    private static readonly string[] Extensions = ["1", "-1.50e3", "null", "\"text with \\\"quotes\\\" –\"", "[1,{\"a\":[]},\"b\"]", "{\"deep\":{\"x\":true}}"];

    public static DateOnly Day(Random random) => new DateOnly(2020, 1, 1).AddDays(random.Next(2500));

    /// <param name="size">About as many claims at most.</param>
    public Dossier Dossier(int size)
    {
        var sources = Often() ? Some(SourceIds, 1).Select(Source).ToArray() : [];
        var quantities = Often() ? QuantityIds.Select(Quantity).ToArray() : [];
        var roots = sources.Length > 0 ? [.. sources.Select(source => source.Id)] : SourceIds;
        var claims = new List<Claim>();
        for (var count = random.Next(Math.Min(size, 40) + 1); claims.Count < count;)
        {
            claims.Add(Claim(claims, roots, quantities));
        }

        // Some come with a code that grades the source as it is graded.
        for (var i = 0; i < claims.Count; i += 4)
        {
            claims[i] = claims[i] with { Reliability = sources.FirstOrDefault(source => source.Id == claims[i].Source)?.Reliability };
        }

        var claimed = claims.Select(claim => claim.Source).Concat(sources.Select(source => source.Id)).Distinct().ToArray();
        return global::Reconcile.Dossier.FromParts(
            Text() ?? "",
            Rarely() ? Day(random) : null,
            sources,
            claimed.Length > 0 && Rarely() ? [Interest(Pick(claimed), overstate: Often()), .. Rarely() ? [Interest(Pick(claimed), overstate: true)] : Array.Empty<Interest>()] : [],
            quantities,
            [.. Some(Rules, 0).Select(Relation)],
            claims,
            Rarely(),
            Annotations(mayHaveSchema: true),
            place: default);
    }

    public Claim LoneClaim() => Claim([], SourceIds, []);

    public Source Source(string id) => new()
    {
        Id = id,
        Name = Text(),
        Reliability = Often() ? (Reliability)random.Next(6) : null,
        RelativeError = Rarely() ? random.Next(0, 100) / 100.0 : null,
        Accuracy = Rarely() ? random.Next(1, 100) / 100.0 : null,
        Party = Rarely() ? "north" : null,
        Scale = Rarely() ? LikelihoodScale.Ipcc : null,
        Annotations = Annotations(),
    };

    public Quantity Quantity(string id) => new()
    {
        Id = id,
        Name = Text(),
        Unit = Text(),
        Subject = Rarely() ? "north" : null,
        Kind = (QuantityKind)random.Next(3),
        Whole = Rarely(),
        Min = random.Next(5) switch { 0 => null, 1 => random.Next(10), _ => 0 },
        Max = Rarely() ? 1e6 + random.Next() : null,
        Drift = Rarely() ? random.NextDouble() : 0.02,
        Annotations = Annotations(),
    };

    private Claim Claim(List<Claim> before, string[] roots, Quantity[] quantities)
    {
        var quantity = Pick(QuantityIds);
        var isSum = Rarely();
        var isTotal = quantities.Any(declared => declared.Id == quantity && declared.Kind == QuantityKind.Total);
        var isShare = Rarely();
        var figure = isShare ? RandomFigure.NextShare(random) : RandomFigure.Next(random);
        DateOnly? reported = Often() ? Day(random) : null;
        Period? during = isTotal && !isShare && !isSum && Rarely() ? Period() : null;
        return new Claim
        {
            Id = (Rarely() ? "kyiv-" : "c") + (before.Count + 1).ToString(CultureInfo.InvariantCulture),
            Quantity = isShare ? "killed / casualties" : isSum ? "killed + wounded" : quantity,
            Figure = figure,
            Source = Pick(roots),
            Via = [.. Some(["wire", "radio"], 0)],
            Credibility = (Credibility)random.Next(6),
            Basis = (Basis)random.Next(3),
            AsOf = during is null && Rarely() ? (reported ?? Day(random)).AddDays(-random.Next(30)) : null,
            Reported = reported,
            During = during,
            Retracted = random.Next(12) switch { 0 => Retraction.Always, 1 => Retraction.On(Day(random)), _ => default },
            Supersedes = before.Count > 0 && Rarely() ? [before[random.Next(before.Count)].Id] : [],
            Quote = Text(),
            Url = Rarely() ? "https://example.org/a?b=c&d=" + random.Next(9) : null,
            Likelihood = Rarely() ? "very likely" : null,
            Annotations = Annotations(),
            FigureAnnotations = IsMadeOfNumbers(figure) ? Annotations() : default,
            DuringAnnotations = during is null ? default : Annotations(),
        };
    }

    private Interest Interest(string source, bool overstate) => new()
    {
        Source = source,
        Subject = Rarely() ? "north" : null,
        Tends = overstate ? Tendency.Overstate : Tendency.Understate,
        Annotations = Annotations(),
    };

    private Relation Relation(string rule) => new()
    {
        Rule = rule,
        Because = Text(),
        From = Rarely() ? Day(random) : null,
        Annotations = Annotations(),
    };

    private Period Period()
    {
        var from = Day(random);
        return new Period(from, from.AddDays(random.Next(90)));
    }

    private Annotations Annotations(bool mayHaveSchema = false)
    {
        if (!Rarely()) return default;
        var extensions = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        if (mayHaveSchema && Often()) extensions.Add(new("$schema", "\"https://example.org/dossier.schema.json\""));
        for (var i = random.Next(3); i > 0; i--) extensions.Add(new("x-" + i.ToString(CultureInfo.InvariantCulture) + Pick(Texts), Pick(Extensions)));
        return new Annotations(Text(), extensions.ToImmutable());
    }

    /// <summary>Whether the figure is one that a file may write as an object of numbers.</summary>
    private static bool IsMadeOfNumbers(Figure figure) =>
        Figure.TryCompose(figure.Low, figure.Value, figure.High, figure.Facts.Level > 0 ? figure.Facts.Level : null, figure.IsShare, out var composed, out _)
        && composed.Equals(figure);

    private bool Rarely() => random.Next(4) == 0;

    private bool Often() => random.Next(2) == 0;

    private string Pick(string[] items) => items[random.Next(items.Length)];

    private T[] Some<T>(T[] items, int least) => [.. items.Where(_ => Often()).DefaultIfEmpty(items[0]).Take(Math.Max(least, Often() ? items.Length : 0))];

    private string? Text() => Often() ? Pick(Texts) : null;
}
