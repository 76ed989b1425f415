using Reconcile.Figures;
using Reconcile.Results;

namespace Reconcile.Reporting;

/// <summary>One estimate in full, as plain text: how to read it, what was said, what it rests on, how it would be otherwise.</summary>
internal sealed class ExplanationReport
{
    private const int ShareWidth = 10;

    /// <summary>Changes that are listed.</summary>
    private const int MostChanges = 5;

    private readonly TextPage _page = new();
    private readonly EstimateInFull _full;
    private readonly Outline _outline;
    private readonly Estimate _estimate;
    private readonly ShareList _shares;

    private ExplanationReport(EstimateInFull full)
    {
        _full = full;
        _outline = new Outline(full.Reconciliation);
        _estimate = full.Estimate;
        _shares = new ShareList(full);
    }

    private Reconciliation Reconciliation => _full.Reconciliation;

    /// <summary>Explains one estimate.</summary>
    public static string Write(EstimateInFull full)
    {
        var report = new ExplanationReport(full);
        report.WriteEstimate();
        report.WriteClaims();
        report.WriteOtherClaims();
        report.WriteRelations();
        report.WriteAccounts();
        report.WriteAlternatives();
        report.WriteConfidence();
        report.WriteChanges();
        return report._page.ToString();
    }

    private void WriteEstimate()
    {
        var quantity = _estimate.Quantity;
        _page.Paragraph($"{Phrases.NameAndUnit(quantity)}: {Phrases.Values(_estimate)}, {Phrases.Of(_estimate.Confidence)} confidence", 0, 2);
        if (_estimate.AsOf is { } day) _page.Paragraph($"As of {Phrases.Day(day)}", 0, 0);
        _page.Empty();
        _page.Paragraph(HowToRead(), 0, 0);
        if (Phrases.SinceThen(_estimate, Reconciliation) is { } since) _page.Paragraph($"It was {since}, and nothing that was said limits how much higher it may have been then.", 0, 0);
    }

    private string HowToRead()
    {
        var (low, best, high) = Phrases.Printed(_estimate);
        var condition = _estimate.ByAccount.Count == 0 ? ", if the accepted claims are not simply wrong"
            : _estimate.ByAccount.Any(static part => part.Best is null) ? ", if one of the accounts below that give a best value is right"
            : ", if one of the accounts below is right";
        return (low, best, high) switch
        {
            ({ } l, { } b, { } h) when NumberText.Of(l) == NumberText.Of(h) =>
                $"The best value is {NumberText.Of(b)}, and so is the true value with a probability of {NumberText.Percent(Reconciliation.Level)}{condition}.",
            ({ } l, { } b, { } h) =>
                $"The best value is {NumberText.Of(b)}. The true value lies between {NumberText.Of(l)} and {NumberText.Of(h)} with a probability of "
                + $"{NumberText.Percent(Reconciliation.Level)}{condition}.",
            ({ } l, null, { } h) => $"No best value can be given: the claims allow anything between {NumberText.Of(l)} and {NumberText.Of(h)}.",
            ({ } l, _, null) => $"At least {NumberText.Of(l)}. Nothing that was said limits how much higher it may be, so there is no best value.",
            (null, _, { } h) => $"At most {NumberText.Of(h)}. Nothing that was said limits how much lower it may be, so there is no best value.",
            _ => "Nothing that was said limits this quantity.",
        };
    }

    private void WriteClaims()
    {
        if (!_full.Claims.Any(claim => claim.IsOwn))
        {
            _page.Empty();
            _page.Paragraph("Nobody has claimed a figure for this quantity itself.", 0, 0);
            return;
        }

        _page.Heading("Claims on it, with their share in the estimate");
        foreach (var claim in _full.Claims.Where(claim => claim.IsOwn))
        {
            WriteClaim(claim);
            WriteVerdict(claim);
        }
    }

    /// <summary>What was said and how it reads, then the wording and where it was read.</summary>
    private void WriteClaim(ClaimInFull full)
    {
        Labelled(_shares.Of(full), Said(full));
        if (Phrases.Written(full.Claim.Quote) is { } quote) WriteBelow($"In the words of the source: \"{quote}\"");
        if (Phrases.Written(full.Claim.Url) is not { } url) return;
        if (WebAddress.LinkOf(url) is null) WriteBelow($"Read at {url}");
        else _page.Unbroken($"Read at {url}", 2 + ShareWidth + 2);
    }

    private string Said(ClaimInFull full)
    {
        var claim = full.Claim;
        var about = claim.SpeaksOf(_estimate.Quantity.Id) ? "" : $" of {claim.Quantity}";
        var via = claim.Via.Count == 0 ? "" : $", passed on by {string.Join(", ", claim.Via.Select(_outline.SourceName))}";
        var credibility = Phrases.Of(claim.Credibility) is { } known ? $", {known}" : "";
        var basis = claim.Basis switch { Basis.Count => ", counted", Basis.Projection => ", projected", _ => "" };
        var date = claim.During is { } during ? $", growth {Phrases.Days(during)}"
            : claim.Day is { } day ? $", {Phrases.Day(day)}"
            : "";
        return $"\"{claim.Figure.Text}\"{about} [{claim.Id}], {_outline.SourceWithGrade(claim.Source)}{via}{credibility}{basis}{date}; reads as {Read(full)}";
    }

    /// <summary>The literal interval and, where the error of the source widens it, the tolerant one.</summary>
    private static string Read(ClaimInFull full)
    {
        var (literal, tolerant, share) = (full.Literal, full.Tolerant, full.Claim.Figure.IsShare);
        var read = share ? Phrases.ShareValues(literal.Low, literal.Best, literal.High) : Phrases.Read(literal);
        var (low, _, high) = share ? (tolerant.Low, null, tolerant.High) : NumberText.Rounded(tolerant.Low, tolerant.Best, tolerant.High, whole: false);
        var widened = share ? Phrases.ShareValues(low, null, high) : Phrases.Range(low, high);
        var plain = share ? Phrases.ShareValues(literal.Low, null, literal.High) : Phrases.ReadEnds(literal);
        return widened == plain || low is null && high is null ? read : $"{read}, with the error {(full.Leaning is null ? "" : "and interest ")}of its source {widened}";
    }

    private void WriteVerdict(ClaimInFull claim)
    {
        if (claim.Verdict is not { } verdict) return;
        var because = verdict.Because.Length > 0 ? $": {verdict.Because}" : "";
        WriteBelow(Phrases.Sentence(Phrases.Of(verdict.Outcome) + because) + Distance(verdict, claim.Claim.LastDay));
    }

    /// <summary>How far the estimate is from what was said, in words: the margin of error is a half-width at 95 %.</summary>
    private string Distance(Verdict verdict, DateOnly? day)
    {
        var estimate = _estimate.Series.Count > 0 && day is { } spoken && spoken != _estimate.AsOf ? " The estimate of that day" : " The estimate";
        return verdict.Tension switch
        {
            null => "",
            <= 0.5 => $"{estimate} agrees with it.",
            <= NormalQuantile.At95InTables => $"{estimate} lies within its margin of error.",
            _ => $"{estimate} lies outside of its margin of error.",
        };
    }

    private void WriteOtherClaims()
    {
        if (!_shares.Others.Any() && _shares.Rest is null) return;
        _page.Heading("Claims on other quantities that bear on it");
        foreach (var claim in _shares.Others) WriteClaim(claim);
        if (_shares.Rest is { } rest) Labelled(rest.Share, $"{Phrases.Count(rest.Count, "other claim")} together");
    }

    private void WriteRelations()
    {
        if (!_shares.Relations.Any() && _shares.Prior is null && _full.Equations.Count == 0) return;
        _page.Heading("What else it rests on");
        foreach (var relation in _full.Equations) Labelled("holds", Named(relation));
        foreach (var (relation, share) in _shares.Relations) Labelled(share, Named(relation));

        if (_shares.Prior is { } prior) Labelled(prior, "a broad assumption about the size of such figures");
    }

    private static string Named(Relation relation) => $"the relation {relation.Rule}{(relation.Because is { } reason ? $" ({reason})" : "")}";

    private void WriteAccounts()
    {
        foreach (var dispute in Reconciliation.Disputes)
        {
            var values = _estimate.ByAccount.Where(value => value.Accounts.Any(dispute.Accounts.Contains)).ToList();
            if (values.Count == 0) continue;
            _page.Heading($"Accounts of dispute {dispute.Id}, with their weight");
            var weights = Outline.Weights(dispute);
            foreach (var value in values)
            {
                var account = value.Accounts[0];
                Labelled(weights[PositionOf(account, dispute)], Phrases.Values(value, _estimate.Quantity));
                WriteSide("accepts", account.Accepts);
                WriteSide("rejects", account.Rejects);
            }

            Labelled(weights[^1], "none of these");
        }
    }

    private static int PositionOf(Account account, Dispute dispute)
    {
        var position = 0;
        while (!ReferenceEquals(dispute.Accounts[position], account)) position++;
        return position;
    }

    private void WriteSide(string verb, IReadOnlyList<Claim> claims)
    {
        if (claims.Count > 0) WriteBelow($"{verb} {_outline.Said(claims)}");
    }

    private void WriteAlternatives()
    {
        if (_estimate.Alternatives.Count < 2) return;
        _page.Heading("The range falls apart");
        foreach (var alternative in _estimate.Alternatives)
        {
            Labelled(NumberText.Weight(alternative.Weight), Phrases.Values(alternative, _estimate.Quantity));
        }
    }

    private void WriteConfidence()
    {
        _page.Heading($"Why {Phrases.Of(_estimate.Confidence)} confidence");
        foreach (var reason in _estimate.Reasons)
        {
            _page.Paragraph("- " + reason, 2, 4);
        }

        _page.Paragraph($"{(_estimate.Reasons.Count == 0 ? "Nothing raises or lowers it" : $"Together {Sum(_estimate.Reasons)}")}: 2 or more is high, 0 or 1 moderate, less low.", 2, 2);
    }

    /// <summary>The sum of the steps, each of which begins with its sign.</summary>
    private static string Sum(IReadOnlyList<string> reasons)
    {
        var sum = reasons.Sum(reason => reason[0] switch { '+' => 1, '−' => -1, _ => 0 });
        return sum < 0 ? "−" + NumberText.Of(-sum) : NumberText.Of(sum);
    }

    private void WriteChanges()
    {
        List<string> lines = [.. _full.Changes.Select(change => ChangeText.Of(change, _estimate, _outline)).OfType<string>()];
        if (lines.Count == 0) return;
        _page.Heading("What a single change would do, the greatest effect first");
        foreach (var line in lines.Take(MostChanges)) _page.Paragraph("- " + line, 2, 4);
        if (lines.Count > MostChanges) _page.Paragraph($"… and {NumberText.Of(lines.Count - MostChanges)} more with less effect.", 2, 4);
    }

    private void WriteBelow(string text) => _page.Paragraph(text, 2 + ShareWidth + 2, 2 + ShareWidth + 4);

    private void Labelled(string label, string text) => _page.Labelled(label.PadLeft(ShareWidth), text, 2, ShareWidth);
}
