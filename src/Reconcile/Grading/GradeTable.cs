namespace Reconcile;

/// <summary>Turns grades into numbers: a convention, documented and replaceable. Immutable; equal when all rows are equal.</summary>
/// <remarks>
/// No published table maps Admiralty grades to numbers. The defaults are this library's convention:
/// relative errors at 95 % A 2 %, B 5 %, C 10 %, D 20 %, E 40 %, F 12 %; accuracies .98, .93, .85, .65, .40, .80;
/// odds factors of credibility 1 to 6: 1.5, 1.5, 1, 0.4, 0.1, 1. What sources with an interest say stands beside the grades, with its source.
/// </remarks>
public sealed partial record GradeTable
{
    /// <summary>No number of a file is larger.</summary>
    private const double LargestNumber = 1e15;

    /// <summary>No source is taken to say more than this many times the truth, or less than one in as many.</summary>
    private const double MostBias = 100;

    private GradeTable()
    {
    }

    private double[] Errors { get; init; } = [0.02, 0.05, 0.10, 0.20, 0.40, 0.12];

    private double[] Accuracies { get; init; } = [0.98, 0.93, 0.85, 0.65, 0.40, 0.80];

    private double[] OddsFactors { get; init; } = [1, 1.5, 1.5, 1, 0.4, 0.1];

    /// <summary>The convention of this library, as in the remarks above and in <c>docs/method.md</c>, sections 3 (Grades) and 10 (Constants).</summary>
    public static GradeTable Default { get; } = new();

    /// <summary>
    /// How many times the truth a source that tends to overstate says at most, as a rule: anything from 1 to this is alike, more is seldom. Default: 5, the upper end of what
    /// parties to the war of 2022 said of enemy losses, 1.5 to 5 times (Radford et al. 2023, PNAS).
    /// </summary>
    public double GreatestOverstatement { get; private init; } = 5;

    /// <summary>
    /// Which part of the truth a source that tends to understate says at least, as a rule: anything from this to 1 is alike, less is seldom. Default: 0.3, the lower end of
    /// what parties to the war of 2022 said of their own losses, 0.3 to 0.6 (Radford et al. 2023, PNAS).
    /// </summary>
    public double LeastUnderstatement { get; private init; } = 0.3;

    /// <summary>
    /// What a claim against the interest of its source multiplies the odds of accuracy by: an understater's that others contradict with less, an overstater's that they
    /// contradict with more. Default: 2, a convention; 1: nothing.
    /// </summary>
    public double AgainstInterestFactor { get; private init; } = 2;

    /// <summary>Relative error at 95 % of a source of this grade.</summary>
    /// <param name="reliability">The grade, A to F.</param>
    /// <returns>A fraction, 0 or more: 0.1 is an error of 10 % to either side.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reliability"/> is not A to F.</exception>
    public double Error(Reliability reliability) => Errors[Row(reliability)];

    /// <summary>Chance that a claim of such a source is not simply wrong.</summary>
    /// <param name="reliability">The grade, A to F.</param>
    /// <returns>A probability, above 0 and below 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reliability"/> is not A to F.</exception>
    public double Accuracy(Reliability reliability) => Accuracies[Row(reliability)];

    /// <summary>What credibility multiplies the odds of accuracy by.</summary>
    /// <param name="credibility">The grade, 1 to 5 or unknown (6).</param>
    /// <returns>A factor above 0; 1 leaves the odds as they are.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="credibility"/> is not 1 to 6.</exception>
    public double OddsFactor(Credibility credibility) => OddsFactors[Row(credibility)];

    /// <summary>A copy with another row.</summary>
    /// <param name="reliability">The grade whose row it is, A to F.</param>
    /// <param name="error">Relative error of the figures of such a source at 95 %, as a fraction from 0 to 1e15: 0.1 is 10 % to either side.</param>
    /// <param name="accuracy">Chance that a claim of such a source is not simply wrong, above 0 and below 1.</param>
    /// <returns>The copy; all other rows are as here.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="error"/> is not a number from 0 to 1e15, or <paramref name="accuracy"/> is not between 0 and 1.</exception>
    public GradeTable With(Reliability reliability, double error, double accuracy)
    {
        if (!(error is >= 0 and <= LargestNumber))
        {
            throw new ArgumentOutOfRangeException(nameof(error), error, FormattableString.Invariant($"A relative error must be a number from 0 to 1e15; found {error}."));
        }

        if (!(accuracy > 0 && accuracy < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(accuracy), accuracy, FormattableString.Invariant($"An accuracy must lie between 0 and 1, both excluded; found {accuracy}."));
        }

        var row = Row(reliability);
        return this with { Errors = Replaced(Errors, row, error), Accuracies = Replaced(Accuracies, row, accuracy) };
    }

    /// <summary>A copy with another factor.</summary>
    /// <param name="credibility">The grade whose factor it is, 1 to 5 or unknown (6).</param>
    /// <param name="oddsFactor">What it multiplies the odds of accuracy by, above 0, at most 1e15; 1 leaves them as they are.</param>
    /// <returns>The copy; all other factors are as here.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="oddsFactor"/> is not a number above 0, at most 1e15.</exception>
    public GradeTable With(Credibility credibility, double oddsFactor)
    {
        if (!(oddsFactor is > 0 and <= LargestNumber))
        {
            throw new ArgumentOutOfRangeException(nameof(oddsFactor), oddsFactor, FormattableString.Invariant($"An odds factor must be a number above 0, at most 1e15; found {oddsFactor}."));
        }

        return this with { OddsFactors = Replaced(OddsFactors, Row(credibility), oddsFactor) };
    }

    /// <summary>A copy with other limits of what sources with an interest say. Null: as in this table.</summary>
    /// <param name="greatestOverstatement">How many times the truth an overstater says at most, above 1, at most 100.</param>
    /// <param name="leastUnderstatement">Which part of the truth an understater says at least, 0.01 or more, under 1.</param>
    /// <param name="againstInterestFactor">What a claim against interest multiplies the odds by, 1 to 1e15.</param>
    /// <returns>The copy; all grades are as here.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One of them is out of its range.</exception>
    public GradeTable WithInterests(double? greatestOverstatement = null, double? leastUnderstatement = null, double? againstInterestFactor = null)
    {
        if (greatestOverstatement is not (null or (> 1 and <= MostBias)))
        {
            throw new ArgumentOutOfRangeException(nameof(greatestOverstatement), greatestOverstatement, FormattableString.Invariant($"A greatest overstatement must be a number above 1, at most 100; found {greatestOverstatement}."));
        }

        if (leastUnderstatement is not (null or (>= 1 / MostBias and < 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(leastUnderstatement), leastUnderstatement, FormattableString.Invariant($"A least understatement must be a number of 0.01 or more, under 1; found {leastUnderstatement}."));
        }

        if (againstInterestFactor is not (null or (>= 1 and <= LargestNumber)))
        {
            throw new ArgumentOutOfRangeException(nameof(againstInterestFactor), againstInterestFactor, FormattableString.Invariant($"The factor of a claim against interest must be a number from 1 to 1e15; found {againstInterestFactor}."));
        }

        return this with
        {
            GreatestOverstatement = greatestOverstatement ?? GreatestOverstatement,
            LeastUnderstatement = leastUnderstatement ?? LeastUnderstatement,
            AgainstInterestFactor = againstInterestFactor ?? AgainstInterestFactor,
        };
    }

    /// <inheritdoc/>
    public bool Equals(GradeTable? other) =>
        other is not null
        && Errors.AsSpan().SequenceEqual(other.Errors)
        && Accuracies.AsSpan().SequenceEqual(other.Accuracies)
        && OddsFactors.AsSpan().SequenceEqual(other.OddsFactors)
        && (GreatestOverstatement, LeastUnderstatement, AgainstInterestFactor) == (other.GreatestOverstatement, other.LeastUnderstatement, other.AgainstInterestFactor);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Errors[0], Accuracies[0], Errors[^1], Accuracies[^1], GreatestOverstatement, LeastUnderstatement);

    private static int Row(Reliability reliability) =>
        reliability is >= Reliability.A and <= Reliability.F
            ? (int)reliability
            : throw new ArgumentOutOfRangeException(nameof(reliability), reliability, $"A reliability is A to F; found {reliability}.");

    private static int Row(Credibility credibility) =>
        credibility is >= Credibility.Unknown and <= Credibility.Improbable
            ? (int)credibility
            : throw new ArgumentOutOfRangeException(nameof(credibility), credibility, $"A credibility is 1 to 6; found {(int)credibility}.");

    private static double[] Replaced(double[] values, int index, double value)
    {
        var copy = (double[])values.Clone();
        copy[index] = value;
        return copy;
    }
}
