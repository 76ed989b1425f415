using Xunit;

namespace Reconcile.Tests.Accounts;

/// <summary>Which accounts are kept, by a sweep where one quantity stands alone and by a search where a relation joins it to another.</summary>
public class AccountLimitsTests
{
    private static readonly (string Figure, Reliability Grade)[] TwoAndThree = [("100", Reliability.A), ("300", Reliability.A), ("900", Reliability.C), ("2,700", Reliability.C), ("8,100", Reliability.C)];

    [Theory]
    [InlineData(5, 5, false)]
    [InlineData(4, 2, true)]
    [InlineData(3, 2, true)]
    [InlineData(2, 2, true)]
    [InlineData(1, 2, true)]
    public void Accounts_of_one_weight_are_kept_or_cut_together(int most, int kept, bool isCut)
    {
        Assert.Equal((kept, isCut), Count(most, isJoined: false, TwoAndThree));
        Assert.Equal((kept, isCut), Count(most, isJoined: true, TwoAndThree));
    }

    [Theory]
    [InlineData(5, 3, 5, false)]
    [InlineData(6, 3, 6, false)]
    [InlineData(7, 3, 3, true)]
    [InlineData(7, 4, 7, false)]
    [InlineData(3, 1, 1, true)]
    public void Equals_that_are_more_than_the_limit_are_kept_whole_up_to_twice_as_many(int equals, int most, int kept, bool isCut)
    {
        Assert.Equal((kept, isCut), Count(most, isJoined: false, Equals(equals)));
        Assert.Equal((kept, isCut), Count(most, isJoined: true, Equals(equals)));
    }

    [Theory]
    [InlineData(5, 3, 6, false)]
    [InlineData(6, 3, 3, true)]
    [InlineData(2, 1, 1, true)]
    public void With_one_leader_all_its_equal_runners_up_are_shown_up_to_twice_the_limit(int equals, int most, int kept, bool isCut)
    {
        (string, Reliability)[] claims = [("50", Reliability.A), .. Equals(equals)];

        Assert.Equal((kept, isCut), Count(most, isJoined: false, claims));
        Assert.Equal((kept, isCut), Count(most, isJoined: true, claims));
    }

    /// <summary>Each part of a sum that is one part too many may be the wrong one: as many accounts as parts, and a light one in which the total is wrong.</summary>
    [Theory]
    [InlineData(5, 5, 5, true)]
    [InlineData(5, 3, 5, true)]
    [InlineData(7, 3, 3, true)]
    [InlineData(40, 32, 40, true)]
    public void A_search_keeps_and_cuts_equals_as_a_sweep_does(int parts, int most, int kept, bool isCut)
    {
        var dossier = Dossier.Create().Relate($"total = {string.Join(" + ", Enumerable.Range(0, parts).Select(i => $"p{i}"))}").Source(new Source { Id = "census", RelativeError = 0, Accuracy = 0.88 });
        for (var i = 0; i < parts; i++) dossier = dossier.Source(new Source { Id = $"s{i}", RelativeError = 0 }).Claim($"p{i}", Figure.Exactly(100), $"s{i}");
        var result = new Reconciler(new ReconcileOptions { MaxAccounts = most }).Reconcile(dossier.Claim("total", Figure.Exactly(100 * (parts - 1)), "census"));

        Assert.Equal((kept, isCut), (Assert.Single(result.Disputes).Accounts.Count, result.Warnings.Any(static warning => warning.Code == "RC220")));
    }

    /// <summary>A pair over two quantities has two accounts, and nothing is left to look at when both are found.</summary>
    [Fact]
    public void A_cut_of_the_last_accounts_is_said_too()
    {
        var dossier = Dossier.Create().Relate("killed <= hit").Source("a", Reliability.B).Source("b", Reliability.C).Claim("killed", "900", "a").Claim("hit", "100", "b");
        var result = new Reconciler(new ReconcileOptions { MaxAccounts = 1 }).Reconcile(dossier);

        Assert.Single(Assert.Single(result.Disputes).Accounts);
        Assert.Contains(result.Warnings, static warning => warning.Code == "RC220");
    }

    [Fact]
    public void The_runner_up_is_shown_however_light_and_with_its_equals_but_nothing_lighter()
    {
        (string, Reliability)[] strong = [("100", Reliability.A), ("100", Reliability.A), ("100", Reliability.A)];

        foreach (var isJoined in (bool[])[false, true])
        {
            Assert.Equal((2, false), Count(50, isJoined, [.. strong, ("300", Reliability.D), ("2,000", Reliability.E)]));
            Assert.Equal((3, false), Count(50, isJoined, [.. strong, ("300", Reliability.D), ("900", Reliability.D), ("5,000", Reliability.E)]));
        }
    }

    /// <summary>25 rivals of one quantity make 300 pairs.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(24)]
    public void Of_very_many_conflicts_each_claim_shows_the_one_with_its_dearest_opponent(int dearest)
    {
        var dossier = Dossier.Create();
        for (var i = 0; i < 25; i++) dossier = dossier.Source($"s{i}", i == dearest ? Reliability.A : Reliability.C).Claim("killed", Figure.Exactly(Math.Round(1000 * Math.Pow(1.5, i))), $"s{i}");
        var result = dossier.Reconcile();
        var conflicts = result.Conflicts.Where(static conflict => conflict.Severity == ConflictSeverity.Conflict).Select(static conflict => conflict.Claims.Select(static claim => int.Parse(claim.Source.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToList();

        Assert.Contains(result.Warnings, static warning => warning.Code == "RC222");
        // The dearest claim itself has two opponents of one cost nearest in order; all others show it.
        Assert.All(Enumerable.Range(0, 25).Where(i => i != dearest), i => Assert.Contains(conflicts, pair => pair.Contains(i) && pair.Contains(dearest)));
        Assert.All(conflicts, pair => Assert.Equal(pair.Order(), pair));
        Assert.InRange(conflicts.Count, 24, 25);
    }

    private static (string Figure, Reliability Grade)[] Equals(int count) => [.. Enumerable.Range(1, count).Select(i => ($"{(int)Math.Pow(4, i + 3)}", Reliability.C))];

    private static (int Accounts, bool IsCut) Count(int most, bool isJoined, (string Figure, Reliability Grade)[] claims)
    {
        var dossier = Dossier.Create();
        for (var i = 0; i < claims.Length; i++) dossier = dossier.Source($"s{i}", claims[i].Grade).Claim("killed", claims[i].Figure, $"s{i}");
        if (isJoined) dossier = dossier.Relate("killed <= hit").Source("camp", Reliability.C).Claim("hit", "at least 50,000", "camp");
        var result = new Reconciler(new ReconcileOptions { MaxAccounts = most }).Reconcile(dossier);
        return (Assert.Single(result.Disputes).Accounts.Count, result.Warnings.Any(static warning => warning.Code == "RC220"));
    }
}
