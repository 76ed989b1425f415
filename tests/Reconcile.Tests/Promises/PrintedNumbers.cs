using System.Globalization;
using System.Text.RegularExpressions;

namespace Reconcile.Tests.Promises;

/// <summary>The numbers that a reader sees, read back from the line of an estimate: <c>killed: 400 (347–453), low confidence</c>.</summary>
internal sealed partial record PrintedNumbers(double? Low, double? Best, double? High)
{
    public static PrintedNumbers Of(Estimate estimate)
    {
        var match = Line().Match(estimate.ToString());
        if (!match.Success) return new PrintedNumbers(null, null, null);
        var ends = match.Groups["range"].Value.Split(["–", " to "], StringSplitOptions.None);
        return new PrintedNumbers(Number(ends[0]), Number(match.Groups["best"].Value), Number(ends[^1]));
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@": (?<best>\S+) \((?<range>[^()]*)\), \w+ confidence$")]
    private static partial Regex Line();
}
