using Xunit;

namespace Reconcile.Tests.Explanation;

/// <summary>"A cannot exceed B" is said only where relations say outright that A is at most B.</summary>
public class ConflictSentenceTests
{
    [Theory]
    [InlineData("dead <= cases", "dead", "251", "cases", "120", "dead, 251 (a) cannot exceed cases, 120 (b), as dead <= cases.")]
    [InlineData("cases = dead + alive", "dead", "251", "cases", "120", "dead, 251 (a) cannot stay within cases, 120 (b), as cases = dead + alive.")]
    [InlineData("dead + alive <= cases", "dead", "251", "cases", "120", "dead, 251 (a) cannot exceed cases, 120 (b), as dead + alive <= cases.")]
    [InlineData("dead = cases", "dead", "251", "cases", "120", "dead, 251 (a) cannot stay within cases, 120 (b), as dead = cases.")]
    [InlineData("dead <= 5% * cases", "dead", "251", "cases", "3,120", "cases, 3,120 (b) and dead, 251 (a) cannot both hold under dead <= 5% * cases.")]
    [InlineData("hurt >= 2 * dead", "hurt", "203", "dead", "151", "dead, 151 (b) and hurt, 203 (a) cannot both hold under hurt >= 2 * dead.")]
    [InlineData("troops = 3000 * brigades", "troops", "20,500", "brigades", "12", "brigades, 12 (b) and troops, 20,500 (a) cannot both hold under troops = 3000 * brigades.")]
    [InlineData("dead + hurt <= 320", "dead", "171", "hurt", "253", "dead, 171 (a) and hurt, 253 (b) cannot both hold under dead + hurt <= 320.")]
    public void A_pair_is_ordered_only_where_a_relation_orders_it(string rule, string first, string said, string second, string other, string sentence)
    {
        var result = Dossier.Create().Relate(rule).Claim(first, said, "a").Claim(second, other, "b").Reconcile();

        Assert.Equal(sentence, Assert.Single(result.Conflicts).Explanation, ignoreCase: true);
    }

    /// <summary>Who is no longer missing was rescued: it is the rescued that would have to fall.</summary>
    [Fact]
    public void A_stock_is_not_called_a_total_that_falls()
    {
        var first = new DateOnly(2025, 3, 1);
        var result = Dossier.Create().Quantity("aboard", QuantityKind.Fixed).Quantity("rescued", QuantityKind.Total).Quantity("missing", QuantityKind.Stock).Relate("aboard = rescued + missing")
            .Claim("aboard", "476", "a", first).Claim("missing", "304", "a", first.AddDays(1)).Claim("missing", "107", "b", first).Reconcile();

        Assert.Equal("missing, 107 (b, 1 March 2025) and 304 (a, 2 March 2025) cannot both hold, as aboard = rescued + missing, and totals never fall.", Assert.Single(result.Conflicts).Explanation);
    }

    [Theory]
    [InlineData("18,000 to 20,000", "\"18,000 to 20,000\"")]
    [InlineData("18,000–20,000", "18,000–20,000")]
    [InlineData("about 18,000", "about 18,000")]
    public void A_range_does_not_run_into_the_fall_of_a_total(string said, string printed)
    {
        var first = new DateOnly(2025, 3, 1);
        var result = Dossier.Create().Quantity("killed", QuantityKind.Total).Claim("killed", said, "mayor", first).Claim("killed", "3,166", "police", first.AddDays(1)).Reconcile();

        Assert.Equal($"killed, a total, cannot fall from {printed} (mayor, 1 March 2025) to 3,166 (police, 2 March 2025).", Assert.Single(result.Conflicts).Explanation);
    }

    [Theory]
    [InlineData(1, "the total before a period and what it adds must come to the total after it.")]
    [InlineData(2, "what several periods add must come to what was said of all of them, and to the totals before and after.")]
    public void An_increment_that_does_not_fit_says_what_has_to_add_up(int periods, string sentence)
    {
        var first = new DateOnly(2025, 3, 1);
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total).Claim("killed", "400", "a", first).Claim("killed", "1000", "b", first.AddDays(10 * periods));
        for (var i = 0; i < periods; i++) dossier = dossier.Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("50"), Source = $"c{i}", During = new Period(first.AddDays((10 * i) + 1), first.AddDays(10 * (i + 1))) });

        Assert.EndsWith(" cannot all hold: " + sentence, Assert.Single(dossier.Reconcile().Conflicts).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Relations_are_followed_from_one_to_the_next()
    {
        var result = Dossier.Create().Relate("named <= killed").Relate("casualties = killed + wounded").Claim("named", "at least 900", "a").Claim("casualties", "400", "b").Reconcile();

        Assert.Contains("named, at least 900 (a) cannot exceed casualties, 400 (b)", Assert.Single(result.Conflicts).Explanation, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_part_beside_one_that_may_be_negative_is_not_at_most_the_total()
    {
        Quantity[] quantities = [new() { Id = "arrived" }, new() { Id = "left" }, new() { Id = "saldo", Min = null, Max = 10 }];
        var result = quantities.Aggregate(Dossier.Create(), (dossier, quantity) => dossier.Quantity(quantity)).Relate("arrived = left + saldo")
            .Claim("left", "301", "a").Claim("arrived", "401", "b").Reconcile();

        Assert.DoesNotContain("cannot exceed", Assert.Single(result.Conflicts).Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("net = in - out", false)]
    [InlineData("in = net + out", true)]
    [InlineData("net + out = in", true)]
    [InlineData("\"in\" = net + out", true)]
    [InlineData("net + out - in = 0", true)]
    public void A_part_is_what_the_rule_adds_up(string rule, bool isPart)
    {
        var result = Dossier.Create().Relate(rule).Claim("in", "1,000", "a").Claim("out", "400", "a").Reconcile();

        Assert.Equal(isPart, result.Differences.Any(difference => difference.Kind == DifferenceKind.Definition));
    }
}
