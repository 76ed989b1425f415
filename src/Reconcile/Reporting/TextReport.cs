namespace Reconcile.Reporting;

/// <summary>A reconciliation as plain text, in the order in which one reads it: what conflicts first, then the estimates, then what was set aside.</summary>
internal static class TextReport
{
    private const int WeightWidth = 10;

    public static string Write(Reconciliation reconciliation)
    {
        var outline = new Outline(reconciliation);
        var page = new TextPage();
        WriteTitle(page, reconciliation);
        WriteConflicts(page, reconciliation);
        WriteDisputes(page, outline);
        WriteEstimates(page, reconciliation);
        WriteSeries(page, reconciliation);
        WriteReasons(page, outline);
        WriteRules(page, reconciliation);
        WriteDifferences(page, reconciliation);
        WriteVerdicts(page, outline);
        WriteLikelihoods(page, outline);
        WriteLeanings(page, outline);
        WriteWarnings(page, reconciliation);
        WriteReading(page, reconciliation);
        return page.ToString();
    }

    private static void WriteTitle(TextPage page, Reconciliation reconciliation)
    {
        page.Paragraph(Phrases.Title(reconciliation), 0, 0);
        if (reconciliation.AsOf is { } day) page.Paragraph($"As of {Phrases.Day(day)}", 0, 0);
        page.Paragraph(Phrases.Summary(reconciliation), 0, 0);
    }

    private static void WriteConflicts(TextPage page, Reconciliation reconciliation)
    {
        if (!reconciliation.Conflicts.Any(static conflict => conflict.IsHard))
        {
            page.Empty();
            page.Paragraph("No conflicts.", 0, 0);
        }

        WriteConflicts(page, reconciliation, "Conflicts", hard: true);
        WriteConflicts(page, reconciliation, "Minor discrepancies: the words differ, but within the error of the sources all can hold", hard: false);
    }

    private static void WriteConflicts(TextPage page, Reconciliation reconciliation, string heading, bool hard)
    {
        var listed = 0;
        foreach (var conflict in reconciliation.Conflicts)
        {
            if (conflict.IsHard != hard) continue;
            if (listed++ == 0) page.Heading(heading);
            if (listed > Outline.MostListed) continue;
            page.Labelled(conflict.Id, Phrases.Sentence(conflict.Explanation), 2, 3);
        }

        WriteMore(page, listed);
    }

    private static void WriteMore(TextPage page, int count)
    {
        if (Outline.More(count) is { } more) page.Paragraph(more, 2, 4);
    }

    private static void WriteDisputes(TextPage page, Outline outline)
    {
        if (outline.Reconciliation.Disputes.Count == 0) return;
        page.Heading("Disputes: accounts (versions of events that can hold together), each with its weight");
        foreach (var dispute in outline.Reconciliation.Disputes.Take(Outline.MostListed))
        {
            WriteDispute(page, outline, dispute);
        }

        WriteMore(page, outline.Reconciliation.Disputes.Count);
    }

    private static void WriteDispute(TextPage page, Outline outline, Dispute dispute)
    {
        var disputed = outline.DisputedIn(dispute);
        page.Paragraph($"{dispute.Id}  {string.Join(", ", Outline.NamesIn(dispute, disputed))}", 2, 6);
        var weights = Outline.Weights(dispute);
        foreach (var (account, weight) in dispute.Accounts.Zip(weights))
        {
            var values = disputed.Select(one => $"{one.Name}{(one.Day is null ? "" : ":")} {outline.ValueUnder(account, one) ?? Phrases.None}");
            page.Labelled(weight.PadLeft(WeightWidth), string.Join("; ", values.DefaultIfEmpty(account.Id)), 2, WeightWidth);
            WriteClaims(page, "accepts", outline, account.Accepts);
            WriteClaims(page, "rejects", outline, account.Rejects);
        }

        page.Labelled(weights[^1].PadLeft(WeightWidth), "none of these", 2, WeightWidth);
    }

    private static void WriteClaims(TextPage page, string verb, Outline outline, IReadOnlyList<Claim> claims)
    {
        if (claims.Count > 0) page.Paragraph($"{verb} {outline.Said(claims)}", 2 + WeightWidth + 2, 2 + WeightWidth + 4);
    }

    private static void WriteEstimates(TextPage page, Reconciliation reconciliation)
    {
        if (reconciliation.Estimates.Count == 0) return;
        page.Heading($"Estimates, with ranges of {NumberText.Percent(reconciliation.Level)} probability");
        var table = new TextTable([false, true, true, false, true], "quantity", "best", "range", "confidence", "roots");
        foreach (var estimate in reconciliation.Estimates)
        {
            var (low, best, high) = Phrases.Printed(estimate);
            table.Add(
                Phrases.NameAndUnit(estimate.Quantity),
                best is { } value ? NumberText.Of(value) : "–",
                Phrases.Range(low, high),
                Phrases.Of(estimate.Confidence),
                NumberText.Of(estimate.Roots));
            if (Phrases.OtherDay(estimate, reconciliation) is { } day) table.Add(day);
            if (Phrases.SinceThen(estimate, reconciliation) is { } since) table.Add(since);
            foreach (var part in Phrases.Parts(estimate)) table.Add(part);
        }

        table.WriteTo(page);
    }

    private static void WriteSeries(TextPage page, Reconciliation reconciliation)
    {
        var courses = SeriesRows.Of(reconciliation);
        if (courses.Count == 0) return;
        page.Heading(SeriesRows.Heading);
        foreach (var course in courses)
        {
            var table = new TextTable([false, true, true], Phrases.NameAndUnit(course.Quantity), "best", "range");
            foreach (var row in course.Rows) table.Add(row.Day, row.Best, row.Range);
            if (course.Remark is { } remark) table.Add(remark);
            table.WriteTo(page);
        }
    }

    private static void WriteReasons(TextPage page, Outline outline)
    {
        var groups = outline.ReasonGroups();
        if (groups.Count == 0) return;
        page.Heading("Why this confidence");
        foreach (var (confidence, reasons, quantities) in groups)
        {
            page.Paragraph($"{Phrases.Of(confidence)} for {string.Join(", ", quantities.Select(Phrases.Name))}: {string.Join("; ", reasons)}", 2, 4);
        }
    }

    private static void WriteRules(TextPage page, Reconciliation reconciliation)
    {
        if (reconciliation.OtherRules.Count == 0) return;
        var quantities = RuleRows.Of(reconciliation);
        page.Heading(RuleRows.Heading);
        foreach (var quantity in quantities.Take(Outline.MostListed)) WriteRules(page, quantity);
        WriteMore(page, quantities.Count);
        foreach (var remark in RuleRows.Remarks(reconciliation)) page.Paragraph(remark, 2, 4);
    }

    private static void WriteRules(TextPage page, RuleRows quantity)
    {
        page.Paragraph(Phrases.NameAndUnit(quantity.Estimate.Quantity), 2, 4);
        var lines = quantity.Lines().ToList();
        var (name, best, range) = (Widest(lines, line => line.Name), Widest(lines, line => line.Best), Widest(lines, line => line.Range));
        foreach (var line in lines)
        {
            page.Labelled($"{line.Name.PadRight(name)}  {line.Best.PadLeft(best)}  {line.Range.PadRight(range)}", line.Because, 4, name + best + range + 4);
        }
    }

    private static int Widest<T>(List<T> lines, Func<T, string> cell) => lines.Max(line => cell(line).Length);

    private static void WriteDifferences(TextPage page, Reconciliation reconciliation)
    {
        if (reconciliation.Differences.Count == 0) return;
        page.Heading("Differences: look like a conflict and are none");
        foreach (var difference in reconciliation.Differences.Take(Outline.MostListed))
        {
            page.Paragraph("- " + Phrases.Sentence(difference.Explanation), 2, 4);
        }

        WriteMore(page, reconciliation.Differences.Count);
    }

    private static void WriteVerdicts(TextPage page, Outline outline)
    {
        var listed = 0;
        foreach (var verdict in outline.Reconciliation.Verdicts)
        {
            if (verdict.Outcome == Outcome.Accepted) continue;
            if (listed++ == 0) page.Heading("Set aside, or in dispute");
            if (listed > Outline.MostListed) continue;
            page.Paragraph($"- {outline.SaidWithId(verdict.Claim)}, {Phrases.Of(verdict.Outcome)}: {verdict.Because}", 2, 4);
        }

        WriteMore(page, listed);
    }

    /// <summary>What words of likelihood did to accepted claims; the verdicts on others say it themselves.</summary>
    private static void WriteLikelihoods(TextPage page, Outline outline)
    {
        var said = outline.AcceptedWithLikelihood();
        if (said.Count == 0) return;
        page.Heading("Words of likelihood");
        foreach (var verdict in said.Take(Outline.MostListed)) page.Paragraph($"- {outline.SaidWithId(verdict.Claim)}, {verdict.Likelihood}.", 2, 4);
        WriteMore(page, said.Count);
    }

    private static void WriteLeanings(TextPage page, Outline outline)
    {
        var leanings = outline.Leanings();
        if (leanings.Count == 0) return;
        page.Heading("Sources that lean");
        foreach (var (leaning, claims) in leanings.Take(Outline.MostListed)) page.Paragraph($"- {leaning} {Outline.Ids(claims)}.", 2, 4);
        WriteMore(page, leanings.Count);
    }

    private static void WriteWarnings(TextPage page, Reconciliation reconciliation)
    {
        if (reconciliation.Warnings.Count == 0) return;
        page.Heading("Warnings");
        foreach (var warning in reconciliation.Warnings)
        {
            var place = Outline.Place(warning);
            page.Paragraph($"- {Phrases.Sentence(warning.Message)} ({(place.Length > 0 ? place + ", " : "")}{warning.Code})", 2, 4);
        }
    }

    private static void WriteReading(TextPage page, Reconciliation reconciliation)
    {
        if (!ReadingText.IsWorthSaying(reconciliation)) return;
        page.Heading("Reading");
        page.Paragraph(ReadingText.Summary(reconciliation), 2, 2);
        foreach (var change in ReadingText.Changes(reconciliation)) page.Paragraph("- " + change, 2, 4);
    }
}
