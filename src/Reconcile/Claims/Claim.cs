using System.Diagnostics.CodeAnalysis;
using Reconcile.Claims;

namespace Reconcile;

/// <summary>A source says a figure about a quantity.</summary>
public sealed partial record Claim
{
    /// <summary>Unique in its dossier. Empty: given by position (c1, c2, …) when added; if that is taken, the next number that is free. In a file it is the position alone.</summary>
    public string Id { get; init; } = "";

    /// <summary>A quantity id, a linear expression (<c>killed + wounded</c>) or a share (<c>killed / casualties</c>).</summary>
    public required string Quantity { get; init; }

    /// <summary>What was said.</summary>
    public required Figure Figure { get; init; }

    /// <summary>The root: who knows.</summary>
    public required string Source { get; init; }

    /// <summary>The relays, first to last. Default: none. The list is copied.</summary>
    public IReadOnlyList<string> Via { get; init => field = OwnList.Of(value); } = [];

    /// <summary>How credible the item is. Default: <see cref="Credibility.Unknown"/>.</summary>
    public Credibility Credibility { get; init; } = Credibility.Unknown;

    /// <summary>
    /// How reliable the source is, where the claim came with a code for both (<see cref="AdmiraltyCode"/>). It grades the source, so that all claims of one source, and the
    /// source itself where it is graded, must give the same. Null: as <see cref="Source.Reliability"/>.
    /// </summary>
    public Reliability? Reliability { get; init; }

    /// <summary>How the source came by it. Default: <see cref="Basis.Estimate"/>.</summary>
    public Basis Basis { get; init; }

    /// <summary>The day of which the figure speaks. Null: that on which it was said, <see cref="Reported"/>; null too: undated.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The day on which it was said. Null: not known.</summary>
    public DateOnly? Reported { get; init; }

    /// <summary>The period of an increment; null for a running figure.</summary>
    public Period? During { get; init; }

    /// <summary>Withdrawn by its source: not, from the start, or on a day.</summary>
    public Retraction Retracted { get; init; }

    /// <summary>Ids of claims that this one replaces. Default: none. The list is copied.</summary>
    public IReadOnlyList<string> Supersedes { get; init => field = OwnList.Of(value); } = [];

    /// <summary>The words of the source, shown with the claim. Null: not kept.</summary>
    public string? Quote { get; init; }

    /// <summary>Where it was read. Text, not <see cref="Uri"/>: shown, never followed. Null: not kept.</summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "Shown, never followed.")]
    public string? Url { get; init; }

    /// <summary>
    /// How likely the source says the figure is, in words such as <c>very likely</c>, on the scale of its source (<see cref="Source.Scale"/>). They lower the
    /// claim's chance of holding and leave its figure as wide as it is. Null: not said, or said in the figure itself (<see cref="Figure.Likelihood"/>).
    /// </summary>
    public string? Likelihood { get; init; }

    /// <summary>Whether it speaks of a quantity itself and of no expression: by its id, or by that in double quotes, in which an undeclared name of several words must stand.</summary>
    internal bool SpeaksOf(string quantity) => Quantity == quantity || QuotedName.Bare(Quantity) == quantity;

    /// <summary>The day of which it speaks: <see cref="AsOf"/>, else that on which it was said; null: undated.</summary>
    internal DateOnly? Day => AsOf ?? Reported;

    /// <summary>The last day of which it speaks: of an increment that of its period.</summary>
    internal DateOnly? LastDay => During?.To ?? Day;

    /// <summary>Which of its dates are months or years; null: none. How exactly a day is known is no part of what equals: a dossier compares its day.</summary>
    internal DatePeriods? DatePeriods { get; init; }

    /// <summary>The first day of which <see cref="AsOf"/> may speak: of a month or year its first.</summary>
    internal DateOnly? EarliestAsOf => DatePeriods.FirstOf(AsOf, DatePeriods?.AsOf);

    /// <summary>The first day on which it may have been said.</summary>
    internal DateOnly? EarliestReported => DatePeriods.FirstOf(Reported, DatePeriods?.Reported);

    internal Annotations Annotations { get; init; }

    /// <summary>What was written inside a figure that is an object of numbers.</summary>
    internal Annotations FigureAnnotations { get; init; }

    /// <summary>What was written inside <see cref="During"/>.</summary>
    internal Annotations DuringAnnotations { get; init; }

    internal Place Place { get; init; }

    /// <summary>Equal when all members are equal; lists by their items.</summary>
    /// <param name="other">The claim to compare with; null is never equal.</param>
    /// <returns>Whether all members are equal.</returns>
    public bool Equals(Claim? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Id == other.Id && Quantity == other.Quantity && Equals(Figure, other.Figure) && Source == other.Source
            && AreEqual(Via, other.Via) && Credibility == other.Credibility && Reliability == other.Reliability && Basis == other.Basis
            && AsOf == other.AsOf && Reported == other.Reported && During == other.During && Retracted == other.Retracted
            && AreEqual(Supersedes, other.Supersedes) && Quote == other.Quote && Url == other.Url
            && Likelihood == other.Likelihood && Annotations.Equals(other.Annotations)
            && FigureAnnotations.Equals(other.FigureAnnotations) && DuringAnnotations.Equals(other.DuringAnnotations));

    /// <summary>Whether two lists have equal items; null, which only <see cref="Dossier.Validate"/> refuses, equals null.</summary>
    internal static bool AreEqual(IReadOnlyList<string>? a, IReadOnlyList<string>? b)
    {
        if (ReferenceEquals(a, b)) return true;
        if (a is null || b is null || a.Count != b.Count) return false;

        for (var i = 0; i < a.Count; i++)
        {
            if (a[i] != b[i]) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Quantity, Figure, Source, Basis, AsOf, Reported);
}
