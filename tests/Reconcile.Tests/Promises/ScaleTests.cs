using System.Globalization;
using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

public class ScaleTests
{
    /// <summary>Part of the width of a range, whose ends are found on a grid: rounding decides where that begins and ends.</summary>
    private const double Tolerance = 3e-2;

    [Promise(typeof(DisputedDossiers))]
    public void Multiplying_all_figures_by_a_power_of_ten_multiplies_the_estimates(Dossier dossier) => Holding.Check(dossier, _ =>
    {
        // From hundreds of thousands on.
        var (large, larger) = (Times(dossier, 1e5).Reconcile(), Holding.Again(Times(dossier, 1e7)));
        Assert.Equal(Conflicts(large), Conflicts(larger));
        Assert.Equal(large.Disputes.Select(Accounts), larger.Disputes.Select(Accounts));
        foreach (var estimate in large.Estimates)
        {
            var other = larger[estimate.Quantity.Id];
            var width = (estimate.High - estimate.Low) ?? Math.Abs(estimate.Low ?? estimate.High ?? 0);
            foreach (var (a, b) in new[] { (estimate.Low, other.Low), (estimate.Best, other.Best), (estimate.High, other.High) })
            {
                Assert.True(a is null ? b is null : Math.Abs(a.Value - (b!.Value / 100)) <= (Tolerance * width) + 1, $"{estimate.Quantity.Id}: 100 × {a:R} became {b:R}, width {width:R}");
            }
        }
    });

    private static IEnumerable<string> Conflicts(Reconciliation result) => result.Conflicts.Select(conflict => $"{conflict.Severity} {Ids(conflict.Claims)}");

    private static string Accounts(Dispute dispute) =>
        string.Join(" / ", dispute.Accounts.Select(account => string.Create(CultureInfo.InvariantCulture, $"{account.Weight:F6} without {Ids(account.Rejects)}")));

    private static string Ids(IEnumerable<Claim> claims) => string.Join(' ', claims.Select(claim => claim.Id));

    internal static Dossier Times(Dossier dossier, double factor) => dossier.With(
        [.. dossier.Claims.Select(claim => claim.Figure.IsShare ? claim : claim with { Figure = Times(claim.Figure, factor) })],
        relations: [.. dossier.Relations.Select(relation => relation with { Rule = Times(relation.Rule, factor) })],
        quantities: [.. dossier.Quantities.Select(quantity => quantity with { Min = quantity.Min * factor, Max = quantity.Max * factor })]);

    /// <summary>A number that stands alone is one of the figures; one that multiplies a quantity is not.</summary>
    private static string Times(string rule, double factor)
    {
        var words = rule.Split(' ');
        for (var i = 1; i < words.Length; i++)
        {
            var isFactor = (i + 1 < words.Length && words[i + 1] is "*" or "%") || words[i - 1] == "within";
            if (char.IsAsciiDigit(words[i][0]) && !isFactor) words[i] = Digits(factor * double.Parse(words[i], CultureInfo.InvariantCulture));
        }

        return string.Join(' ', words);
    }

    private static Figure Times(Figure figure, double factor) => figure.Hedge switch
    {
        Hedge.About => Figure.About(factor * figure.Value!.Value),
        Hedge.AtLeast => Figure.AtLeast(factor * figure.Low!.Value),
        Hedge.AtMost => Figure.AtMost(factor * figure.High!.Value),
        Hedge.Between => Figure.Between(factor * figure.Low!.Value, factor * figure.High!.Value),
        Hedge.Interval => Figure.Interval(factor * figure.Value!.Value, factor * figure.Low!.Value, factor * figure.High!.Value),
        Hedge.Nearly => Figure.Parse("nearly " + Digits(factor * figure.Value!.Value)),
        Hedge.JustOver => Figure.Parse("just over " + Digits(factor * figure.Value!.Value)),
        _ => Figure.Parse(Digits(factor * figure.Value!.Value)),
    };

    private static string Digits(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
