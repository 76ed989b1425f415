namespace Reconcile.Figures;

/// <summary>A number, a share or a vague word inside a phrase.</summary>
internal struct Amount
{
    /// <summary>The number as written, with its scale: "1.5 million" is 1,500,000.</summary>
    public DecimalNumber Number;

    /// <summary>Power of ten that a scale word at the end multiplied by: 6 for "1.5 million"; 0 for none, and where more digits follow it.</summary>
    public int Scale;

    /// <summary>Power of ten of the largest scale word: 3 for "two hundred thousand", 2 for "three hundred and fifty"; 0 for none.</summary>
    public int Largest;

    /// <summary>Whether it was said in per cent.</summary>
    public bool IsPercent;

    /// <summary>What a word at the end multiplied by that is no power of ten: 12 for dozens, 20 for scores; 0 for none.</summary>
    public uint Pack;

    /// <summary>A share said as a fraction: a third, one in ten.</summary>
    public double? Fraction;

    /// <summary>Whether it is hedged by its nature: a dozen, half a dozen.</summary>
    public bool IsApproximate;

    /// <summary>Whether it was said to be none: nobody, no.</summary>
    public bool IsNone;

    /// <summary>Dozens, several hundred.</summary>
    public VagueWord Word;

    public int Start;

    public int End;

    /// <summary>Whether more digits follow its largest scale word: "three hundred and fifty".</summary>
    public readonly bool IsCompound => Largest > 0 && Scale == 0;

    /// <summary>What stands before the largest scale word: 3 of "three hundred and fifty", 1.5 of "1.5 million".</summary>
    public readonly double Multiplier => IsCompound ? Math.Floor(Number.Shifted(-Largest).Value) : Number.Shifted(-Largest).Value;

    public readonly bool IsShare => IsPercent || Fraction is not null;

    public readonly double Value => Fraction ?? Number.Value;

    /// <summary>Of what is counted by the dozen, a dozen.</summary>
    public readonly double Unit => Word.IsSaid ? Word.Scale : Fraction is { } fraction ? UnitOf(fraction) : Pack > 0 ? Pack : Number.Unit;

    /// <summary>Of a share said as a fraction; one under a per cent, such as 3 in 10,000, is meant to its own first digit.</summary>
    private static double UnitOf(double fraction)
    {
        if (fraction is 0 or >= ReadingConventions.OnePercent) return FigureLimits.FractionUnit;
        var unit = ReadingConventions.OnePercent;
        while (unit > fraction * (1 + 1e-9)) unit /= 10;
        return unit;
    }

    public static Amount Of(DecimalNumber number, int scale = 0, int largest = 0) => new() { Number = number, Scale = scale, Largest = largest };

    public static Amount Part(double fraction) => new() { Fraction = fraction };

    /// <summary>The same number with a sign of per cent.</summary>
    public readonly Amount InPercent()
    {
        var percent = this;
        percent.IsPercent = true;
        percent.Number = Number.Shifted(-2);
        return percent;
    }

    /// <summary>The same number with a scale word.</summary>
    public readonly Amount Scaled(int scale)
    {
        var scaled = this;
        scaled.Scale = scale;
        scaled.Largest = scale;
        scaled.Number = Number.Shifted(scale);
        return scaled;
    }
}
