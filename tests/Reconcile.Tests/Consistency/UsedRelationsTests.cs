using Xunit;

namespace Reconcile.Tests.Consistency;

/// <summary>A conflict names the relations that its contradiction uses, each by the side that it uses, and no others.</summary>
public class UsedRelationsTests
{
    private static readonly string[] Circle = ["c = a + b", "a <= d", "b <= 2 * d"];

    [Fact]
    public void In_a_circle_all_that_the_contradiction_needs()
    {
        Assert.Equal(["a <= d", "b <= 2 * d", "c = a + b"], Used([.. Circle, "c <= 9000", "d >= 1"], ("c", "at least 1,000"), ("d", "up to 100")));
        Assert.Equal(["b <= 2 * d"], Used([.. Circle, "c <= 9000"], ("b", "at least 900"), ("d", "up to 100")));
        Assert.Equal(["c = a + b"], Used([.. Circle, "c <= 9000"], ("b", "at least 900"), ("c", "up to 100")));
    }

    [Theory]
    [InlineData("at least 50", "troops <= 3 * brigades")]
    [InlineData("up to 5", "troops >= 2 * brigades")]
    public void Of_two_relations_over_the_same_quantities_the_one_that_is_broken(string troops, string broken)
    {
        string[] pair = ["troops >= 2 * brigades", "troops <= 3 * brigades"];

        Assert.Equal([broken], Used(pair, ("troops", troops), ("brigades", "10")));
        Assert.Equal([broken], Used([.. pair, "all = troops + others", "others <= brigades"], ("troops", troops), ("brigades", "10")));
    }

    [Theory]
    [InlineData("at least 200", "killed <= 100")]
    [InlineData("up to 20", "killed >= 50")]
    public void Of_two_limits_of_one_quantity_the_one_that_is_broken(string killed, string broken)
    {
        string[] limits = ["killed >= 50", "killed <= 100"];

        Assert.Equal([broken], Used(limits, ("killed", killed)));
        Assert.Equal([broken], Used([.. limits, "all = killed + wounded", "wounded <= hit", "killed <= hit"], ("killed", killed)));
    }

    [Theory]
    [InlineData("at least 200", "at least 400", "up to 100", "a + b <= 3 * d")]
    [InlineData("up to 10", "up to 20", "at least 100", "a + b >= 2 * d")]
    public void In_a_circle_too_the_side_that_is_broken(string part, string both, string d, string broken)
    {
        string[] relations = ["a + b >= 2 * d", "a + b <= 3 * d", "c = a + 2 * b", "c + d <= 90000"];

        Assert.Equal([broken], Used(relations, ("a", part), ("b", part), ("d", d)));
        Assert.Equal([broken], Used(relations, ("a + b", both), ("d", d)));
    }

    [Fact]
    public void A_sum_that_is_claimed_in_a_circle_stands_beside_relations()
    {
        Assert.Equal(["a <= d", "b <= 2 * d"], Used(Circle, ("a + b", "at least 1,000"), ("d", "up to 100")));
        Assert.Equal(["c = a + b"], Used(Circle, ("a + b", "at least 1,000"), ("c", "up to 100")));
        Assert.Equal(["a <= d"], Used(Circle, ("a / d", "150 %"), ("d", "at least 100")));
    }

    [Fact]
    public void Along_a_chain_of_relations_each_link()
    {
        Assert.Equal(["a <= b", "b <= c", "c <= 100"], Used(["a <= b", "b <= c", "c <= 100", "c >= 10"], ("a", "at least 500")));
        Assert.Equal(["a <= b", "a >= 10", "b <= c"], Used(["a <= b", "b <= c", "a >= 10", "a <= 400"], ("c", "up to 2")));
    }

    [Fact]
    public void Relations_of_what_has_no_part_in_it_are_not_named() =>
        Assert.Equal(["all = killed + wounded"], Used(["all = killed + wounded", "wounded <= hit", "hit = shot + burnt"], ("all", "up to 100"), ("killed", "at least 900"), ("shot", "50")));

    private static string[] Used(string[] relations, params (string Quantity, string Figure)[] claims)
    {
        var dossier = relations.Aggregate(Dossier.Create(), static (all, rule) => all.Relate(rule));
        for (var i = 0; i < claims.Length; i++) dossier = dossier.Claim(claims[i].Quantity, claims[i].Figure, "source " + i);
        var conflict = Assert.Single(dossier.Reconcile().Conflicts, static conflict => conflict.Severity == ConflictSeverity.Conflict);
        return [.. conflict.Relations.Select(static relation => relation.Rule).Order(StringComparer.Ordinal)];
    }
}
