namespace Reconcile;

/// <summary>One step of a <see cref="LikelihoodScale"/>: words that mean the same, and the range of probability that they stand for. Immutable.</summary>
public sealed class LikelihoodTerm
{
    internal LikelihoodTerm(double low, double high, params string[] words)
    {
        Low = low;
        High = high;
        Words = words;
    }

    /// <summary>The words, in lower case; the first is the name of the step.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The least probability that the words stand for, from 0 to 1.</summary>
    public double Low { get; }

    /// <summary>The greatest, from <see cref="Low"/> to 1.</summary>
    public double High { get; }

    /// <summary>Halfway between <see cref="Low"/> and <see cref="High"/>: the one number that is reckoned with, a convention of this library.</summary>
    public double Middle => (Low + High) / 2;

    /// <summary>Whether the words say that something rather does not hold: their whole range lies below one half.</summary>
    public bool IsDenial => High < 0.5;

    /// <summary>Whether the words leave it open that something rather does not hold: their range begins below one half.</summary>
    internal bool LeavesOpen => Low < 0.5;

    /// <summary>For example <c>very likely, 80–95 %</c>.</summary>
    public override string ToString() => $"{Words[0]}, {RangeText}";

    /// <summary>For example <c>80–95 %</c>.</summary>
    internal string RangeText => Low == High ? FormattableString.Invariant($"{100 * Low:0.#} %") : FormattableString.Invariant($"{100 * Low:0.#}–{100 * High:0.#} %");
}
