using Xunit;

namespace Reconcile.Tests.Cases;

/// <summary>Sources that lean: what one side says of its own dead and of the enemy's. Numbers of reference are by quadrature over the toll and the bias.</summary>
public class InterestTests
{
    [Fact]
    public void Sides_that_lean_do_not_contradict_each_other()
    {
        var result = Barracks().Interest(Of("ministry", Tendency.Understate)).Interest(Of("enemy", Tendency.Overstate)).Reconcile();
        var killed = result["killed"];

        Assert.DoesNotContain(result.Conflicts, conflict => conflict.Severity == ConflictSeverity.Conflict);
        Assert.Empty(result.Disputes);
        Assert.InRange(killed.Best!.Value, 204 - 10, 204 + 10);
        Assert.InRange(killed.Low!.Value, 91.2 - 10, 91.2 + 10);
        Assert.InRange(killed.High!.Value, 301.2 - 10, 301.2 + 10);
    }

    [Fact]
    public void Without_interests_they_are_two_accounts()
    {
        var result = Barracks().Reconcile();

        var dispute = Assert.Single(result.Disputes);
        Assert.Equal(2, dispute.Accounts.Count);
        Assert.Equal(dispute.Accounts[0].Weight, dispute.Accounts[1].Weight, 1e-9);
        Assert.Collection(
            result["killed"].ByAccount.OrderBy(value => value.Best),
            value => Assert.InRange(value.Best!.Value, 92, 96),
            value => Assert.InRange(value.Best!.Value, 399, 401));
    }

    /// <summary>Most of what is known then comes from the limit, but the figure still says where below it: by quadrature 3.86, from 2.76 on.</summary>
    [Fact]
    public void A_figure_of_an_understater_just_below_the_limit_of_its_quantity_keeps_what_it_says()
    {
        var captured = Dossier.Create().Quantity(new Quantity { Id = "captured", Max = 5 }).Source("ministry", Reliability.E)
            .Claim("captured", "4 (3-5)", "ministry").Interest(Of("ministry", Tendency.Understate)).Reconcile()["captured"];

        Assert.InRange(captured.Best!.Value, 3.8, 3.95);
        Assert.InRange(captured.Low!.Value, 2.7, 2.85);
        Assert.Equal(5, captured.High);
    }

    [Fact]
    public void The_figure_of_an_overstater_alone_is_close_to_a_ceiling()
    {
        var killed = Dossier.Create().Claim("killed", "about 400", "enemy").Interest(Of("enemy", Tendency.Overstate)).Reconcile()["killed"];

        Assert.InRange(killed.Best!.Value, 238 - 10, 238 + 10);
        Assert.InRange(killed.Low!.Value, 57.7 - 5, 57.7 + 5);
        Assert.InRange(killed.High!.Value, 416 - 5, 416 + 5);
        Assert.Equal(Confidence.Low, killed.Confidence);
        Assert.Contains("−1 only interested parties speak: enemy (tends to overstate)", killed.Reasons);
    }

    [Fact]
    public void That_of_an_understater_alone_is_close_to_a_floor()
    {
        var killed = Dossier.Create().Claim("killed", "89", "ministry").Interest(Of("ministry", Tendency.Understate)).Reconcile()["killed"];

        Assert.InRange(killed.Best!.Value, 198 - 5, 198 + 5);
        Assert.InRange(killed.Low!.Value, 85.2 - 5, 85.2 + 5);
        Assert.InRange(killed.High!.Value, 301 - 10, 301 + 10);
    }

    [Theory]
    [InlineData(Tendency.Overstate, "about 30", "at most 100")] // A low ceiling that nothing contradicts
    [InlineData(Tendency.Understate, "about 300", "at least 100")]
    public void What_leaves_little_room_to_lean_is_almost_taken_at_its_word(Tendency tends, string figure, string bound)
    {
        var lone = Dossier.Create().Claim("killed", figure, "side").Interest(Of("side", tends)).Reconcile()["killed"];
        var free = Dossier.Create().Claim("killed", bound, "onlooker").Reconcile()["killed"];
        var both = Dossier.Create().Claim("killed", figure, "side").Claim("killed", bound, "onlooker").Interest(Of("side", tends)).Reconcile();

        // What it says against its interest closes the side that others leave open: an admission is nearly a floor, a small boast nearly a ceiling.
        Assert.Empty(both.Disputes);
        if (tends == Tendency.Overstate) Assert.True(both["killed"].High < 0.5 * free.High && lone.High < 1.2 * 30 + 5);
        else Assert.True(both["killed"].Low > 2 * free.Low && lone.Low > 0.8 * 300 - 5);
    }

    [Theory]
    [InlineData(Tendency.Understate, "about 400", "about 100")]
    [InlineData(Tendency.Overstate, "about 100", "about 400")]
    public void A_claim_against_interest_is_dearer_to_reject(Tendency tends, string against, string others)
    {
        var plain = Dossier.Create().Claim("killed", against, "side").Claim("killed", others, "onlooker");
        var result = plain.Interest(Of("side", tends)).Reconcile();
        var tied = plain.Reconcile();

        Assert.Equal(tied.Disputes[0].Accounts[0].Weight, tied.Disputes[0].Accounts[1].Weight, 1e-9);
        Assert.Equal("side", Assert.Single(result.Disputes[0].Accounts[0].Accepts).Source);
        // Its odds of holding are doubled, and so is its weight in proportion to the other, but for what may be wrong unseen.
        Assert.InRange(result.Disputes[0].Accounts[0].Weight / result.Disputes[0].Accounts[1].Weight, 1.5, 2);
        Assert.Contains("against its interest: taken alone it holds with a chance of 92 %, not 85 %", result.Verdicts[0].Because, StringComparison.Ordinal);
        Assert.Contains("against its interest", Unwrapped(result.ToString()), StringComparison.Ordinal);
        Assert.Contains("against its interest", result.ToMarkdown(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Tendency.Understate, "about 100", "at least 800")] // What is contradicted by more, says an understater with its interest
    [InlineData(Tendency.Overstate, "about 1,000", "at most 100")]
    public void A_claim_with_the_interest_gains_nothing(Tendency tends, string with, string others)
    {
        var plain = Dossier.Create().Claim("killed", with, "side").Claim("killed", others, "onlooker");
        var (leaning, tied) = (plain.Interest(Of("side", tends)).Reconcile(), plain.Reconcile());

        Assert.Equal(tied.Disputes[0].Accounts.Select(account => account.Weight), leaning.Disputes[0].Accounts.Select(account => account.Weight));
        Assert.DoesNotContain("against its interest", leaning.Verdicts[0].Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Nor_does_one_that_is_contradicted_from_both_sides_or_by_its_own_root_alone()
    {
        var middle = Dossier.Create().Interest(Of("side", Tendency.Understate))
            .Claim("killed", "about 400", "side").Claim("killed", "about 100", "onlooker").Claim("killed", "about 9,000", "enemy").Reconcile();
        var own = Dossier.Create().Interest(Of("side", Tendency.Understate)).Claim("killed", "about 400", "side").Claim("killed", "at most 100", "side").Reconcile();

        Assert.All(middle.Verdicts.Concat(own.Verdicts), verdict => Assert.DoesNotContain("against", verdict.Because, StringComparison.Ordinal));
    }

    [Fact]
    public void How_far_sources_lean_and_what_speaking_against_it_is_worth_is_a_matter_of_the_table()
    {
        var options = new ReconcileOptions { Grades = GradeTable.Default.WithInterests(greatestOverstatement: 2, leastUnderstatement: 0.8, againstInterestFactor: 1) };
        var over = Dossier.Create().Claim("killed", "about 400", "enemy").Interest(Of("enemy", Tendency.Overstate));
        var under = Dossier.Create().Claim("killed", "89", "ministry").Interest(Of("ministry", Tendency.Understate));
        var against = Dossier.Create().Claim("killed", "about 400", "side").Claim("killed", "about 100", "onlooker").Interest(Of("side", Tendency.Understate));
        var reconciler = new Reconciler(options);

        Assert.InRange(reconciler.Reconcile(over)["killed"].Low!.Value, 100, 120);
        Assert.InRange(reconciler.Reconcile(under)["killed"].High!.Value, 100, 125);
        var accounts = reconciler.Reconcile(against).Disputes[0].Accounts;
        Assert.Equal(accounts[0].Weight, accounts[1].Weight, 1e-9);
        // 0.85/2 of what it says, where the default table leaves 0.85/5.
        Assert.Single(reconciler.Reconcile(over.Claim("killed", "about 100", "onlooker")).Disputes);
        Assert.Empty(over.Claim("killed", "about 100", "onlooker").Reconcile().Disputes);
    }

    [Theory]
    [InlineData("killed - wounded", "400")]
    [InlineData("killed / wounded", "10 %")]
    public void On_differences_and_shares_nobody_leans(string subject, string figure)
    {
        var plain = Dossier.Create().Claim(subject, figure, "side").Claim("wounded", "about 900", "onlooker");
        var (leaning, without) = (plain.Interest(Of("side", Tendency.Overstate)).Reconcile(), plain.Reconcile());

        Assert.Equal(without["killed"].ToString(), leaning["killed"].ToString());
        Assert.Equal(without.Verdicts[0].Because, leaning.Verdicts[0].Because);
    }

    [Fact]
    public void Said_to_do_both_a_source_leans_neither_way()
    {
        var plain = Dossier.Create().Claim("killed", "about 400", "side");
        var both = plain.Interest(Of("side", Tendency.Overstate)).Interest(Of("side", Tendency.Understate));

        Assert.Equal(plain.Reconcile()["killed"].ToString(), both.Reconcile()["killed"].ToString());
    }

    [Fact]
    public void A_side_leans_alike_on_every_day()
    {
        // The enemy says three times what an onlooker counted on the third day.
        var start = new DateOnly(2025, 3, 1);
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total).Interest(Of("enemy", Tendency.Overstate));
        for (var day = 1; day <= 10; day++) dossier = dossier.Claim("killed", Figure.About(300 * day), "enemy", start.AddDays(day));
        var alone = dossier.Reconcile()["killed"];
        var checkedOnce = dossier.Claim(new Claim { Quantity = "killed", Figure = Figure.Exactly(300), Source = "onlooker", Basis = Basis.Count, AsOf = start.AddDays(3) }).Reconcile();
        var last = checkedOnce["killed"];

        Assert.Empty(checkedOnce.Disputes);
        Assert.True(last.High - last.Low < 0.5 * (alone.High - alone.Low), $"{alone} became {last}");
        Assert.InRange(last.Best!.Value, 900, 1_150);
        Assert.InRange(last.Series[5].Best!.Value, 500, 720);
    }

    [Fact]
    public void A_leaning_side_that_contradicts_itself_says_each_thing_with_a_bias_of_its_own()
    {
        // One bias for both could only be one at which all is near 0.
        var understated = Dossier.Create().Source("side", Reliability.A).Interest(Of("side", Tendency.Understate))
            .Claim("killed", "nearly 2,700", "side").Claim("killed", "at least 5,100", "side").Reconcile()["killed"];
        var overstated = Dossier.Create().Source("side", Reliability.D).Source("onlooker", Reliability.C).Interest(Of("side", Tendency.Overstate))
            .Claim("killed", Figure.Interval(3041, 2736, 3346), "side").Claim("killed", "nearly 13,000", "side").Claim("killed", "about 3,000", "onlooker").Reconcile()["killed"];

        Assert.True(understated.Low > 4_500, understated.ToString());
        Assert.InRange(overstated.Best!.Value, 2_600, 3_200);
    }

    [Fact]
    public void Figures_of_a_leaning_side_that_do_not_quite_add_up_tell_nothing_of_its_bias()
    {
        var exact = Parts(465).Reconcile();
        var rounded = Parts(456).Reconcile();

        Assert.InRange(rounded["killed"].Best!.Value / exact["killed"].Best!.Value, 0.95, 1.05);
        Assert.InRange(rounded["killed"].Low!.Value / exact["killed"].Low!.Value, 0.9, 1.1);

        static Dossier Parts(int total) => Dossier.Create().Relate("killed = soldiers + civilians").Interest(Of("side", Tendency.Overstate))
            .Claim("soldiers", Figure.Exactly(262), "side").Claim("civilians", Figure.Exactly(203), "side").Claim("killed", Figure.Exactly(total), "side");
    }

    [Fact]
    public void Figures_that_waver_from_day_to_day_tell_nothing_of_the_bias_either()
    {
        // 5,000 and 100 more each day; one side says 0.45 of it and the other 2.5 times, each a few per cent off, and an onlooker sees it every tenth day.
        var start = new DateOnly(2025, 3, 1);
        var random = new Random(1);
        var dossier = Dossier.Create().WithPartiesLean().Relate("casualties = killed + wounded")
            .Source(new Source { Id = "ministry", Party = "north" }).Source(new Source { Id = "staff", Party = "south" }).Source("onlooker", Reliability.B);
        foreach (var quantity in new[] { "killed", "wounded", "casualties" }) dossier = dossier.Quantity(new Quantity { Id = quantity, Kind = QuantityKind.Total, Subject = "north" });
        for (var day = 0; day <= 60; day++)
        {
            var truth = 5_000 + (100 * day);
            foreach (var (source, factor) in new[] { ("ministry", 0.45), ("staff", 2.5) })
            {
                foreach (var (quantity, part) in new[] { ("killed", 0.25), ("wounded", 0.75), ("casualties", 1.0) })
                {
                    dossier = dossier.Claim(quantity, Figure.Exactly(Math.Round(truth * part * factor * (0.97 + (0.06 * random.NextDouble())))), source, start.AddDays(day));
                }
            }

            if (day % 10 == 0) dossier = dossier.Claim("casualties", Figure.About(truth), "onlooker", start.AddDays(day));
        }

        var result = dossier.Reconcile();

        Assert.InRange(result["casualties"].Best!.Value, 10_400, 11_600);
        Assert.InRange(result["killed"].Best!.Value, 2_600, 2_900);
        Assert.True(result["killed"].High - result["killed"].Low < 500, result["killed"].ToString());
    }

    /// <summary>The enemy's boast of the killed, which an observer deflates five times, would deflate that of the wounded as much, below what their own side admits: 7,700, at most 8,900.</summary>
    [Fact]
    public void A_boast_deflated_by_others_does_not_deflate_another_below_what_its_victims_admit()
    {
        double? last = null;
        for (var killed = 14_000; killed >= 2_500; killed -= 500)
        {
            var dossier = Dossier.Create().Source("observer", Reliability.B).Source("enemy", Reliability.C).Source("own", Reliability.C)
                .Interest(Of("enemy", Tendency.Overstate)).Interest(Of("own", Tendency.Understate))
                .Claim("killed", "14,000", "enemy").Claim("wounded", "16,000", "enemy").Claim("wounded", "10,000", "own").Claim("killed", Figure.About(killed), "observer").Relate("lost = killed + wounded");
            var wounded = dossier.Reconcile()["wounded"];

            Assert.InRange(wounded.Best!.Value, 9_500, 16_000);
            Assert.True(wounded.High > 10_000);
            if (last is { } before) Assert.InRange(Math.Abs(wounded.Best.Value - before), 0, 0.4 * (wounded.High!.Value - wounded.Low!.Value));
            last = wounded.Best;
        }
    }

    [Fact]
    public void Nor_does_it_over_days()
    {
        var (first, second) = (new DateOnly(2023, 12, 1), new DateOnly(2023, 12, 15));
        var dossier = Dossier.Create().Source("observer", Reliability.B).Source("enemy", Reliability.C).Source("own", Reliability.C)
            .Interest(Of("enemy", Tendency.Overstate)).Interest(Of("own", Tendency.Understate)).Relate("lost = killed + wounded")
            .Quantity("killed", QuantityKind.Total).Quantity("wounded", QuantityKind.Total).Quantity("lost", QuantityKind.Total)
            .Claim("killed", "14,000", "enemy", second).Claim("wounded", "16,000", "enemy", second).Claim("wounded", "10,000", "own", second)
            .Claim("killed", "2,500", "observer", first).Claim("killed", "3,000", "observer", second);

        Assert.InRange(dossier.Reconcile()["wounded"].Best!.Value, 10_000, 16_000);
    }

    [Fact]
    public void The_explanation_says_who_leans_and_why()
    {
        var result = Sides().Reconcile();
        var (page, text) = (Unwrapped(result.Explain("killed")), Unwrapped(result.ToString()));

        Assert.Contains("its source tends to understate the losses of its own party, north, so that the truth may lie far above its figure", page, StringComparison.Ordinal);
        Assert.Contains("its source tends to overstate the losses of another party, north, so that the truth may lie far below its figure", page, StringComparison.Ordinal);
        Assert.Contains("with the error and interest of its source", page, StringComparison.Ordinal);
        Assert.Contains("Sources that lean - ministry tends to understate the losses of its own party, north, so that the truth may lie far above its figure [c1].", text, StringComparison.Ordinal);
        Assert.Contains("\"leaning\": \"understate\"", result.ExplainToJson("killed"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_estimate_within_what_an_interest_explains_is_within_the_margin_of_the_claim()
    {
        var result = Barracks().Interest(Of("ministry", Tendency.Understate)).Interest(Of("enemy", Tendency.Overstate)).Reconcile();

        Assert.All(result.Verdicts, verdict => Assert.InRange(verdict.Tension!.Value, 0, 1.96));
    }

    /// <summary>89 by the ministry of the side that was hit, about 400 by the other, 92 known by name.</summary>
    private static Dossier Barracks() => Dossier.Create()
        .Source("names", Reliability.A)
        .Source("ministry", Reliability.C)
        .Source("enemy", Reliability.C)
        .Claim("killed", "89", "ministry")
        .Claim("killed", "about 400", "enemy")
        .Claim(new Claim { Quantity = "killed", Figure = Figure.AtLeast(92), Source = "names", Basis = Basis.Count });

    private static Dossier Sides() => Dossier.Create()
        .WithPartiesLean()
        .Source(new Source { Id = "ministry", Party = "north" })
        .Source(new Source { Id = "staff", Party = "south" })
        .Quantity(new Quantity { Id = "killed", Subject = "north" })
        .Claim("killed", "89", "ministry")
        .Claim("killed", "about 400", "staff");

    private static string Unwrapped(string page) => string.Join(' ', page.Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries));

    private static Interest Of(string source, Tendency tends) => new() { Source = source, Tends = tends };

    /// <summary>Left out of how far a floor and a ceiling are apart, a ceiling that may be understated had lowered 467 to 425.</summary>
    [Fact]
    public void A_far_ceiling_that_may_be_understated_lowers_nothing()
    {
        var plain = Dossier.Create().Claim("killed", "at least 200", "army").Claim("killed", "at most 700", "ministry");
        var leaning = plain.Interest(new Interest { Source = "ministry", Subject = "killed", Tends = Tendency.Understate });

        Assert.True(leaning.Reconcile()["killed"].Best >= plain.Reconcile()["killed"].Best - 1);
    }
}
