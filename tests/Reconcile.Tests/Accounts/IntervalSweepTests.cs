using System.Globalization;
using Xunit;

namespace Reconcile.Tests.Accounts;

/// <summary>Disputes about one quantity are swept, all others searched: both must find the same conflicts and accounts with the same weights.</summary>
public class IntervalSweepTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_neighbour_of_which_nobody_speaks_changes_no_conflict_and_no_account(int seed)
    {
        var dossier = Drawn(seed);
        var swept = dossier.Reconcile();
        var searched = dossier.Relate("killed <= present").Reconcile();

        Assert.Equal(Accounts(swept), Accounts(searched));
        Assert.Equal(Conflicts(swept), Conflicts(searched));
        Assert.All(Weights(swept).Zip(Weights(searched)), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void Most_seeds_have_a_dispute() => Assert.True(Enumerable.Range(0, 200).Count(seed => Drawn(seed).Reconcile().Disputes.Count > 0) > 100);

    private static Dossier Drawn(int seed)
    {
        var random = new Random(seed);
        var dossier = Dossier.Create();
        for (var i = 0; i < 12; i++) dossier = dossier.Source("s" + i.ToString(CultureInfo.InvariantCulture), (Reliability)random.Next(6));
        var claims = random.Next(3, 9);
        for (var i = 0; i < claims; i++)
        {
            var value = Math.Round(100 * Math.Pow(2.2, random.Next(6))) + random.Next(20);
            var figure = random.Next(5) switch { 0 => Figure.AtLeast(value), 1 => Figure.AtMost(value), 2 => Figure.Interval(value, 0.8 * value, 1.3 * value), _ => Figure.About(value) };
            dossier = dossier.Claim("killed", figure, "s" + random.Next(12).ToString(CultureInfo.InvariantCulture));
        }

        return dossier;
    }

    private static string[] Accounts(Reconciliation result) =>
        [.. result.Disputes.SelectMany(dispute => dispute.Accounts).Select(account => string.Join(' ', account.Accepts.Select(claim => claim.Id)) + " | " + string.Join(' ', account.Rejects.Select(claim => claim.Id)))];

    private static string[] Conflicts(Reconciliation result) =>
        [.. result.Disputes.SelectMany(dispute => dispute.Conflicts).Select(conflict => string.Join(' ', conflict.Claims.Select(claim => claim.Id))).Order(StringComparer.Ordinal)];

    private static double[] Weights(Reconciliation result) => [.. result.Disputes.SelectMany(dispute => dispute.Accounts.Select(account => account.Weight).Append(dispute.Doubt))];
}
