namespace Reconcile;

/// <summary>A claim that states a quantity directly, as a rule book is given it.</summary>
public sealed record StatedClaim
{
    /// <summary>The claim: figure, root (<see cref="Claim.Source"/>), basis and dates as written.</summary>
    public required Claim Claim { get; init; }

    /// <summary>
    /// The one number that stands for the figure, in units of the quantity: the value said, or the middle of a range or number word as read. Null for floors and
    /// ceilings, and for words that the reading gives no number.
    /// </summary>
    public double? Value { get; init; }

    /// <summary>What the words say, at about 95 %, under the reading that is used. Default: nothing.</summary>
    public FigureRange Read { get; init; }

    /// <summary>
    /// The standard error of <see cref="Value"/>, above 0: half the interval of the words and the relative error of the source, both at 95 %, in quadrature,
    /// divided by the 97.5 % quantile of a normal distribution (1.95996). Null where there is no value.
    /// </summary>
    public double? StandardError { get; init; }

    /// <summary>Chance that the claim is not simply wrong, by the grades of source and item, between 0 and 1: the larger, the more reliable.</summary>
    public double Accuracy { get; init; }

    /// <summary>Whether a careful reader would pass it over where there are others: a source graded D or E, an item graded 4 or 5, or an interest in the subject.</summary>
    public bool IsQuestionable { get; init; }

    /// <summary>How number words such as "dozens" were read.</summary>
    internal WordTable Words { get; init; } = WordTable.Wikimpacts;

    /// <summary>For example <c>c1: killed "around 400", ministry; reads as 400 (300–500)</c>.</summary>
    public override string ToString() => $"{Claim}; reads as {Read}";
}
