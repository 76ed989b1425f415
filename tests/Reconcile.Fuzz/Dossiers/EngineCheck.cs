namespace Reconcile.Fuzz.Dossiers;

/// <summary>What must hold for the reconciliation of any valid dossier.</summary>
internal static class EngineCheck
{
    private static readonly Reconciler Reconciler = new(new ReconcileOptions { MaxSteps = 20_000 });

    public static string Of(Dossier dossier)
    {
        Reconciliation result;
        try
        {
            result = Reconciler.Reconcile(dossier);
        }
        catch (DossierValidationException invalid)
        {
            foreach (var finding in invalid.Findings) Promise.IsPlain(finding.Message);
            return string.Join(' ', invalid.Findings.Select(finding => finding.Code));
        }

        foreach (var estimate in result.Estimates) CheckEstimate(result, estimate);
        foreach (var dispute in result.Disputes)
        {
            var whole = dispute.Doubt + dispute.Accounts.Sum(account => account.Weight);
            Promise.Holds(Math.Abs(whole - 1) < 1e-6, $"weights and doubt do not add up: {whole}");
        }

        CheckReports(result);
        var kinds = result.Conflicts.Select(conflict => $"{conflict.Kind}").Concat(result.Differences.Select(difference => $"{difference.Kind}")).Concat(result.Verdicts.Select(verdict => $"{verdict.Outcome}"));
        return string.Join(' ', kinds.Distinct().Order(StringComparer.Ordinal)) + string.Join(' ', result.Warnings.Select(warning => warning.Code).Distinct());
    }

    private static void CheckEstimate(Reconciliation result, Estimate estimate)
    {
        foreach (var value in (double?[])[estimate.Low, estimate.Best, estimate.High])
        {
            Promise.Holds(value is null || double.IsFinite(value.Value), $"an estimate that is not finite: {value}");
        }

        Promise.Holds(!(estimate.Low > estimate.Best) && !(estimate.Best > estimate.High) && !(estimate.Low > estimate.High), $"an estimate in disorder: {estimate.Low}, {estimate.Best}, {estimate.High}");
        Promise.Holds(result.Explain(estimate.Quantity.Id).Length > 0, "an empty explanation");
        _ = result.ExplainToJson(estimate.Quantity.Id);
    }

    private static void CheckReports(Reconciliation result)
    {
        var text = result.ToString();
        Promise.Holds(!text.Any(letter => char.IsControl(letter) && letter != '\n'), "a control character in the report");
        Promise.SameInOtherCulture(result.ToString, text);
        _ = result.ToMarkdown();
        _ = result.ToCsv();
        using var json = System.Text.Json.JsonDocument.Parse(result.ToJson());
    }
}
