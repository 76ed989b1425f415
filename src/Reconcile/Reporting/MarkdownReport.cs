using System.Text;

namespace Reconcile.Reporting;

/// <summary>A reconciliation as Markdown: the sections of <see cref="TextReport"/> with headings and tables.</summary>
internal sealed class MarkdownReport
{
    private readonly StringBuilder _text = new();
    private readonly Outline _outline;

    private MarkdownReport(Reconciliation reconciliation) => _outline = new Outline(reconciliation);

    private Reconciliation Reconciliation => _outline.Reconciliation;

    public static string Write(Reconciliation reconciliation)
    {
        var report = new MarkdownReport(reconciliation);
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
        report.WriteWarnings();
        report.WriteReading();
        return report._text.ToString().TrimEnd('\n');
    }

    private void WriteTitle()
    {
        Line($"# {Escaped(Phrases.Title(Reconciliation))}");
        Line();
        Line(Reconciliation.AsOf is { } day ? $"As of {Phrases.Day(day)}: {Phrases.Summary(Reconciliation)}." : Phrases.Sentence(Phrases.Summary(Reconciliation)));
    }

    private void WriteConflicts()
    {
        if (Reconciliation.Conflicts.Any(Phrases.IsHard))
        {
            Heading("Conflicts");
            WriteConflicts(hard: true);
        }
        else
        {
            Line();
            Line("No conflicts.");
        }

        if (Reconciliation.Conflicts.All(Phrases.IsHard)) return;
        Heading("Minor discrepancies");
        Line("The words differ, but within the error of the sources all can hold.");
        Line();
        WriteConflicts(hard: false);
    }

    private void WriteConflicts(bool hard)
    {
        var listed = 0;
        for (var i = 0; i < Reconciliation.Conflicts.Count; i++)
        {
            var conflict = Reconciliation.Conflicts[i];
            if (Phrases.IsHard(conflict) == hard && listed++ < Outline.MostListed) Line($"- **{Outline.ConflictId(i)}** {Escaped(Phrases.Sentence(conflict.Explanation))}");
        }

        WriteMore(listed);
    }

    private void WriteMore(int count)
    {
        if (Outline.More(count) is not { } more) return;
        Line();
        Line(more);
    }

    private void WriteDisputes()
    {
        if (Reconciliation.Disputes.Count == 0) return;
        Heading("Disputes");
        Line("Each row is one version of events that can hold together.");
        foreach (var dispute in Reconciliation.Disputes.Take(Outline.MostListed))
        {
            WriteDispute(dispute);
        }

        WriteMore(Reconciliation.Disputes.Count);
    }

    private void WriteDispute(Dispute dispute)
    {
        var disputed = _outline.Disputed(dispute);
        Line();
        Line($"### {dispute.Id}: {Escaped(string.Join(", ", (disputed.Count > 0 ? disputed : dispute.Quantities).Select(Phrases.Name)))}");
        Line();
        Row(["Weight", .. disputed.Select(Phrases.Name), "Accepts", "Rejects"]);
        Rule([true, .. disputed.Select(_ => true), false, false]);
        var weights = Outline.Weights(dispute);
        foreach (var (account, weight) in dispute.Accounts.Zip(weights))
        {
            Row([
                weight,
                .. disputed.Select(quantity => _outline.ValueUnder(account, quantity) ?? "no estimate"),
                _outline.Said(account.Accepts),
                _outline.Said(account.Rejects)]);
        }

        Row([weights[^1], .. disputed.Select(_ => ""), "none of these", ""]);
    }

    private void WriteEstimates()
    {
        if (Reconciliation.Estimates.Count == 0) return;
        Heading("Estimates");
        var alternatives = Reconciliation.Estimates.Any(estimate => Phrases.Others(estimate).Any());
        string[] last = alternatives ? ["Otherwise"] : [];
        Row(["Quantity", "Best", $"Range ({NumberText.Percent(Reconciliation.Level)})", "Confidence", "Roots", .. last]);
        Rule([false, true, true, false, true, .. last.Select(_ => false)]);
        foreach (var estimate in Reconciliation.Estimates)
        {
            var (low, best, high) = Phrases.Printed(estimate);
            Row([
                Phrases.NameAndUnit(estimate.Quantity) + (Phrases.OtherDay(estimate, Reconciliation) is { } day ? $", {day}" : ""),
                best is { } value ? NumberText.Of(value) : "–",
                Phrases.Range(low, high),
                Phrases.Of(estimate.Confidence),
                NumberText.Of(estimate.Roots),
                .. last.Select(_ => string.Join("; ", Phrases.Others(estimate).Select(other => Phrases.Or(other, estimate.Quantity))))]);
        }
    }

    private void WriteSeries()
    {
        var courses = SeriesRows.Of(Reconciliation);
        if (courses.Count == 0) return;
        Heading(SeriesRows.Heading);
        for (var i = 0; i < courses.Count; i++)
        {
            if (i > 0) Line();
            Row([Phrases.NameAndUnit(courses[i].Quantity), "Best", "Range"]);
            Rule([false, true, true]);
            foreach (var row in courses[i].Rows) Row([row.Day, row.Best, row.Range]);
            if (courses[i].Remark is not { } remark) continue;
            Line();
            Line(Escaped(remark));
        }
    }

    private void WriteReasons()
    {
        var groups = _outline.ReasonGroups();
        if (groups.Count == 0) return;
        Heading("Why this confidence");
        foreach (var (confidence, reasons, quantities) in groups)
        {
            Line($"- {Phrases.Of(confidence)} for {Escaped(string.Join(", ", quantities.Select(Phrases.Name)))}: {Escaped(string.Join("; ", reasons))}");
        }
    }

    private void WriteRules()
    {
        if (Reconciliation.OtherRules.Count == 0) return;
        var quantities = RuleRows.Of(Reconciliation);
        Heading(RuleRows.Heading);
        if (quantities.Count > 0) WriteRules(quantities);
        foreach (var remark in RuleRows.Remarks(Reconciliation)) Line($"- {Escaped(remark)}");
    }

    private void WriteRules(IReadOnlyList<RuleRows> quantities)
    {
        Row(["Quantity", RuleRows.Reconciled, .. quantities[0].Results.Select(row => row.Rule)]);
        Rule([false, true, .. quantities[0].Results.Select(_ => true)]);
        foreach (var quantity in quantities.Take(Outline.MostListed)) Row([Phrases.NameAndUnit(quantity.Estimate.Quantity), .. quantity.Cells()]);
        WriteMore(quantities.Count);
        if (RuleRows.Remarks(Reconciliation).Any()) Line();
    }

    private void WriteDifferences()
    {
        if (Reconciliation.Differences.Count == 0) return;
        Heading("Differences: look like a conflict and are none");
        foreach (var difference in Reconciliation.Differences.Take(Outline.MostListed))
        {
            Line($"- {Escaped(Phrases.Sentence(difference.Explanation))}");
        }

        WriteMore(Reconciliation.Differences.Count);
    }

    private void WriteVerdicts()
    {
        if (Reconciliation.Verdicts.All(verdict => verdict.Outcome == Outcome.Accepted)) return;
        Heading("Set aside, or in dispute");
        Row(["Claim", "Said", "Source", "What became of it", "Because"]);
        Rule([false, false, false, false, false]);
        var listed = 0;
        foreach (var verdict in Reconciliation.Verdicts)
        {
            if (verdict.Outcome == Outcome.Accepted || listed++ >= Outline.MostListed) continue;
            var claim = verdict.Claim;
            Row([claim.Id, claim.Figure.Text, _outline.SourceName(claim.Source), Phrases.Of(verdict.Outcome), verdict.Because]);
        }

        WriteMore(listed);
    }

    private void WriteLikelihoods()
    {
        var said = _outline.AcceptedWithLikelihood();
        if (said.Count == 0) return;
        Heading("Words of likelihood");
        foreach (var verdict in said.Take(Outline.MostListed)) Line($"- {Escaped($"{_outline.SaidWithId(verdict.Claim)}, {verdict.Likelihood}.")}");
        WriteMore(said.Count);
    }

    private void WriteLeanings()
    {
        var leanings = _outline.Leanings();
        if (leanings.Count == 0) return;
        Heading("Sources that lean");
        foreach (var (leaning, claims) in leanings.Take(Outline.MostListed)) Line($"- {Escaped($"{leaning} {Outline.Ids(claims)}.")}");
        WriteMore(leanings.Count);
    }

    private void WriteWarnings()
    {
        if (Reconciliation.Warnings.Count == 0) return;
        Heading("Warnings");
        foreach (var warning in Reconciliation.Warnings)
        {
            var place = Outline.Place(warning);
            Line($"- {Escaped(Phrases.Sentence(warning.Message))} ({(place.Length > 0 ? Escaped(place) + ", " : "")}{warning.Code})");
        }
    }

    private void WriteReading()
    {
        if (!ReadingText.IsWorthSaying(Reconciliation)) return;
        Heading("Reading");
        Line(Escaped(ReadingText.Summary(Reconciliation)));
        var changes = ReadingText.Changes(Reconciliation).ToList();
        if (changes.Count > 0) Line();
        foreach (var change in changes) Line($"- {Escaped(change)}");
    }

    private static string Escaped(string text) => MarkdownText.Of(text);

    private void Heading(string heading)
    {
        Line();
        Line("## " + heading);
        Line();
    }

    /// <summary>Cells are escaped here, and only here.</summary>
    private void Row(IReadOnlyList<string> cells) => Line($"| {string.Join(" | ", cells.Select(Escaped))} |");

    private void Rule(IReadOnlyList<bool> alignRight) => Line($"| {string.Join(" | ", alignRight.Select(right => right ? "---:" : "---"))} |");

    private void Line(string line = "") => _text.Append(line).Append('\n');
}
