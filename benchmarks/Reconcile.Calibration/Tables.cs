using System.Globalization;
using System.Text;

namespace Reconcile.Calibration;

/// <summary>The measurements as tables of Markdown.</summary>
internal static class Tables
{
    private static readonly double[] Levels = [0.5, 0.9, 0.95];

    /// <summary>The levels that <see cref="Of(Measurement)"/> needs beside the default.</summary>
    public static IEnumerable<double> OtherLevels => Levels.Where(level => level != Measurement.Level);

    /// <summary>Coverage, its parts, claims and accounts.</summary>
    public static string Of(Measurement measured)
    {
        var text = new StringBuilder();
        Coverage(text, measured);
        Parts(text, measured);
        Claims(text, measured);
        Accounts(text, measured);
        return text.ToString();
    }

    /// <summary>One line for each scenario.</summary>
    public static string Of(IEnumerable<(Scenario Scenario, Measurement Measured)> scenarios)
    {
        var text = new StringBuilder();
        Row(text, "world", "inside 90 %: no wrong claim", "clean", "all", "precision", "recall", "leading accounts: mean weight", "all tolerable");
        Row(text, "---", "---", "---", "---", "---", "---", "---", "---");
        foreach (var (scenario, measured) in scenarios)
        {
            var free = Inside(measured.Estimates.Where(estimate => estimate.IsFree), Measurement.Level);
            var clean = Inside(measured.Estimates.Where(estimate => estimate.IsClean), Measurement.Level);
            var all = Inside(measured.Estimates, Measurement.Level);
            var leading = measured.Accounts.Where(account => account.IsLeading).ToArray();
            var (weight, right) = (leading.Average(account => account.Weight), Right(leading, account => account.IsTolerable));
            Row(text, scenario.Name, $"{free}", $"{clean}", $"{all}", $"{Precision(measured)}", $"{Recall(measured)}", Percent(weight), $"{right}");
        }

        return text.ToString();
    }

    /// <summary>How often the truth lies in the range of a level.</summary>
    public static Share Inside(IEnumerable<EstimateObservation> estimates, double level)
    {
        var share = new Share();
        foreach (var estimate in estimates) share.Add(estimate.Dossier, estimate.Inside[level]);
        return share;
    }

    /// <summary>How many of the rejected claims are not tolerable.</summary>
    public static Share Precision(Measurement measured)
    {
        var share = new Share();
        foreach (var claim in measured.Claims.Where(claim => claim.IsRejected)) share.Add(claim.Dossier, !claim.IsTolerable);
        return share;
    }

    /// <summary>How many of the claims that are not tolerable are rejected.</summary>
    public static Share Recall(Measurement measured)
    {
        var share = new Share();
        foreach (var claim in measured.Claims.Where(claim => !claim.IsTolerable)) share.Add(claim.Dossier, claim.IsRejected);
        return share;
    }

    /// <summary>How many accounts are right, in one sense or the other.</summary>
    public static Share Right(IEnumerable<AccountObservation> accounts, Func<AccountObservation, bool> isRight)
    {
        var share = new Share();
        foreach (var account in accounts) share.Add(account.Dossier, isRight(account));
        return share;
    }

    /// <summary>Mean squared difference of weight and outcome (Brier 1950).</summary>
    public static double Brier(IEnumerable<AccountObservation> accounts, Func<AccountObservation, bool> isRight) =>
        accounts.Average(account => Math.Pow(account.Weight - (isRight(account) ? 1 : 0), 2));

    private static void Coverage(StringBuilder text, Measurement measured)
    {
        Row(text, ["estimates", "number", .. Levels.Select(level => $"inside {Percent(level)}"), "width / truth: median", "mean"]);
        Row(text, ["---", "---", .. Levels.Select(_ => "---"), "---", "---"]);
        CoverageRow(text, "clean", measured.Estimates.Where(estimate => estimate.IsClean));
        CoverageRow(text, "not clean", measured.Estimates.Where(estimate => !estimate.IsClean));
        CoverageRow(text, "all", measured.Estimates);
        CoverageRow(text, "no wrong claim", measured.Estimates.Where(estimate => estimate.IsFree));
        text.Append('\n');
    }

    private static void CoverageRow(StringBuilder text, string name, IEnumerable<EstimateObservation> estimates)
    {
        var widths = estimates.Select(estimate => estimate.RelativeWidth).Order().ToArray();
        Row(text, [name, Number(widths.Length), .. Levels.Select(level => $"{Inside(estimates, level)}"), Decimal(widths[widths.Length / 2]), Decimal(widths.Average())]);
    }

    private static void Parts(StringBuilder text, Measurement measured)
    {
        Row(text, "estimates", "clean", "inside 90 %", "all", "inside 90 %");
        Row(text, "---", "---", "---", "---", "---");
        foreach (var saying in Enum.GetValues<Saying>()) PartRow(text, Names[saying], measured, estimate => estimate.Claims.Any(claim => claim.Saying == saying));
        PartRow(text, "bounds alone", measured, estimate => estimate.Claims.All(claim => claim.Saying is Saying.AtLeast or Saying.AtMost or Saying.CountedFloor));
        foreach (var grade in Enum.GetValues<Reliability>()) PartRow(text, $"grade {grade}", measured, estimate => estimate.Claims.Any(claim => claim.Grade == grade));
        PartRow(text, "one root", measured, estimate => estimate.Roots == 1);
        PartRow(text, "two roots", measured, estimate => estimate.Roots == 2);
        PartRow(text, "three roots or more", measured, estimate => estimate.Roots > 2);
        PartRow(text, "in no dispute", measured, estimate => !estimate.IsDisputed);
        PartRow(text, "in a dispute", measured, estimate => estimate.IsDisputed);
        text.Append('\n');
    }

    private static void PartRow(StringBuilder text, string name, Measurement measured, Func<EstimateObservation, bool> isPart)
    {
        var clean = Inside(measured.Estimates.Where(estimate => estimate.IsClean && isPart(estimate)), Measurement.Level);
        var all = Inside(measured.Estimates.Where(isPart), Measurement.Level);
        Row(text, name, Number(clean.Count), $"{clean}", Number(all.Count), $"{all}");
    }

    private static void Claims(StringBuilder text, Measurement measured)
    {
        var (precision, recall) = (Precision(measured), Recall(measured));
        Row(text, "claims", "number", "share, %");
        Row(text, "---", "---", "---");
        Row(text, "of those rejected, not tolerable (precision)", Number(precision.Count), $"{precision}");
        Row(text, "of those not tolerable, rejected (recall)", Number(recall.Count), $"{recall}");
        text.Append('\n');
    }

    private static void Accounts(StringBuilder text, Measurement measured)
    {
        var leading = measured.Accounts.Where(account => account.IsLeading).ToArray();
        Row(text, "accounts", "number", "mean weight", "all tolerable", "Brier score", "none wrong", "Brier score");
        Row(text, "---", "---", "---", "---", "---", "---", "---");
        AccountRow(text, "leading", leading);
        AccountRow(text, "all", measured.Accounts);
        for (var tenth = 0; tenth < 10; tenth++)
        {
            var (low, high) = (tenth / 10.0, (tenth + 1) / 10.0);
            AccountRow(text, $"weight {Percent(low)} to {Percent(high)}", [.. measured.Accounts.Where(account => account.Weight >= low && account.Weight < high)]);
        }
    }

    private static void AccountRow(StringBuilder text, string name, IReadOnlyList<AccountObservation> accounts)
    {
        if (accounts.Count == 0) return;
        var weight = Percent(accounts.Average(account => account.Weight), 1);
        Row(text, [name, Number(accounts.Count), weight, .. Outcomes(accounts, account => account.IsTolerable), .. Outcomes(accounts, account => account.IsFree)]);
    }

    private static string[] Outcomes(IReadOnlyList<AccountObservation> accounts, Func<AccountObservation, bool> isRight) =>
        [$"{Right(accounts, isRight)}", Decimal(Brier(accounts, isRight))];

    private static readonly Dictionary<Saying, string> Names = new()
    {
        [Saying.Plain] = "a bare number",
        [Saying.About] = "about",
        [Saying.AtLeast] = "at least",
        [Saying.AtMost] = "at most",
        [Saying.Range] = "a range",
        [Saying.Interval] = "an interval",
        [Saying.Counted] = "a count",
        [Saying.CountedFloor] = "at least, counted",
    };

    private static string Percent(double share, int decimals = 0) => (100 * share).ToString("F" + decimals, CultureInfo.InvariantCulture) + " %";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Decimal(double number) => number.ToString("F2", CultureInfo.InvariantCulture);

    private static void Row(StringBuilder text, params ReadOnlySpan<string> cells) => text.Append("| ").AppendJoin(" | ", cells!).Append(" |\n");
}
