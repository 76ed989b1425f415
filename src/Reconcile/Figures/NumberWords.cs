namespace Reconcile.Figures;

/// <summary>The words of which English numbers are made.</summary>
internal static class NumberWords
{
    /// <summary>One to nineteen; 0 for any other word.</summary>
    public static uint Small(ReadOnlySpan<char> word) => word switch
    {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        _ => 0,
    };

    /// <summary>Twenty to ninety; 0 for any other word.</summary>
    public static uint Tens(ReadOnlySpan<char> word) => word switch
    {
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => 0,
    };

    /// <summary>Whether a number in words may start with this word, apart from an article.</summary>
    public static bool IsNumber(ReadOnlySpan<char> word) => Small(word) > 0 || Tens(word) > 0;

    /// <summary>Power of ten of a scale word; 0 for any other word.</summary>
    public static int Scale(ReadOnlySpan<char> word) => word switch
    {
        "hundred" => 2,
        "thousand" => 3,
        "lakh" => 5,
        "million" => 6,
        "crore" => 7,
        "billion" => 9,
        "trillion" => 12,
        _ => 0,
    };

    /// <summary>Power of ten of a letter that may follow digits directly, as in 63k; 0 for any other.</summary>
    public static int ScaleLetter(ReadOnlySpan<char> word) => word switch
    {
        "k" => 3,
        "m" or "mn" or "mln" => 6,
        "bn" => 9,
        "tn" => 12,
        _ => 0,
    };

    /// <summary>What the plural of a scale stands for by itself, as in "dozens"; 0 for any other word.</summary>
    public static double PluralScale(ReadOnlySpan<char> word) => word switch
    {
        "tens" => 10,
        "dozens" => 12,
        "scores" => 20,
        "hundreds" => 1e2,
        "thousands" => 1e3,
        "lakhs" => 1e5,
        "millions" => 1e6,
        "crores" => 1e7,
        "billions" => 1e9,
        "trillions" => 1e12,
        _ => 0,
    };

    /// <summary>What a scale stands for after "several" or "a few"; 0 for any other word.</summary>
    public static double SingularScale(ReadOnlySpan<char> word) => word switch
    {
        "dozen" => 12,
        "score" => 20,
        _ => Scale(word) is > 0 and var exponent ? DecimalNumber.PowerOfTen(exponent) : 0,
    };

    /// <summary>Denominator of a part such as "thirds"; 0 for any other word.</summary>
    public static uint Part(ReadOnlySpan<char> word) => word switch
    {
        "half" or "halves" => 2,
        "third" or "thirds" => 3,
        "quarter" or "quarters" => 4,
        "fifth" or "fifths" => 5,
        "sixth" or "sixths" => 6,
        "seventh" or "sevenths" => 7,
        "eighth" or "eighths" => 8,
        "ninth" or "ninths" => 9,
        "tenth" or "tenths" => 10,
        "twentieth" => 20,
        _ => 0,
    };
}
