namespace Reconcile.Tests.Reporting;

/// <summary>Reconciliations made by hand, so that reports are tested without the engine.</summary>
internal static class Fabricated
{
    public const string Unpleasant = "x\u001b[2J|<b>\r\n# [y](http://z) ";

    /// <summary>Two sources disagree on the killed; the wounded have only a floor; one claim was superseded.</summary>
    public static Reconciliation Disputed(string title = "Strike on the depot", string sourceName = "Ministry of Health")
    {
        var dossier = Dossier.Create(title)
            .Source(new Source { Id = "ministry", Name = sourceName, Reliability = Reliability.C })
            .Source(new Source { Id = "wire", Name = "Wire agency", Reliability = Reliability.B })
            .Quantity(new Quantity { Id = "killed", Name = "People killed", Unit = "people", Whole = true })
            .Quantity(new Quantity { Id = "wounded", Whole = true })
            .Quantity(new Quantity { Id = "casualties", Whole = true })
            .Relate("casualties = killed + wounded", because: "by definition")
            .Claim("killed", "471", "ministry")
            .Claim("killed", "100 to 300", "wire")
            .Claim("wounded", "at least 92", "wire")
            .Claim("killed", "450", "ministry")
            .Claim("killed + wounded", "at least 300", "wire");
        var claims = dossier.Claims;
        Account high = new() { Id = "d1.a1", Weight = 0.62, Accepts = [claims[1]], Rejects = [claims[0]] };
        Account low = new() { Id = "d1.a2", Weight = 0.29, Accepts = [claims[0]], Rejects = [claims[1]] };
        Conflict conflict = new()
        {
            Id = "k1",
            Severity = ConflictSeverity.Conflict,
            Kind = ConflictKind.Contradiction,
            Claims = [claims[0], claims[1]],
            Relations = [],
            Explanation = $"people killed cannot be both 471 ({sourceName}) and 100 to 300 (Wire agency)",
        };
        Conflict minor = conflict with { Id = "k2", Severity = ConflictSeverity.Discrepancy, Claims = [claims[0], claims[3]], Explanation = "471 and 450 differ by more than their words allow" };
        Alternative[] values =
        [
            new() { Accounts = [high], Weight = 0.62, Best = 200.4, Low = 92.3, High = 308.1 },
            new() { Accounts = [low], Weight = 0.29, Best = 471.2, Low = 431.4, High = 510.8 },
        ];
        Relation relation = dossier.Relations[0];
        return new Reconciliation
        {
            Dossier = dossier,
            AsOf = new DateOnly(2025, 3, 5),
            Level = 0.9,
            Options = new ReconcileOptions(),
            Conflicts = [conflict, minor],
            Differences = [new() { Kind = DifferenceKind.Bound, Claims = [claims[2]], Explanation = "\"at least 92\" is a floor: it says nothing against more" }],
            Disputes = [new() { Id = "d1", Quantities = [dossier.Quantities[0], dossier.Quantities[2]], Conflicts = [conflict], Accounts = [high, low], Doubt = 0.09 }],
            Estimates =
            [
                new()
                {
                    Quantity = dossier.Quantities[0],
                    AsOf = new DateOnly(2025, 3, 5),
                    Best = 200.4,
                    Low = 92.3,
                    High = 510.8,
                    Printed = new FigureRange(92, 200, 511),
                    Confidence = Confidence.Low,
                    Reasons = ["−1 contested: the leading version has 62 %", $"−1 one root: {sourceName}"],
                    Roots = 1,
                    Claims = [claims[1]],
                    Influences = [new() { Claim = claims[1], Share = 0.91 }, new() { Relation = relation, Share = 0.07 }, new() { Claim = claims[2], Share = 0.01 }, new() { Share = 0.01 }],
                    Alternatives = values,
                    ByAccount = values,
                    Series = [],
                },
                Open(dossier.Quantities[1], 92, [claims[2]]),
                Open(dossier.Quantities[2], 184.3, []),
            ],
            Verdicts =
            [
                new() { Claim = claims[0], Outcome = Outcome.Contested, Weight = 0.29, Tension = 3.42, Because = "the version that accepts it weighs 29 %" },
                new() { Claim = claims[1], Outcome = Outcome.Accepted, Weight = 0.62, Tension = 0.4, Because = "in the leading version" },
                new() { Claim = claims[2], Outcome = Outcome.Accepted, Weight = 1, Because = "nothing speaks against it" },
                new() { Claim = claims[3], Outcome = Outcome.Superseded, Because = "replaced by \"471\" of the same source" },
                new() { Claim = claims[4], Outcome = Outcome.Accepted, Weight = 1, Because = "nothing speaks against it" },
            ],
            Warnings = [new() { Code = "RC201", Severity = FindingSeverity.Warning, Message = "Grade 1 needs another root.", Path = "claims[1].credibility", ClaimId = "c2", Line = 31 }],
        };
    }

    /// <summary>One source, one figure, nothing to argue about.</summary>
    public static Reconciliation Calm()
    {
        var dossier = Dossier.Create().Quantity(new Quantity { Id = "killed" }).Claim("killed", "around 400", "ministry");
        return new Reconciliation
        {
            Dossier = dossier,
            Level = 0.9,
            Options = new ReconcileOptions(),
            Estimates =
            [
                new()
                {
                    Quantity = dossier.Quantities[0], Best = 400.12, Low = 347.4, High = 452.9, Confidence = Confidence.Moderate, Reasons = [], Roots = 1,
                    Claims = [dossier.Claims[0]], Influences = [new() { Claim = dossier.Claims[0], Share = 1 }], Alternatives = [], Series = [],
                },
            ],
            Verdicts = [new() { Claim = dossier.Claims[0], Outcome = Outcome.Accepted, Weight = 1, Because = "nothing speaks against it" }],
        };
    }

    private static Estimate Open(Quantity quantity, double low, Claim[] claims) => new()
    {
        Quantity = quantity,
        Low = low,
        Printed = new FigureRange(Math.Round(low), null, null),
        Confidence = Confidence.Low,
        Reasons = ["one root: Wire agency"],
        Roots = 1,
        Claims = claims,
        Influences = [],
        Alternatives = [],
        Series = [],
    };
}
