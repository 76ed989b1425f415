namespace Reconcile.Reporting;

/// <summary>A reconciliation in headings, paragraphs, lists and tables: the sections of <see cref="TextReport"/> and the words of the sources, as Markdown or as HTML.</summary>
internal sealed class PageReport
{
    private readonly IReportPage _page;
    private readonly Outline _outline;

    private PageReport(Reconciliation reconciliation, IReportPage page)
    {
        _outline = new Outline(reconciliation);
        _page = page;
    }

    private Reconciliation Reconciliation => _outline.Reconciliation;

    public static string ToMarkdown(Reconciliation reconciliation) => Write(reconciliation, new MarkdownPage());

    public static string ToHtml(Reconciliation reconciliation) => Write(reconciliation, new HtmlPage());

    private static string Write(Reconciliation reconciliation, IReportPage page)
    {
        var report = new PageReport(reconciliation, page);
        report.WriteTitle();
        report.WriteConflicts();
        report.WriteDisputes();
        report.WriteEstimates();
        report.WriteSeries();
        report.WriteReasons();
        report.WriteRules();
        report.WriteDifferences();
        report.WriteVerdicts();
        report.WriteLikelihoods();
        report.WriteLeanings();
        report.WriteWords();
        report.WriteWarnings();
        report.WriteReading();
        return page.ToString()!;
    }

    private void WriteTitle()
    {
        _page.Title(Phrases.Title(Reconciliation));
        _page.Paragraph(Reconciliation.AsOf is { } day ? $"As of {Phrases.Day(day)}: {Phrases.Summary(Reconciliation)}." : Phrases.Sentence(Phrases.Summary(Reconciliation)));
    }

    private void WriteConflicts()
    {
        if (Reconciliation.Conflicts.Any(static conflict => conflict.IsHard))
        {
            _page.Heading("Conflicts");
            WriteConflicts(hard: true);
        }
        else
        {
            _page.Paragraph("No conflicts.");
        }

        if (Reconciliation.Conflicts.All(static conflict => conflict.IsHard)) return;
        _page.Heading("Minor discrepancies");
        _page.Paragraph("The words differ, but within the error of the sources all can hold.");
        WriteConflicts(hard: false);
    }

    private void WriteConflicts(bool hard) =>
        WriteList([.. Reconciliation.Conflicts.Where(conflict => conflict.IsHard == hard).Select(static conflict => new ListItem(Phrases.Sentence(conflict.Explanation), conflict.Id))]);

    private void WriteList(List<ListItem> items)
    {
        if (items.Count == 0) return;
        _page.List([.. items.Take(Outline.MostListed)]);
        WriteMore(items.Count);
    }

    private void WriteList(IEnumerable<string> items) => WriteList([.. items.Select(static item => new ListItem(item))]);

    private void WriteMore(int count)
    {
        if (Outline.More(count) is { } more) _page.Paragraph(more);
    }

    private void WriteDisputes()
    {
        if (Reconciliation.Disputes.Count == 0) return;
        _page.Heading("Disputes");
        _page.Paragraph("Each row is one version of events that can hold together.");
        foreach (var dispute in Reconciliation.Disputes.Take(Outline.MostListed))
        {
            WriteDispute(dispute);
        }

        WriteMore(Reconciliation.Disputes.Count);
    }

    private void WriteDispute(Dispute dispute)
    {
        var disputed = _outline.DisputedIn(dispute);
        _page.Subheading($"{dispute.Id}: {string.Join(", ", Outline.NamesIn(dispute, disputed))}");
        var weights = Outline.Weights(dispute);
        var rows = new List<IReadOnlyList<string>>();
        foreach (var (account, weight) in dispute.Accounts.Zip(weights))
        {
            rows.Add([
                weight,
                .. disputed.Select(one => _outline.ValueUnder(account, one) ?? Phrases.None),
                _outline.Said(account.Accepts),
                _outline.Said(account.Rejects)]);
        }

        rows.Add([weights[^1], .. disputed.Select(_ => ""), "none of these", ""]);
        _page.Table(["Weight", .. disputed.Select(static one => one.Name), "Accepts", "Rejects"], [true, .. disputed.Select(_ => true), false, false], rows);
    }

    private void WriteEstimates()
    {
        if (Reconciliation.Estimates.Count == 0) return;
        _page.Heading("Estimates");
        var alternatives = Reconciliation.Estimates.Any(estimate => Phrases.Parts(estimate).Any());
        string[] last = alternatives ? ["Otherwise"] : [];
        var rows = new List<IReadOnlyList<string>>();
        foreach (var estimate in Reconciliation.Estimates)
        {
            var (low, best, high) = Phrases.Printed(estimate);
            rows.Add([
                Phrases.NameAndUnit(estimate.Quantity) + (Phrases.OtherDay(estimate, Reconciliation) is { } day ? $", {day}" : "") + (Phrases.SinceThen(estimate, Reconciliation) is { } since ? $" ({since})" : ""),
                best is { } value ? NumberText.Of(value) : "–",
                Phrases.Range(low, high),
                Phrases.Of(estimate.Confidence),
                NumberText.Of(estimate.Roots),
                .. last.Select(_ => string.Join("; ", Phrases.Parts(estimate)))]);
        }

        _page.Table(
            ["Quantity", "Best", $"Range ({NumberText.Percent(Reconciliation.Level)})", "Confidence", "Roots", .. last],
            [false, true, true, false, true, .. last.Select(_ => false)],
            rows);
    }

    private void WriteSeries()
    {
        var courses = SeriesRows.Of(Reconciliation);
        if (courses.Count == 0) return;
        _page.Heading(SeriesRows.Heading);
        foreach (var course in courses)
        {
            _page.Table([Phrases.NameAndUnit(course.Quantity), "Best", "Range"], [false, true, true], [.. course.Rows.Select(static row => (string[])[row.Day, row.Best, row.Range])]);
            if (course.Remark is { } remark) _page.Paragraph(remark);
        }
    }

    private void WriteReasons()
    {
        var groups = _outline.ReasonGroups();
        if (groups.Count == 0) return;
        _page.Heading("Why this confidence");
        _page.List([.. groups.Select(static group => new ListItem($"{Phrases.Of(group.Confidence)} for {string.Join(", ", group.Quantities.Select(Phrases.Name))}: {string.Join("; ", group.Reasons)}"))]);
    }

    private void WriteRules()
    {
        if (Reconciliation.OtherRules.Count == 0) return;
        var quantities = RuleRows.Of(Reconciliation);
        _page.Heading(RuleRows.Heading);
        if (quantities.Count > 0) WriteRules(quantities);
        ListItem[] remarks = [.. RuleRows.Remarks(Reconciliation).Select(static remark => new ListItem(remark))];
        if (remarks.Length > 0) _page.List(remarks);
    }

    private void WriteRules(IReadOnlyList<RuleRows> quantities)
    {
        _page.Table(
            ["Quantity", RuleRows.Reconciled, .. quantities[0].Results.Select(row => row.Rule)],
            [false, true, .. quantities[0].Results.Select(_ => true)],
            [.. quantities.Take(Outline.MostListed).Select(static quantity => (string[])[Phrases.NameAndUnit(quantity.Estimate.Quantity), .. quantity.Cells()])]);
        WriteMore(quantities.Count);
    }

    private void WriteDifferences()
    {
        if (Reconciliation.Differences.Count == 0) return;
        _page.Heading("Differences: look like a conflict and are none");
        WriteList(Reconciliation.Differences.Select(static difference => Phrases.Sentence(difference.Explanation)));
    }

    private void WriteVerdicts()
    {
        Verdict[] all = [.. Reconciliation.Verdicts.Where(static verdict => verdict.Outcome != Outcome.Accepted)];
        if (all.Length == 0) return;
        _page.Heading("Set aside, or in dispute");
        var rows = new List<IReadOnlyList<string>>();
        foreach (var verdict in all.Take(Outline.MostListed))
        {
            var claim = verdict.Claim;
            rows.Add([claim.Id, claim.Figure.Text, _outline.SourceName(claim.Source), Phrases.Of(verdict.Outcome), verdict.Because]);
        }

        _page.Table(["Claim", "Said", "Source", "What became of it", "Because"], [false, false, false, false, false], rows);
        WriteMore(all.Length);
    }

    private void WriteLikelihoods()
    {
        var said = _outline.AcceptedWithLikelihood();
        if (said.Count == 0) return;
        _page.Heading("Words of likelihood");
        WriteList(said.Select(verdict => $"{_outline.SaidWithId(verdict.Claim)}, {verdict.Likelihood}."));
    }

    private void WriteLeanings()
    {
        var leanings = _outline.Leanings();
        if (leanings.Count == 0) return;
        _page.Heading("Sources that lean");
        WriteList(leanings.Select(static leaning => $"{leaning.Leaning} {Outline.Ids(leaning.Claims)}."));
    }

    /// <summary>What a reader looks up first: the wording of a claim and where it was read. A text on a screen has it in the explanation alone.</summary>
    private void WriteWords()
    {
        var items = Reconciliation.Dossier.Claims
            .Select(claim => new ListItem(_outline.SaidWithId(claim), Quote: Phrases.Written(claim.Quote), Url: Phrases.Written(claim.Url)))
            .Where(static item => item.Quote is not null || item.Url is not null).ToList();
        if (items.Count == 0) return;
        _page.Heading("Quotes and links");
        WriteList(items);
    }

    private void WriteWarnings()
    {
        if (Reconciliation.Warnings.Count == 0) return;
        _page.Heading("Warnings");
        _page.List([.. Reconciliation.Warnings.Select(static warning => new ListItem($"{Phrases.Sentence(warning.Message)} ({(Outline.Place(warning) is { Length: > 0 } place ? place + ", " : "")}{warning.Code})"))]);
    }

    private void WriteReading()
    {
        if (!ReadingText.IsWorthSaying(Reconciliation)) return;
        _page.Heading("Reading");
        _page.Paragraph(ReadingText.Summary(Reconciliation));
        ListItem[] changes = [.. ReadingText.Changes(Reconciliation).Select(static change => new ListItem(change))];
        if (changes.Length > 0) _page.List(changes);
    }
}
