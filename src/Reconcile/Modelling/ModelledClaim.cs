using System.Runtime.CompilerServices;
using Reconcile.Claims;
using Reconcile.Figures;

namespace Reconcile.Modelling;

/// <summary>A claim as the engine sees it: a form of states, intervals, a shape, and how dear it is to reject. Equal to itself alone.</summary>
internal sealed record ModelledClaim
{
    /// <summary>A half-width at 95 % in standard deviations, not to all digits of <see cref="NormalQuantile.At95"/>.</summary>
    public const double DeviationsAt95 = NormalQuantile.At95InTables;

    /// <summary>Kept beside the form, so that a look at all claims of a large component need not look at all forms too.</summary>
    private readonly int _single;

    /// <summary>Position in the dossier.</summary>
    public required int Position { get; init; }

    public required Claim Claim { get; init; }

    /// <summary>What it speaks of; for a share, the numerator; for an increment, the later state less the earlier.</summary>
    public required Form Form
    {
        get;
        init => (field, _single) = (value, value.Single);
    }

    /// <summary>The denominator of a share; else null.</summary>
    public Form? Denominator { get; init; }

    /// <summary>What its words say, at about 95 %.</summary>
    public required Interval Literal { get; init; }

    /// <summary>The literal interval widened by the error of its source, as if that did not lean.</summary>
    public Interval Honest { get; init; }

    /// <summary>The literal interval widened by the error of its source, and further where that leans.</summary>
    public required Interval Tolerant { get; init; }

    /// <summary>The literal interval, to the side to which its source leans the tolerant one: nobody takes a boast at its word.</summary>
    public Interval Believed => Leaning?.Tends switch
    {
        Tendency.Overstate => new Interval(Tolerant.Low, Literal.High),
        Tendency.Understate => new Interval(Literal.Low, Tolerant.High),
        _ => Literal,
    };

    /// <summary>The size of the figure, which the relative error multiplies.</summary>
    public required double Value { get; init; }

    public required Shape Shape { get; init; }

    /// <summary>What it bounds.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>The value said or meant; null for plain ranges, floors and ceilings.</summary>
    public required double? Best { get; init; }

    /// <summary>The root, numbered within the component.</summary>
    public required int Root { get; init; }

    /// <summary>Which shared error it has: claims of one root, subject and basis share one. Numbered within the component.</summary>
    public required int ErrorGroup { get; init; }

    /// <summary>Relative error of its source at 95 %, at most 2 % for a count.</summary>
    public required double RelativeError { get; init; }

    /// <summary>Standard deviation of that error.</summary>
    public double ErrorDeviation => RelativeError / DeviationsAt95;

    /// <summary>Chance that it is not simply wrong, after credibility and words of likelihood.</summary>
    public required double Accuracy { get; init; }

    /// <summary>How likely it says that its figure is; null: it says nothing of the kind.</summary>
    public SaidLikelihood? Likelihood { get; init; }

    /// <summary>Cost of rejecting it: max(0.1, ln(n·A/(1 − A))).</summary>
    public required double Cost { get; init; }

    /// <summary>How many days it is behind the newest claim on its fixed quantity.</summary>
    public int DaysBehind { get; init; }

    /// <summary>Which way its source leans on the subject; null: neither.</summary>
    public required Leaning? Leaning { get; init; }

    /// <summary>Of a claim that speaks against the interest of its source, the accuracy that it would have else; null: it does not.</summary>
    public double? AccuracyUnlessAgainst { get; init; }

    /// <summary>Whether others contradict it on the side on which the interest of its source lies, so that it speaks against that interest.</summary>
    public bool IsAgainstInterest => AccuracyUnlessAgainst is not null;

    public bool IsShare => Denominator is not null;

    /// <summary>The literal interval, of a rounded figure without its very ends: where neighbours meet they do not agree.</summary>
    public Interval Inside
    {
        get
        {
            var (low, high) = Interpretation.Inside(Kind, Literal.Low, Literal.High);
            return new Interval(low, high);
        }
    }

    /// <summary>Whether it says how many, and not only at least or at most how many.</summary>
    public bool GivesValue => Kind is FigureKind.Point or FigureKind.Range;

    /// <summary>Whether it is a floor at or below the least that it speaks of can be anyway, or a ceiling at or above the most: "at least 0".</summary>
    public bool SaysNothing { get; init; }

    /// <summary>Whether it is a range so wide, such as "hundreds", that it hardly gives a value.</summary>
    public bool IsWide => Kind == FigureKind.Range && Interpretation.IsWide(Literal.Low, Literal.High);

    /// <summary>Whether it scales with the error of its source: not a share, not a difference, and not what says nothing; an increment does.</summary>
    public bool Scales => !IsShare && !SaysNothing && Value != 0 && (Claim.During is not null || Form.HasOnlyPositiveCoefficients());

    /// <summary>The state, when the claim speaks of one alone; else −1.</summary>
    public int State => Denominator is null ? _single : -1;

    /// <summary>The standard deviation of the claim as a measurement: half its tolerant width over <see cref="DeviationsAt95"/>; for one-sided claims that of the closed side; 0 when exact.</summary>
    public double Deviation
    {
        get
        {
            var half = Tolerant.IsClosed ? (Tolerant.High - Tolerant.Low) / 2
                : double.IsFinite(Tolerant.Low) ? Value - Tolerant.Low
                : Tolerant.High - Value;
            return half / DeviationsAt95;
        }
    }

    /// <summary>What it counts in a mean of values: 1/<see cref="Deviation"/>², finite also where it is exact.</summary>
    public double Precision => 1 / Math.Pow(Math.Max(Deviation, 1e-9 * Math.Max(1, Math.Abs(Value))), 2);

    public bool Equals(ModelledClaim? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
