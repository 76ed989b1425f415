using Reconcile.Formats;
using Reconcile.Relations;
using Reconcile.Reporting;
using Reconcile.Validation;

namespace Reconcile;

public sealed partial class Reconciliation
{
    /// <summary>One estimate in full, as text: claims, shares, relations, accounts, steps of confidence.</summary>
    /// <exception cref="KeyNotFoundException">No such quantity; the message names the nearest.</exception>
    public string Explain(string quantity) => ExplanationReport.Write(this, this[quantity], ClaimsOn(quantity));

    /// <summary>A copy that also says what would be different under the other readings, which its reports then print. Reconciles once more for each of them.</summary>
    /// <remarks>
    /// The others are <see cref="HedgeReading.All"/> and, where a claim's figure is a word such as "dozens", the reading that was used with each of
    /// <see cref="WordTable.All"/>.
    /// </remarks>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Reconciliation CompareReadings(CancellationToken cancellationToken = default)
    {
        var copy = (Reconciliation)MemberwiseClone();
        copy.OtherReadings = ReadingComparison.Of(this, cancellationToken);
        return copy;
    }

    /// <summary>A readable table, conflicts first. Invariant culture, at most 100 columns, no colours.</summary>
    public override string ToString() => TextReport.Write(this);

    /// <summary>The same as Markdown.</summary>
    public string ToMarkdown() => MarkdownReport.Write(this);

    /// <summary>The estimates as CSV (RFC 4180), one line each, with the header of the result format.</summary>
    public string ToCsv() => CsvReport.Write(this);

    /// <summary>One estimate in full, as JSON.</summary>
    /// <exception cref="KeyNotFoundException">No such quantity; the message names the nearest.</exception>
    public string ExplainToJson(string quantity) => ExplanationWriter.ToJson(this, this[quantity]);

    /// <summary>The result format, as JSON.</summary>
    public string ToJson() => ReconciliationWriter.ToJson(this);

    /// <summary>The claims that speak of a quantity, alone or in an expression.</summary>
    private Claim[] ClaimsOn(string quantity) => [.. Dossier.Claims.Where(claim => claim.Quantity == quantity || Mentions(claim.Quantity, quantity))];

    private bool Mentions(string subject, string quantity) =>
        !TryGetEstimate(subject, out _)
        && RelationParser.TryParseSubject(subject, out var parsed, out _)
        && (parsed.Numerator.Terms.Any(term => term.Name == quantity) || parsed.Denominator?.Terms.Any(term => term.Name == quantity) == true);

    private KeyNotFoundException NoSuchQuantity(string id) =>
        new(NearestNames.Unknown("quantity", id, Estimates.Select(estimate => estimate.Quantity.Id)));
}
