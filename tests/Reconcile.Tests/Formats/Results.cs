namespace Reconcile.Tests.Formats;

/// <summary>A small result made by hand, with every property of the result format.</summary>
internal static class Results
{
    public static readonly Claim Ministry = new()
    {
        Id = "c1",
        Quantity = "killed",
        Figure = Figure.Parse("around 400"),
        Source = "ministry",
        AsOf = new DateOnly(2025, 3, 1),
    };

    public static readonly Claim Wire = new()
    {
        Id = "c2",
        Quantity = "killed",
        Figure = Figure.Parse("at least 4,000"),
        Source = "wire",
        Quote = "no fewer than 4,000",
        Url = "https://example.org/post",
    };

    public static readonly Relation Sum = new() { Rule = "casualties = killed + wounded", Because = "by definition" };

    public static Reconciliation Full()
    {
        var killed = new Quantity { Id = "killed", Kind = QuantityKind.Total };
        var conflict = new Conflict
        {
            Id = "k2",
            Severity = ConflictSeverity.Conflict,
            Kind = ConflictKind.Relation,
            Claims = [Ministry, Wire],
            Relations = [Sum],
            Explanation = "400 is not 4,000",
        };
        var discrepancy = new Conflict { Id = "k1", Severity = ConflictSeverity.Discrepancy, Kind = ConflictKind.Self, Claims = [Wire], Relations = [], Explanation = "e" };
        var first = new Account { Id = "d1.a1", Weight = 0.7, Accepts = [Ministry], Rejects = [Wire] };
        var second = new Account { Id = "d1.a2", Weight = 0.2, Accepts = [Wire], Rejects = [Ministry] };
        var estimate = new Estimate
        {
            Quantity = killed,
            AsOf = new DateOnly(2025, 3, 5),
            Best = 400.1,
            Low = 346.7,
            High = 1.0 / 3e-6,
            Confidence = Confidence.Moderate,
            Reasons = ["one root: ministry"],
            Roots = 1,
            Claims = [Ministry],
            Influences = [new Influence { Claim = Ministry, Share = 0.9 }, new Influence { Relation = Sum, Share = 0.07 }, new Influence { Share = 0.03 }],
            Alternatives = [new Alternative { Accounts = [first], Weight = 0.7, Best = 400, Low = 347, High = 453 }],
            Series = [new SeriesPoint { AsOf = new DateOnly(2025, 3, 1), Best = 380, Low = 340, High = 430 }],
            ByAccount = [new Alternative { Accounts = [second], Weight = 0.2, Best = null, Low = 4000, High = null }],
        };
        return new Reconciliation
        {
            Dossier = Dossier.Create("Strike – “depot”").Claim(Ministry).Claim(Wire).Relate(Sum),
            AsOf = new DateOnly(2025, 3, 5),
            Level = 0.9,
            Options = new ReconcileOptions(),
            Estimates = [estimate, Open()],
            Conflicts = [discrepancy, conflict],
            Differences = [new Difference { Kind = DifferenceKind.Definition, Claims = [Ministry, Wire], Explanation = "why" }],
            Disputes = [new Dispute { Id = "d1", Quantities = [killed], Conflicts = [conflict], Accounts = [first, second], Doubt = 0.1 }],
            Verdicts =
            [
                new Verdict { Claim = Ministry, Outcome = Outcome.Contested, Weight = 0.7, Tension = 0.4, Because = "b" },
                new Verdict { Claim = Wire, Outcome = Outcome.Rejected, Weight = 0, Because = "r" },
            ],
            Warnings =
            [
                new Finding { Code = "RC201", Severity = FindingSeverity.Warning, Message = "m", Path = "claims[1].credibility", ClaimId = "c2", Line = 31 },
                new Finding { Code = "RC210", Severity = FindingSeverity.Warning, Message = "n" },
            ],
        };
    }

    /// <summary>A quantity that nothing bounds above.</summary>
    private static Estimate Open() => new()
    {
        Quantity = new Quantity { Id = "wounded" },
        Low = 0,
        Confidence = Confidence.Low,
        Reasons = [],
        Claims = [],
        Influences = [],
        Alternatives = [],
        Series = [],
    };
}
