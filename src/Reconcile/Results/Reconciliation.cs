using System.Diagnostics.CodeAnalysis;
using Reconcile.Results;

namespace Reconcile;

/// <summary>The outcome of one dossier. Immutable; made only by a <see cref="Reconciler"/>.</summary>
public sealed partial class Reconciliation
{
    internal Reconciliation()
    {
    }

    /// <summary>What was reconciled. What its claims speak of is called alike where they spell it in several ways (<c>"killed"</c> and <c>killed</c>, <c>a + b</c> and <c>b+a</c>); verdicts, conflicts and estimates hold these claims.</summary>
    public Dossier Dossier { get; internal init; } = null!;

    /// <summary>The day of which estimates speak; null when nothing is dated.</summary>
    public DateOnly? AsOf { get; internal init; }

    /// <summary>Probability of the ranges.</summary>
    public double Level { get; internal init; }

    /// <summary>One per quantity, in the order of declaration.</summary>
    public IReadOnlyList<Estimate> Estimates { get; internal init; } = [];

    /// <summary>Sets of claims that cannot all hold.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; internal init; } = [];

    /// <summary>Figures that look like conflicts and are not.</summary>
    public IReadOnlyList<Difference> Differences
    {
        get => field ?? FoundDifferences?.Value ?? [];
        internal init;
    }

    internal Deferred<IReadOnlyList<Difference>>? FoundDifferences { get; init; }

    /// <summary>Groups of conflicts linked by shared claims, each with its accounts.</summary>
    public IReadOnlyList<Dispute> Disputes { get; internal init; } = [];

    /// <summary>What became of each claim, in the order of claims.</summary>
    public IReadOnlyList<Verdict> Verdicts
    {
        get => field ?? FoundVerdicts?.Value ?? [];
        internal init;
    }

    internal Deferred<IReadOnlyList<Verdict>>? FoundVerdicts { get; init; }

    /// <summary>What to know before trusting the above.</summary>
    public IReadOnlyList<Finding> Warnings { get; internal init; } = [];

    /// <summary>How hedges and number words were read.</summary>
    public HedgeReading Reading => Options.Reading;

    /// <summary>What would be different under the other readings; empty unless <see cref="CompareReadings"/> was asked.</summary>
    public IReadOnlyList<ReadingChange> OtherReadings { get; private set; } = [];

    /// <summary>
    /// What other people's rules make of the claims, quantity by quantity, for those that a claim states directly; empty unless <see cref="CompareRules"/> was
    /// asked.
    /// </summary>
    public IReadOnlyList<RuleBookResult> OtherRules { get; private set; } = [];

    /// <summary>The options that were used.</summary>
    internal ReconcileOptions Options { get; init; } = null!;

    /// <summary>The estimate of one quantity.</summary>
    /// <param name="quantity">Id of the quantity, such as <c>killed</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="quantity"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">No such quantity; the message names the nearest.</exception>
    public Estimate this[string quantity] => TryGetEstimate(quantity, out var estimate) ? estimate : throw NoSuchQuantity(quantity);

    /// <summary>The estimate of one quantity, if there is such a quantity.</summary>
    /// <param name="quantity">Id of the quantity, such as <c>killed</c>.</param>
    /// <param name="estimate">Its estimate; null where there is no such quantity.</param>
    /// <returns>Whether there is such a quantity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quantity"/> is null.</exception>
    public bool TryGetEstimate(string quantity, [NotNullWhen(true)] out Estimate? estimate)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        foreach (var candidate in Estimates)
        {
            if (candidate.Quantity.Id == quantity)
            {
                estimate = candidate;
                return true;
            }
        }

        estimate = null;
        return false;
    }
}
