using Reconcile.Formats;
using Reconcile.Validation;

namespace Reconcile;

public sealed partial class Reconciliation
{
    /// <summary>One estimate in full, as text: claims, shares, relations, accounts, steps of confidence.</summary>
    /// <exception cref="KeyNotFoundException">No such quantity; the message names the nearest.</exception>
    public string Explain(string quantity) => throw new NotSupportedException();

    /// <summary>A readable table, conflicts first. Invariant culture, at most 100 columns, no colours.</summary>
    public override string ToString() => throw new NotSupportedException();

    /// <summary>The same as Markdown.</summary>
    public string ToMarkdown() => throw new NotSupportedException();

    /// <summary>The estimates as CSV (RFC 4180), one line each, with the header of the result format.</summary>
    public string ToCsv() => throw new NotSupportedException();

    /// <summary>One estimate in full, as JSON.</summary>
    /// <exception cref="KeyNotFoundException">No such quantity; the message names the nearest.</exception>
    public string ExplainToJson(string quantity) => ExplanationWriter.ToJson(this, this[quantity]);

    /// <summary>The result format, as JSON.</summary>
    public string ToJson() => ReconciliationWriter.ToJson(this);

    private KeyNotFoundException NoSuchQuantity(string id) =>
        new(NearestNames.Unknown("quantity", id, Estimates.Select(estimate => estimate.Quantity.Id)));
}
