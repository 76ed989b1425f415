using System.Text.Json.Serialization;
using Reconcile.Explanation;
using Reconcile.Formats;
using Reconcile.Reporting;
using Reconcile.Results;
using Reconcile.RuleBooks;
using Reconcile.Validation;
using Reconcile.Variations;

namespace Reconcile;

[JsonConverter(typeof(ReconciliationJsonConverter))]
[TypeFormatterSource(typeof(NotebookDisplaySource), PreferredMimeTypes = [NotebookDisplay.Markdown])]
public sealed partial class Reconciliation
{
    /// <summary>
    /// One estimate in full, as text: claims as said and as read, shares, relations, accounts, steps of confidence, and which single change would move it
    /// most. Reconciles at most 17 changed dossiers for the last.
    /// </summary>
    /// <param name="quantity">Id of the quantity, such as <c>killed</c>.</param>
    /// <param name="cancellationToken">Stops the work when cancelled. Default: never.</param>
    /// <returns>Lines of at most 100 columns.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quantity"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">No such quantity; the message names the nearest.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public string Explain(string quantity, CancellationToken cancellationToken = default) => ExplanationReport.Write(InFull(quantity, cancellationToken));

    /// <summary>As <see cref="Explain"/>, as JSON.</summary>
    /// <param name="quantity">Id of the quantity, such as <c>killed</c>.</param>
    /// <param name="cancellationToken">Stops the work when cancelled. Default: never.</param>
    /// <returns>Indented JSON; <c>docs/format.md</c> has the format.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quantity"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">No such quantity; the message names the nearest.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public string ExplainToJson(string quantity, CancellationToken cancellationToken = default) => ExplanationWriter.ToJson(InFull(quantity, cancellationToken));

    /// <summary>A copy that also says what would be different under the other readings, which its reports then print. Reconciles once more for each of them.</summary>
    /// <remarks>
    /// The others are <see cref="HedgeReading.All"/> and, where a claim's figure is a word such as "dozens", the reading that was used with each of
    /// <see cref="WordTable.All"/>.
    /// </remarks>
    /// <param name="cancellationToken">Stops the work when cancelled. Default: never.</param>
    /// <returns>The copy, with <see cref="OtherReadings"/>.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Reconciliation CompareReadings(CancellationToken cancellationToken = default)
    {
        var copy = (Reconciliation)MemberwiseClone();
        copy.OtherReadings = ReadingComparison.Of(this, Again, cancellationToken);
        return copy;
    }

    /// <summary>A copy that also says what other people's rules make of the same claims, which its reports then print beside the estimates.</summary>
    /// <param name="rules">The rules, each with a name of its own. Null: <see cref="RuleBook.All"/>.</param>
    /// <param name="cancellationToken">Stops the work between two rules when cancelled. Default: never.</param>
    /// <returns>The copy, with <see cref="OtherRules"/>.</returns>
    /// <exception cref="ArgumentNullException">One of <paramref name="rules"/> is null.</exception>
    /// <exception cref="ArgumentException">Two rules have one name, or one has none.</exception>
    /// <exception cref="InvalidOperationException">A rule of your own gave no figure, or a number that is not finite. What it throws itself passes through.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Reconciliation CompareRules(IEnumerable<IRuleBook>? rules = null, CancellationToken cancellationToken = default)
    {
        var copy = (Reconciliation)MemberwiseClone();
        copy.OtherRules = RuleComparison.Of(new DossierSurvey(Dossier), [.. rules ?? RuleBook.All], Options, cancellationToken);
        return copy;
    }

    /// <summary>A readable table, conflicts first. Invariant culture, at most 100 columns, no colours.</summary>
    public override string ToString() => TextReport.Write(this);

    /// <summary>The same as Markdown, with the words of the sources and where they were read.</summary>
    /// <returns>A page.</returns>
    public string ToMarkdown() => PageReport.ToMarkdown(this);

    /// <summary>As <see cref="ToMarkdown"/>, as one HTML file that needs nothing else; its links lead to where claims were read.</summary>
    /// <returns>A page.</returns>
    public string ToHtml() => PageReport.ToHtml(this);

    /// <summary>The estimates as CSV (RFC 4180), one line each, with the header of the result format.</summary>
    /// <returns>Lines, the header first.</returns>
    public string ToCsv() => CsvReport.Write(this);

    /// <summary>The result format, as JSON.</summary>
    /// <returns>Indented JSON; <c>docs/format.md</c> has the format.</returns>
    public string ToJson() => ReconciliationWriter.ToJson(this);

    private static Reconciliation Again(Dossier dossier, ReconcileOptions options, CancellationToken cancellation) => new Reconciler(options).Reconcile(dossier, cancellation);

    private EstimateInFull InFull(string quantity, CancellationToken cancellationToken)
    {
        var full = EstimateExplainer.Of(this, this[quantity]);
        return full with { Changes = SingleChanges.Of(full, Again, cancellationToken) };
    }

    private KeyNotFoundException NoSuchQuantity(string id) =>
        new(NearestNames.Unknown("quantity", id, Estimates.Select(estimate => estimate.Quantity.Id)));
}
