namespace Reconcile.Reporting;

/// <summary>One estimate in full, as plain text: how to read it, what was said, what it rests on, how it would be otherwise.</summary>
internal sealed class ExplanationReport
{
    private const int ShareWidth = 10;
    private const double Mentionable = 0.005;

    private readonly TextPage _page = new();
    private readonly Outline _outline;
    private readonly Estimate _estimate;
    private readonly IReadOnlyList<Claim> _claims;

    private ExplanationReport(Reconciliation reconciliation, Estimate estimate, IReadOnlyList<Claim> claims)
    {
        _outline = new Outline(reconciliation);
        _estimate = estimate;
        _claims = claims;
    }

    private Reconciliation Reconciliation => _outline.Reconciliation;

    /// <summary>Explains one estimate.</summary>
    /// <param name="reconciliation">All of the outcome.</param>
    /// <param name="estimate">The estimate, one of <paramref name="reconciliation"/>.</param>
    /// <param name="claims">The claims that speak of its quantity, alone or in an expression, whatever became of them.</param>
    public static string Write(Reconciliation reconciliation, Estimate estimate, IReadOnlyList<Claim> claims)
    {
        var report = new ExplanationReport(reconciliation, estimate, claims);
        report.WriteEstimate();
        report.WriteClaims();
        report.WriteOtherClaims();
        report.WriteRelations();
        report.WriteAccounts();
        report.WriteAlternatives();
        report.WriteConfidence();
        return report._page.ToString();
    }

    private void WriteEstimate()
    {
        var quantity = _estimate.Quantity;
        _page.Paragraph($"{Phrases.NameAndUnit(quantity)}: {Phrases.Values(_estimate)}, {Phrases.Of(_estimate.Confidence)} confidence", 0, 2);
        if (_estimate.AsOf is { } day) _page.Paragraph($"As of {Phrases.Day(day)}", 0, 0);
        _page.Empty();
        _page.Paragraph(HowToRead(), 0, 0);
    }

    private string HowToRead()
    {
        var (low, best, high) = Phrases.Printed(_estimate);
        var condition = _estimate.ByAccount.Count > 0
            ? ", if one of the accounts below is right"
            : ", if the accepted claims are not simply wrong";
        return (low, best, high) switch
        {
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
        if (_claims.Count == 0)
        {
            _page.Empty();
            _page.Paragraph("Nobody has claimed a figure for this quantity itself.", 0, 0);
            return;
        }

        _page.Heading("Claims on it, with their share in the estimate");
        foreach (var claim in _claims)
        {
            Share(ShareOf(claim), Said(claim));
            WriteVerdict(claim);
        }
    }

    private string Said(Claim claim)
    {
        var about = claim.Quantity == _estimate.Quantity.Id ? "" : $" of {claim.Quantity}";
        var via = claim.Via.Count == 0 ? "" : $", passed on by {string.Join(", ", claim.Via.Select(_outline.SourceName))}";
        var credibility = Phrases.Of(claim.Credibility) is { } known ? $", {known}" : "";
        var basis = claim.Basis switch { Basis.Count => ", counted", Basis.Projection => ", projected", _ => "" };
        var day = claim.AsOf ?? claim.Reported;
        var date = day is { } known2 ? $", {Phrases.Day(known2)}" : "";
        return $"\"{claim.Figure.Text}\"{about} [{claim.Id}], {_outline.SourceWithGrade(claim.Source)}{via}{credibility}{basis}{date}; reads as {Read(claim.Figure)}";
    }

    private string Read(Figure figure)
    {
        var range = figure.Read(Reconciliation.Options.Reading);
        return figure.IsShare ? Phrases.ShareValues(range.Low, range.Best, range.High) : Phrases.Values(range.Low, range.Best, range.High);
    }

    private void WriteVerdict(Claim claim)
    {
        var verdict = Reconciliation.Verdicts.FirstOrDefault(verdict => verdict.Claim.Id == claim.Id);
        if (verdict is null) return;
        var tension = verdict.Tension is { } distance ? $" The estimate lies {NumberText.Of(Math.Round(distance, 1))} of the claim's standard deviations away." : "";
        var because = verdict.Because.Length > 0 ? $": {verdict.Because}" : "";
        _page.Paragraph(Phrases.Sentence(Phrases.Of(verdict.Outcome) + because) + tension, 2 + ShareWidth + 2, 2 + ShareWidth + 4);
    }

    private void WriteOtherClaims()
    {
        var own = _claims.Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        List<Influence> others = [.. _estimate.Influences.Where(influence => influence.Claim is { } claim && !own.Contains(claim.Id))];
        if (!others.Any(influence => influence.Share >= Mentionable)) return;

        _page.Heading("Claims on other quantities that bear on it");
        foreach (var influence in others.Where(influence => influence.Share >= Mentionable))
        {
            Share(influence.Share, Said(influence.Claim!));
        }

        var rest = others.Where(influence => influence.Share < Mentionable).ToList();
        if (rest.Sum(influence => influence.Share) >= Mentionable) Share(rest.Sum(influence => influence.Share), $"{Phrases.Count(rest.Count, "other claim")} together");
    }

    private void WriteRelations()
    {
        var binding = _estimate.Influences.Where(influence => influence.Relation is not null && influence.Share > 0).ToList();
        var prior = _estimate.Influences.Where(influence => influence.Relation is null && influence.Claim is null).Sum(influence => influence.Share);
        if (binding.Count == 0 && prior < Mentionable) return;

        _page.Heading("What else it rests on");
        foreach (var influence in binding)
        {
            var because = influence.Relation!.Because is { } reason ? $" ({reason})" : "";
            Share(influence.Share, $"the relation {influence.Relation.Rule}{because}");
        }

        if (prior >= Mentionable) Share(prior, "a broad assumption about the size of such figures");
    }

    private void WriteAccounts()
    {
        foreach (var dispute in Reconciliation.Disputes)
        {
            var values = _estimate.ByAccount.Where(value => value.Accounts.Any(dispute.Accounts.Contains)).ToList();
            if (values.Count == 0) continue;
            _page.Heading($"Accounts of dispute {dispute.Id}, with their weight");
            foreach (var value in values)
            {
                var account = value.Accounts[0];
                Share(account.Weight, Phrases.Values(value, _estimate.Quantity));
                WriteSide("accepts", account.Accepts);
                WriteSide("rejects", account.Rejects);
            }

            Share(dispute.Doubt, "none of these");
        }
    }

    private void WriteSide(string verb, IReadOnlyList<Claim> claims)
    {
        if (claims.Count > 0) _page.Paragraph($"{verb} {_outline.Said(claims)}", 2 + ShareWidth + 2, 2 + ShareWidth + 4);
    }

    private void WriteAlternatives()
    {
        if (_estimate.Alternatives.Count < 2) return;
        _page.Heading("The range falls apart");
        foreach (var alternative in _estimate.Alternatives)
        {
            Share(alternative.Weight, Phrases.Values(alternative, _estimate.Quantity));
        }
    }

    private void WriteConfidence()
    {
        if (_estimate.Reasons.Count == 0) return;
        _page.Heading($"Why {Phrases.Of(_estimate.Confidence)} confidence");
        foreach (var reason in _estimate.Reasons)
        {
            _page.Paragraph("- " + reason, 2, 4);
        }
    }

    private double ShareOf(Claim claim) =>
        _estimate.Influences.Where(influence => influence.Claim?.Id == claim.Id).Sum(influence => influence.Share);

    private void Share(double share, string text) => _page.Labelled(NumberText.Weight(share).PadLeft(ShareWidth), text, 2, ShareWidth);
}
