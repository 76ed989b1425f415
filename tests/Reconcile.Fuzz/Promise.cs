using System.Globalization;
using System.Text.RegularExpressions;

namespace Reconcile.Fuzz;

/// <summary>What holds for every reader.</summary>
internal static partial class Promise
{
    private const int LongestMessage = 2000;

    /// <summary>Points for thousands and a comma for decimals, built by hand: a machine without culture data has no "de-DE".</summary>
    private static readonly CultureInfo OtherCulture = Other();

    public static void Holds(bool condition, string otherwise)
    {
        if (!condition) throw new BrokenPromiseException(otherwise);
    }

    /// <summary>A message is a sentence on one line of bounded length, without what a terminal would act on.</summary>
    public static void IsPlain(string? message)
    {
        Holds(!string.IsNullOrWhiteSpace(message), "the message is empty");
        Holds(message!.Length <= LongestMessage, $"the message has {message.Length} characters");
        Holds(!message.Any(char.IsControl), $"the message holds a control character: {message}");
        Holds(!message.Contains("Exception", StringComparison.Ordinal), $"the message speaks of exceptions: {message}");
        Holds(message[^1] is '.' or '?' or ')' or '"', $"the message has no end: {message}");
        for (var i = 0; i < message.Length; i++)
        {
            if (!char.IsSurrogate(message[i])) continue;
            Holds(char.IsSurrogatePair(message, i), $"the message holds half a character: {message}");
            i++;
        }
    }

    /// <summary>The column that a message names stands in the text or just behind it.</summary>
    public static void NamesColumn(string message, int length)
    {
        var match = Column().Match(message);
        Holds(match.Success, $"the message names no column: {message}");
        var column = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        Holds(column >= 1 && column <= length + 1, $"column {column} in a text of {length}: {message}");
    }

    /// <summary>The same under a culture that writes numbers in another way.</summary>
    public static void SameInOtherCulture<TResult>(Func<TResult> read, TResult expected)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = OtherCulture;
        try
        {
            var found = read();
            Holds(Equals(found, expected), $"another culture gives another answer: {found}, not {expected}");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>A message without its quotations and numbers.</summary>
    public static string Outline(string message) => Varying().Replace(message, "·");

    [GeneratedRegex(@"column (\d+)")]
    private static partial Regex Column();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|\\d+|[^ -~]")]
    private static partial Regex Varying();

    private static CultureInfo Other()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "−";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        return culture;
    }
}
