namespace Reconcile.Figures;

/// <summary>What a figure says, apart from its text: two figures are equal when these are.</summary>
internal readonly record struct FigureFacts
{
    public FigureKind Kind { get; init; }

    public Hedge Hedge { get; init; }

    /// <summary>The hedge word, which is part of what was said: the reading of Ferson et al. (2015) tells "about" from "approximately".</summary>
    public HedgeWord HedgeWord { get; init; }

    /// <summary>Whether the values are fractions of a whole.</summary>
    public bool IsShare { get; init; }

    /// <summary>Whether the share was said as a fraction (a third, one in ten), not in per cent.</summary>
    public bool IsFraction { get; init; }

    public double? Value { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }

    /// <summary>Unit of the last significant digit, of the finer end for ranges; above 0.</summary>
    public double Unit { get; init; }

    /// <summary>Level of an interval, between 0 and 1; 0 for every other figure.</summary>
    public double Level { get; init; }

    /// <summary>Standard deviations from the best value to an end of an interval at <see cref="Level"/>; 0 for every other figure.</summary>
    public double LevelDeviations { get; init; }

    public Lean Lean { get; init; }

    /// <summary>Words of likelihood as said, in lower case; null when none were.</summary>
    public string? Likelihood { get; init; }

    public VagueWord Word { get; init; }

    /// <summary>Of the numbers and the hedge alone: what else differs seldom, and hashing all of it costs more than a comparison.</summary>
    public override int GetHashCode() => HashCode.Combine(Hedge, Value, Low, High);
}
