namespace Reconcile;

/// <summary>Turns grades into numbers: a convention, documented and replaceable. Immutable; equal when all rows are equal.</summary>
/// <remarks>
/// No published table maps Admiralty grades to numbers. The defaults are this library's convention:
/// relative errors at 95 % A 2 %, B 5 %, C 10 %, D 20 %, E 40 %, F 12 %; accuracies .98, .93, .85, .65, .40, .80;
/// odds factors of credibility 1 to 6: 1.5, 1.5, 1, 0.4, 0.1, 1.
/// </remarks>
public sealed partial record GradeTable
{
    /// <summary>No number of a file is larger.</summary>
    private const double LargestNumber = 1e15;

    private readonly double[] _errors;
    private readonly double[] _accuracies;
    private readonly double[] _oddsFactors;

    private GradeTable(double[] errors, double[] accuracies, double[] oddsFactors)
    {
        _errors = errors;
        _accuracies = accuracies;
        _oddsFactors = oddsFactors;
    }

    /// <summary>The table of the documentation.</summary>
    public static GradeTable Default { get; } = new(
        [0.02, 0.05, 0.10, 0.20, 0.40, 0.12],
        [0.98, 0.93, 0.85, 0.65, 0.40, 0.80],
        [1, 1.5, 1.5, 1, 0.4, 0.1]);

    /// <summary>Relative error at 95 % of a source of this grade.</summary>
    public double Error(Reliability reliability) => _errors[Row(reliability)];

    /// <summary>Chance that a claim of such a source is not simply wrong.</summary>
    public double Accuracy(Reliability reliability) => _accuracies[Row(reliability)];

    /// <summary>What credibility multiplies the odds of accuracy by.</summary>
    public double OddsFactor(Credibility credibility) => _oddsFactors[Row(credibility)];

    /// <summary>A copy with another row.</summary>
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
        return new GradeTable(Replaced(_errors, row, error), Replaced(_accuracies, row, accuracy), _oddsFactors);
    }

    /// <summary>A copy with another factor.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="oddsFactor"/> is not a number above 0, at most 1e15.</exception>
    public GradeTable With(Credibility credibility, double oddsFactor)
    {
        if (!(oddsFactor is > 0 and <= LargestNumber))
        {
            throw new ArgumentOutOfRangeException(nameof(oddsFactor), oddsFactor, FormattableString.Invariant($"An odds factor must be a number above 0, at most 1e15; found {oddsFactor}."));
        }

        return new GradeTable(_errors, _accuracies, Replaced(_oddsFactors, Row(credibility), oddsFactor));
    }

    /// <inheritdoc/>
    public bool Equals(GradeTable? other) =>
        other is not null
        && _errors.AsSpan().SequenceEqual(other._errors)
        && _accuracies.AsSpan().SequenceEqual(other._accuracies)
        && _oddsFactors.AsSpan().SequenceEqual(other._oddsFactors);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_errors[0], _accuracies[0], _errors[^1], _accuracies[^1]);

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
