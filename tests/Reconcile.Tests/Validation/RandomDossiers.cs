namespace Reconcile.Tests.Validation;

/// <summary>Draws dossiers in which anything may be missing, wrong or contradictory.</summary>
internal sealed class RandomDossiers(int seed)
{
    private static readonly string?[] Names =
        ["a", "b", "A", "c1", "c2", "troops-sent", "a + b", "a / b", "a/0", "5", "a -", "", " ", null, "\"", "é", new string('x', 2000), "a\ud800"];

    private static readonly string?[] Rules =
        ["a = b", "b = a", "a <= b", "0 = 5", "a = a", "a = b + 5", "a <", "", null, "troops-sent >= 3", "a ~= 2*b", "1e15*a = 1e15*b", new string('(', 5000)];

    private static readonly double[] Numbers =
        [0, 1, -1, 0.5, 2, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, double.Epsilon, -0.0];

    private static readonly string[] Phrases = ["around 400", "at least 5,000", "at most -5", "25 %", "a third", "nonsense", "", "300–600", "1e999", "dozens"];

    private readonly Random _random = new(seed);

    public Dossier Next()
    {
        var claims = Many(10, () => new Claim
        {
            Id = Name()!,
            Quantity = Name()!,
            Figure = Chance(4) ? null! : Figure.Read(Pick(Phrases)),
            Source = Name()!,
            Via = Chance(5) ? null! : Many<string>(3, () => Name()!),
            Credibility = (Credibility)_random.Next(-1, 8),
            Basis = (Basis)_random.Next(-1, 5),
            AsOf = Day(),
            Reported = Day(),
            During = Chance(3) ? During() : null,
            Retracted = Chance(3) ? Retraction.Always : default,
            Supersedes = Chance(5) ? null! : Many<string>(3, () => Name()!),
        });
        return Dossier.FromParts(
            "broken", Day(),
            Many(4, () => new Source { Id = Name()!, Reliability = (Reliability)_random.Next(-1, 8), RelativeError = Number(), Accuracy = Number() }),
            Many(3, () => new Interest { Source = Name()!, Subject = Name(), Tends = (Tendency)_random.Next(-1, 4) }),
            Many(4, () => new Quantity { Id = Name()!, Subject = Name(), Kind = (QuantityKind)_random.Next(-1, 5), Min = Number(), Max = Number(), Drift = Pick(Numbers) }),
            Many(6, () => new Relation { Rule = Pick(Rules)!, From = Day(), To = Day() }),
            claims, Chance(2), default, default);
    }

    private string? Name() => Pick(Names);

    private double? Number() => Chance(2) ? null : Pick(Numbers);

    private DateOnly? Day() => Chance(2) ? null : new DateOnly(2025, 1, 1).AddDays(_random.Next(5));

    private Period During()
    {
        var from = new DateOnly(2025, 1, 1).AddDays(_random.Next(3));
        return new Period(from, from.AddDays(_random.Next(3)));
    }

    private T[] Many<T>(int most, Func<T> one) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => one())];

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;
}
