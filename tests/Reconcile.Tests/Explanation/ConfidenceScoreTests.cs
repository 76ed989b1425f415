using Xunit;

namespace Reconcile.Tests.Explanation;

public class ConfidenceScoreTests
{
    /// <summary>The readings of neighbouring whole numbers meet at one point, where neither is meant.</summary>
    [Theory]
    [InlineData("none", "1")]
    [InlineData("1", "2")]
    [InlineData("11", "12")]
    public void Neighbouring_whole_numbers_do_not_agree(string one, string other)
    {
        var dossier = Dossier.Create().Claim(new Claim { Quantity = "killed", Figure = Figure.Parse(one), Source = "police", Credibility = Credibility.Confirmed }).Claim("killed", other, "hospital");
        var result = dossier.Reconcile();

        Assert.Equal(ConflictSeverity.Discrepancy, Assert.Single(result.Conflicts).Severity);
        Assert.Contains("±0 taken at their word no two roots agree: hospital and police", result["killed"].Reasons);
        Assert.Contains(result.Warnings, warning => warning.Code == "RC201");
    }

    /// <summary>Seven to eight thousand, 7,779 and 8,372 by a count: the two that agree do not agree with what comes out.</summary>
    [Fact]
    public void An_old_claim_is_the_newest_of_all_or_of_those_that_are_accepted()
    {
        var old = Dossier.Create().WithAsOf(new DateOnly(2025, 3, 1)).Quantity("killed", QuantityKind.Total).Source("a", Reliability.A).Source("e", Reliability.E).Claim("killed", "316", "a", new DateOnly(2024, 1, 12));
        var disputed = old.Claim("killed", "158", "e", new DateOnly(2025, 1, 1));

        Assert.Contains("−1 the newest claim, of 12 January 2024, is over 180 days old", old.Reconcile()["killed"].Reasons);
        Assert.Contains("−1 the newest accepted claim, of 12 January 2024, is over 180 days old", disputed.Reconcile()["killed"].Reasons);
    }

    [Fact]
    public void Roots_that_agree_on_another_value_than_the_estimate_do_not_support_it()
    {
        var dead = Dossier.Create().Source("institute", Reliability.B).Source("court", Reliability.F).Source("federation", Reliability.B)
            .Claim("dead", "7,000 to 8,000", "institute").Claim("dead", "7,779", "court")
            .Claim(new Claim { Quantity = "dead", Figure = Figure.Parse("8,372"), Source = "federation", Basis = Basis.Count }).Reconcile()["dead"];

        Assert.True(dead.Low > 8_000, dead.ToString());
        Assert.DoesNotContain(dead.Reasons, reason => reason.StartsWith("+1 two independent roots", StringComparison.Ordinal));
    }

    /// <summary>A wide or doubted claim of the day had taken its root out of the agreement, and the other one was called the only one not doubted.</summary>
    [Fact]
    public void What_a_root_said_before_agrees_where_its_claim_of_the_day_is_wide_or_doubted()
    {
        var (first, second) = (new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 2));
        var stock = Dossier.Create().Quantity("troops", QuantityKind.Stock).Claim("troops", "1,010", "staff", first).Claim("troops", "1,015", "agency", second);
        var doubted = new Claim { Quantity = "troops", Figure = Figure.Parse("1,020"), Source = "staff", Reported = second, Credibility = Credibility.Doubtful };

        foreach (var dossier in (Dossier[])[stock, stock.Claim("troops", "900 to 4,000", "staff", second), stock.Claim(doubted)])
        {
            Assert.Contains("+1 two independent roots agree: agency and staff", dossier.Reconcile()["troops"].Reasons);
        }

        var alone = Dossier.Create().Quantity("troops", QuantityKind.Stock).Claim("troops", "1,010", "staff", first).Claim(doubted).Reconcile()["troops"];
        Assert.Contains("−1 one root only: staff", alone.Reasons);
    }

    [Fact]
    public void What_nothing_limits_is_told_from_what_is_limited_on_one_side()
    {
        var result = Dossier.Create().Relate("dead <= cases").Relate("hurt <= 2 * hurt + saved").Claim("dead", "100", "a").Reconcile();

        Assert.Contains("−1 one side is open", result["cases"].Reasons);
        Assert.Contains("−1 nothing that was said limits it", result["saved"].Reasons);
    }

    [Fact]
    public void A_root_beside_doubted_ones_is_not_called_the_only_one()
    {
        var killed = Dossier.Create().Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("about 500"), Source = "ngo", Credibility = Credibility.Doubtful }).Claim("killed", "480", "blog").Reconcile()["killed"];

        Assert.Contains("−1 one root only that is neither doubted nor leaves it open: blog", killed.Reasons);
    }

    [Fact]
    public void Words_that_leave_a_figure_open_agree_with_nobody()
    {
        var dossier = Dossier.Create().Source("a", Reliability.B).Source("b", Reliability.F).Source("c", Reliability.F);
        foreach (var source in new[] { "a", "b", "c" }) dossier = dossier.Claim("killed", "realistic possibility of 400", source);
        var killed = dossier.Reconcile()["killed"];

        Assert.NotEqual(Confidence.High, killed.Confidence);
        Assert.DoesNotContain(killed.Reasons, reason => reason.StartsWith('+'));
    }

    [Fact]
    public void What_is_doubted_agrees_with_nobody_and_the_reasons_name_who_said_it()
    {
        static Claim Doubted(string source, string figure) => new() { Quantity = "killed", Figure = Figure.Parse(figure), Source = source, Credibility = Credibility.Doubtful };

        Assert.Contains("±0 what is doubted or left open agrees with nobody: x and y", Dossier.Create().Claim(Doubted("x", "400")).Claim(Doubted("y", "400")).Reconcile()["killed"].Reasons);
        Assert.Contains("−1 one root only gives a value: x", Dossier.Create().Claim(Doubted("x", "400")).Claim(Doubted("y", "at least 100")).Reconcile()["killed"].Reasons);
    }

    [Fact]
    public void An_increment_may_be_the_newest_claim()
    {
        var killed = Dossier.Create().WithAsOf(new DateOnly(2025, 1, 1)).Quantity("killed", QuantityKind.Total).Claim("killed", "100", "a", new DateOnly(2024, 1, 1))
            .Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("300"), Source = "a", During = new Period(new DateOnly(2024, 1, 2), new DateOnly(2024, 12, 31)) }).Reconcile()["killed"];

        Assert.DoesNotContain(killed.Reasons, reason => reason.Contains("days old", StringComparison.Ordinal));
    }

    [Fact]
    public void Increments_that_give_only_a_floor_are_no_silence()
    {
        var killed = Dossier.Create().Quantity("killed", QuantityKind.Total)
            .Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("30"), Source = "a", During = new Period(new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 31)) })
            .Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("20"), Source = "a", During = new Period(new DateOnly(2024, 2, 1), new DateOnly(2024, 2, 29)) })
            .Reconcile()["killed"];

        Assert.DoesNotContain(killed.Reasons, reason => reason.Contains("no claim bears on it", StringComparison.Ordinal));
    }

    [Fact]
    public void The_newest_claim_may_be_a_floor()
    {
        var killed = Dossier.Create().WithAsOf(new DateOnly(2025, 1, 1)).Quantity("killed", QuantityKind.Total)
            .Claim("killed", "10", "a", new DateOnly(2023, 12, 1)).Claim("killed", "at least 12", "b", new DateOnly(2024, 12, 31)).Reconcile()["killed"];

        Assert.DoesNotContain(killed.Reasons, reason => reason.Contains("days old", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-1,000")]
    [InlineData("1,000")]
    public void A_narrow_range_below_zero_is_as_narrow_as_one_above(string figure)
    {
        var result = Dossier.Create()
            .Quantity(new Quantity { Id = "change", Min = null })
            .Claim("change", figure, "a")
            .Reconcile();

        Assert.DoesNotContain(result["change"].Reasons, reason => reason.Contains("factor of 2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_counted_floor_does_not_support_the_value_above_it()
    {
        var floor = new Claim { Quantity = "killed", Figure = Figure.Parse("at least 12"), Source = "names", Basis = Basis.Count };
        var dossier = Dossier.Create().Source("names", Reliability.B).Source("wire", Reliability.B).Claim(floor);

        Assert.Contains(dossier.Reconcile()["killed"].Reasons, reason => reason.StartsWith("+1 counted by", StringComparison.Ordinal));
        Assert.DoesNotContain(dossier.Claim("killed", "about 600", "wire").Reconcile()["killed"].Reasons, reason => reason.Contains("counted", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Credibility.Doubtful)]
    [InlineData(Credibility.Improbable)]
    public void A_doubtful_item_that_agrees_is_no_second_root(Credibility credibility)
    {
        var dossier = Dossier.Create().Claim("killed", "400", "a");
        var claim = new Claim { Quantity = "killed", Figure = Figure.Parse("400"), Source = "b" };
        var believed = dossier.Claim(claim).Reconcile()["killed"];
        var doubted = dossier.Claim(claim with { Credibility = credibility }).Reconcile()["killed"];

        Assert.Equal((2, Confidence.Moderate), (believed.Roots, believed.Confidence));
        Assert.Equal((1, Confidence.Low), (doubted.Roots, doubted.Confidence));
    }

    /// <summary>Beside a root that has nearly all the information of a day, one that spoke of another day is no witness.</summary>
    [Fact]
    public void A_root_of_another_day_that_hardly_informs_a_total_is_no_second_root()
    {
        var day = new DateOnly(2025, 4, 24);
        var result = Dossier.Create().Quantity("killed", QuantityKind.Total).Source("police", Reliability.B).Source("channel", Reliability.E)
            .Claim("killed", "12", "police", day).Claim("killed", "5000", "channel", day.AddDays(2)).Reconcile();

        Assert.Equal((1, Confidence.Low), (result["killed"].Roots, result["killed"].Confidence));
        Assert.Contains("−1 no root is better than grade D", result["killed"].Reasons);
    }

    /// <summary>The estimate rose by four between the two days, but that is no word of either root.</summary>
    [Fact]
    public void Roots_that_say_the_same_on_neighbouring_days_agree()
    {
        var killed = Dossier.Create().Quantity("killed", QuantityKind.Total)
            .Claim("killed", "200", "ministry", new DateOnly(2025, 3, 1)).Claim("killed", "254", "ministry", new DateOnly(2025, 3, 5)).Claim("killed", "254", "agency", new DateOnly(2025, 3, 6))
            .Reconcile()["killed"];

        Assert.Contains("+1 two independent roots agree: agency and ministry", killed.Reasons);
    }

    [Fact]
    public void What_a_root_said_before_does_not_agree_in_place_of_what_it_says_of_the_day()
    {
        var killed = Dossier.Create().Quantity("killed", QuantityKind.Total)
            .Claim("killed", "1,000", "ministry", new DateOnly(2025, 3, 1)).Claim("killed", "1,000", "ministry", new DateOnly(2025, 3, 20)).Claim("killed", "1,200", "agency", new DateOnly(2025, 3, 20))
            .Reconcile()["killed"];

        Assert.Contains("±0 taken at their word no two roots agree: agency and ministry", killed.Reasons);
    }

    [Fact]
    public void A_projection_of_another_day_is_no_second_root()
    {
        var day = new DateOnly(2025, 3, 1);
        var killed = Dossier.Create().Quantity("killed", QuantityKind.Total).WithAsOf(day).Claim("killed", "400", "a", day)
            .Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("about 410"), Source = "b", AsOf = day.AddDays(10), Basis = Basis.Projection }).Reconcile()["killed"];

        Assert.Equal(1, killed.Roots);
    }

    [Fact]
    public void Roots_that_do_not_agree_are_named()
    {
        var killed = Dossier.Create().Claim("killed", "471", "police").Claim("killed", "520", "ministry").Reconcile()["killed"];

        Assert.Equal(["±0 taken at their word no two roots agree: ministry and police"], killed.Reasons);
    }

    [Fact]
    public void Of_many_roots_that_agree_the_first_are_named()
    {
        var killed = Enumerable.Range(1, 6).Aggregate(Dossier.Create(), static (dossier, i) => dossier.Claim("killed", Figure.About(400), "k" + i)).Reconcile()["killed"];

        Assert.Contains("+1 six independent roots agree: k1, k2, k3, k4 and others", killed.Reasons);
    }

    [Theory]
    [InlineData(130, false)]
    [InlineData(1_000, true)]
    public void A_dispute_contests_another_quantity_only_where_it_moves_it_by_something(double rival, bool isContested)
    {
        var result = Dossier.Create().Relate("total = killed + wounded")
            .Claim("killed", Figure.Exactly(100), "a").Claim("killed", Figure.Exactly(rival), "b").Claim("wounded", "about 3,000", "c").Claim("total", "about 3,100", "d").Reconcile();

        Assert.Single(result.Disputes);
        Assert.Contains(result["killed"].Reasons, static reason => reason.Contains("contested", StringComparison.Ordinal));
        Assert.Equal(isContested, result["wounded"].Reasons.Any(static reason => reason.Contains("contested", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("hundreds", "100 to 1,000", Confidence.Low)]
    [InlineData("300 to 500", "about 410", Confidence.High)]
    public void Vague_words_confirm_no_number(string second, string third, Confidence confidence)
    {
        var estimate = Dossier.Create()
            .Source(new Source { Id = "e", Reliability = Reliability.E }).Source(new Source { Id = "b", Reliability = Reliability.B }).Source(new Source { Id = "c" })
            .Claim("killed", "412", "e").Claim("killed", second, "b").Claim("killed", third, "c").Reconcile()["killed"];

        Assert.Equal(confidence, estimate.Confidence);
        if (confidence == Confidence.Low) Assert.Contains(estimate.Reasons, static reason => reason.Contains("one root only gives a value: e", StringComparison.Ordinal));
    }

    [Fact]
    public void Those_whose_parts_make_up_most_of_a_sum_are_named_beside_the_one_who_states_it()
    {
        var all = Dossier.Create().Relate("all = a + b + c").Source("tv", Reliability.D).Source("army", Reliability.C).Source("police", Reliability.C).Source("mayor", Reliability.C)
            .Claim("a", "30", "army").Claim("b", "20", "police").Claim("c", "15", "mayor").Claim("all", "90", "tv").Reconcile()["all"];

        Assert.Equal(3, all.Roots);
        Assert.Contains("±0 what army and police say of other quantities weighs more than what tv says of it", all.Reasons);
        Assert.DoesNotContain(all.Reasons, reason => reason.StartsWith("−1 one root only", StringComparison.Ordinal) || reason.StartsWith("−1 no root is better", StringComparison.Ordinal));
    }

    /// <summary>What is doubted bears on the quantity too, but is no reason to say that others weigh more.</summary>
    [Fact]
    public void Others_are_named_only_where_they_weigh_more_than_those_who_state_it()
    {
        var doubted = new Claim { Quantity = "k", Figure = Figure.Parse("exactly 200"), Source = "blog", Credibility = Credibility.Improbable };
        var k = Dossier.Create().Relate("t = k + w").Claim(doubted).Claim("k", "exactly 200", "staff").Claim("t", "exactly 300", "agency").Claim("w", "exactly 100", "press").Reconcile()["k"];

        Assert.Contains("−1 one root only that is neither doubted nor leaves it open: staff", k.Reasons);
        Assert.DoesNotContain(k.Reasons, reason => reason.Contains("of other quantities", StringComparison.Ordinal));
    }

    [Fact]
    public void A_range_of_whole_numbers_spans_what_is_shown()
    {
        var tally = Dossier.Create().Quantity(new Quantity { Id = "killed", Whole = true }).Source("one", Reliability.B).Source("other", Reliability.B).Claim("killed", "3", "one").Claim("killed", "5", "other").Reconcile()["killed"];

        Assert.Equal((3.0, 5.0), (tally.Low, tally.High));
        Assert.DoesNotContain("−1 the range spans more than a factor of 2", tally.Reasons);
    }

    /// <summary>A sweep: in quadratic time these took minutes.</summary>
    [Fact]
    public void Twenty_thousand_roots_that_agree_are_counted_at_once()
    {
        var killed = Dossier.Create().WithClaims(Enumerable.Range(0, 20_000).Select(i => new Claim { Quantity = "killed", Figure = Figure.About(400 + (i % 3)), Source = $"source {i}" })).Reconcile()["killed"];

        Assert.Contains(killed.Reasons, reason => reason.StartsWith("+1 20,000 independent roots agree", StringComparison.Ordinal) || reason.StartsWith("+1 20000 independent roots agree", StringComparison.Ordinal));
    }

    [Fact]
    public void What_could_hold_and_lies_outside_the_range_all_the_same_lowers_confidence()
    {
        const string Outside = "−1 what minister said of it could hold, but lies outside the range even with its error";
        var dossier = Dossier.Create().Source(new Source { Id = "UN", Reliability = Reliability.B }).Source(new Source { Id = "minister" }).Relate("all = new + old").Claim("new", "655,000", "UN").Claim("all", "867,000", "UN");

        var result = dossier.Claim("old", "300,000 to 500,000", "minister").Reconcile();
        Assert.Equal(ConflictSeverity.Discrepancy, Assert.Single(result.Conflicts).Severity);
        Assert.Contains(Outside, result["old"].Reasons);
        Assert.DoesNotContain(Outside, result["new"].Reasons.Concat(result["all"].Reasons));
        // What lies within says nothing against it, nor does a source that is known to lean.
        Assert.DoesNotContain(Outside, dossier.Claim("old", "about 230,000", "minister").Reconcile()["old"].Reasons);
        Assert.DoesNotContain(Outside, dossier.Claim("old", "over 200,000", "minister").Reconcile()["old"].Reasons);
        Assert.DoesNotContain(Outside, dossier.Claim("old", "400,000", "minister").Interest(new Interest { Source = "minister", Tends = Tendency.Overstate }).Reconcile()["old"].Reasons);
    }
}
