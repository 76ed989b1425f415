using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Reconcile.Tests.Cases;

/// <summary>Totals that relations tie together, told on different days.</summary>
public class JointRiseTests
{
    private static readonly DateOnly Start = new(2024, 3, 1);

    /// <summary>30 and 60, and four days later 500 in all: the parts, of which limits forced neither, had held the sum at 283 (251 to 315).</summary>
    [Theory]
    [InlineData("sum = north + south", "500", 490, 510)]
    [InlineData("north + south = sum", "500", 490, 510)]
    [InlineData("sum ~= north + south", "500", 490, 510)]
    [InlineData("north + south >= sum", "500", 480, 510)]
    [InlineData("sum = north + south", "about 700", 690, 710)]
    public void A_sum_that_is_told_alone_is_not_held_back_by_parts_of_days_before(string rule, string figure, double least, double most)
    {
        var dossier = Parts(rule).Claim("sum", figure, "agency", Start.AddDays(4));

        Assert.InRange(Last(dossier, "sum").Best!.Value, least, most);
    }

    [Fact]
    public void What_a_sum_rose_by_is_shared_by_the_sizes_of_its_silent_parts_and_either_may_have_had_most_of_it()
    {
        var dossier = Parts("sum = north + south").Claim("sum", "500", "agency", Start.AddDays(4));
        var (north, south) = (Last(dossier, "north"), Last(dossier, "south"));

        Assert.InRange(north.Best!.Value, 150, 200);
        Assert.InRange(south.Best!.Value, 300, 350);
        Assert.True(north.Low < 60 && north.High > 270, north.ToString());
        Assert.True(south.Low < 240 && south.High > 440, south.ToString());
    }

    [Property(MaxTest = 40)]
    public void Whatever_the_parts_were_the_sum_is_what_is_said_of_it_later(PositiveInt north, PositiveInt south, PositiveInt more, PositiveInt days)
    {
        var (one, other) = (10 + (north.Get % 300), 10 + (south.Get % 300));
        var said = one + other + (20 * more.Get);
        var dossier = Sum("sum = north + south")
            .Claim("north", Figure.Exactly(one), "ministry", Start).Claim("south", Figure.Exactly(other), "ministry", Start)
            .Claim("sum", Figure.Exactly(said), "agency", Start.AddDays(days.Get));

        Assert.InRange(Last(dossier, "sum").Best!.Value, 0.96 * said, 1.03 * said);
    }

    /// <summary>A floor and a ceiling, an increment, and a rise that is told beside another.</summary>
    [Fact]
    public void Limits_increments_and_earlier_values_of_the_sum_tell_as_much()
    {
        var parts = Parts("sum = north + south");
        var limited = parts.Claim("sum", "at least 500", "agency", Start.AddDays(4)).Claim("sum", "at most 700", "police", Start.AddDays(4));
        var grown = parts.Claim(new Claim { Quantity = "sum", Figure = Figure.Exactly(400), Source = "agency", During = new Period(Start.AddDays(1), Start.AddDays(4)) });
        var told = parts.Claim("sum", "90", "agency", Start).Claim("sum", "500", "agency", Start.AddDays(4));

        Assert.InRange(Last(limited, "sum").Best!.Value, 500, 700);
        Assert.InRange(Last(grown, "sum").Best!.Value, 475, 505);
        Assert.InRange(Last(told, "sum").Best!.Value, 490, 510);
    }

    [Fact]
    public void So_do_sums_of_sums()
    {
        var dossier = Sum("sum = north + south", "north = east + west")
            .Claim("east", "10", "ministry", Start).Claim("west", "20", "ministry", Start).Claim("south", "60", "ministry", Start)
            .Claim("sum", "500", "agency", Start.AddDays(4));

        Assert.InRange(Last(dossier, "sum").Best!.Value, 490, 510);
        Assert.InRange(Last(dossier, "north").Best!.Value, 100, 220);
        Assert.InRange(Last(dossier, "south").Best!.Value, 280, 400);
        Assert.InRange(Last(dossier, "west").Best!.Value, 60, 150);
    }

    /// <summary>A total that was told as 0 had no steps, so that it took 427 of the rise, and where nothing rose a sum was open.</summary>
    [Fact]
    public void A_part_that_is_told_as_nothing_stays_small_where_others_may_have_risen()
    {
        var dossier = Sum("sum = north + south").Claim("north", "0", "ministry", Start).Claim("south", "60", "ministry", Start);
        var risen = dossier.Claim("sum", "500", "agency", Start.AddDays(4));
        var (still, even) = (dossier.Claim("sum", "61", "agency", Start.AddDays(4)), dossier.Claim("south", "0", "agency", Start).Claim("sum", "500", "agency", Start.AddDays(4)));

        Assert.InRange(Last(risen, "north").Best!.Value, 0, 110);
        Assert.InRange(Last(risen, "sum").Best!.Value, 490, 510);
        Assert.InRange(Last(still, "north").High!.Value, 0, 12);
        Assert.InRange(Last(even, "sum").Best!.Value, 490, 510);
    }

    /// <summary>The three days of a ceiling would else let it rise from nothing to half of that.</summary>
    [Fact]
    public void A_ceiling_does_not_lift_what_is_told_as_nothing()
    {
        var none = Dossier.Create().Quantity("killed", QuantityKind.Total).Claim("killed", "0", "police", Start).Claim("killed", "at most 30", "agency", Start.AddDays(3)).Reconcile()["killed"];

        Assert.InRange(none.Series[^1].Best!.Value, 0, 3);
    }

    /// <summary>Left free, the women were a name for any part of the killed on each of forty days: 2,217 (2,051 to 2,386) killed where every day said 2,000.</summary>
    [Theory]
    [InlineData(QuantityKind.Total, 40)]
    [InlineData(QuantityKind.Stock, 20)]
    [InlineData(QuantityKind.Fixed, 1)]
    public void A_part_of_which_nobody_speaks_does_not_lift_what_is_told(QuantityKind kind, int days)
    {
        var dossier = Dossier.Create().Quantity("killed", kind).Quantity("women", kind).Quantity("nurses", kind).Quantity("guests", kind)
            .Relate("women + guests <= killed").Relate("nurses <= women");
        for (var day = 0; day < days; day++) dossier = dossier.Claim("killed", "2,000", "ministry", Start.AddDays(day));
        var result = dossier.Reconcile();

        Assert.Equal(2_000, result["killed"].Best!.Value, 10.0);
        Assert.Equal(0, result["women"].Low);
        Assert.True(result["women"].High > 2_000);
        Assert.InRange(result["women"].Best!.Value, 660, 670);
        Assert.InRange(result["nurses"].Best!.Value, 330, 340);
    }

    /// <summary>A share of what may fall, or on some days alone, would fall itself, and as totals do not, all would be levelled with it: 300 and 40 became 45 and 45.</summary>
    [Fact]
    public void A_total_of_which_nobody_speaks_does_not_level_what_is_told()
    {
        var later = new Relation { Rule = "part <= 20", From = Start.AddDays(5) };
        var falling = Dossier.Create().Quantity("told", QuantityKind.Stock).Quantity("part", QuantityKind.Total).Relate("part <= told");
        var left = Dossier.Create().Quantity("told", QuantityKind.Total).Quantity("part", QuantityKind.Total).Quantity("other", QuantityKind.Total).Relate("part + other <= told");
        var limited = Dossier.Create().Quantity("told", QuantityKind.Total).Quantity("part", QuantityKind.Total).Relate("part <= told").WithRelations([.. new[] { "part <= told" }.Select(static rule => new Relation { Rule = rule }), later]);

        Same(falling, (300, 40), 6);
        Same(left.Claim("other", Figure.Exactly(10), "ministry", Start).Claim("other", Figure.Exactly(90), "ministry", Start.AddDays(10)), (100, 105), 4);
        Same(limited, (200, 200), 4);

        static void Same(Dossier dossier, (double First, double Last) told, double within)
        {
            var series = dossier.Claim("told", Figure.Exactly(told.First), "ministry", Start).Claim("told", Figure.Exactly(told.Last), "ministry", Start.AddDays(10)).Reconcile()["told"].Series;
            Assert.Equal(told.First, series[0].Best!.Value, within);
            Assert.Equal(told.Last, series[^1].Best!.Value, within);
        }
    }

    /// <summary>The share that it takes, or the equation that names it, had given it steps of its own, which held back the total: 407 of 600.</summary>
    [Theory]
    [InlineData("held <= wounded")]
    [InlineData("held = 0.5 * wounded")]
    [InlineData("held = wounded - killed")]
    public void A_stock_of_which_nobody_speaks_does_not_hold_back_what_is_told(string rule)
    {
        var told = Dossier.Create().Quantity("killed", QuantityKind.Total).Quantity("wounded", QuantityKind.Total).Quantity("all", QuantityKind.Total).Relate("all = killed + wounded")
            .Claim("killed", Figure.Exactly(100), "ministry", Start).Claim("wounded", Figure.Exactly(300), "ministry", Start).Claim("all", Figure.Exactly(1_000), "ministry", Start.AddDays(10));
        var named = told.Quantity("held", QuantityKind.Stock).Relate(rule);
        var rising = Dossier.Create().Quantity("wounded", QuantityKind.Total).Claim("wounded", "at least 12", "ministry", Start).Claim("wounded", "about 600", "ministry", Start.AddDays(1));

        Assert.Equal(Last(told, "killed").Best!.Value, Last(named, "killed").Best!.Value, 20.0);
        Assert.Equal(600, Last(rising.Quantity("held", QuantityKind.Stock).Relate("held <= wounded"), "wounded").Best!.Value, 10.0);
    }

    [Fact]
    public void On_a_single_day_a_total_may_have_its_share_of_anything()
    {
        var dossier = Dossier.Create().Quantity("all", QuantityKind.Total).Quantity("known", QuantityKind.Total);
        for (var i = 0; i < 20; i++) dossier = dossier.Quantity($"part{i}", QuantityKind.Fixed).Relate($"part{i} + known <= all");

        Assert.Equal(100, dossier.Claim("all", "about 100", "ministry", Start).Claim("known", "about 30", "ministry", Start).Reconcile()["all"].Best!.Value, 1.0);
    }

    /// <summary>At least 60 children are at least 60 of all: the share of those between had pushed 100 to 121.</summary>
    [Theory]
    [InlineData("children >= 60")]
    [InlineData("children >= 95")]
    public void The_least_of_a_part_is_the_least_of_what_it_is_a_part_of(string rule)
    {
        var result = Dossier.Create().Relate("civilians <= killed").Relate("children <= civilians").Relate(rule).Claim("killed", Figure.Exactly(100), "ministry").Reconcile();

        Assert.Equal(100, result["killed"].Best!.Value, 3.0);
        Assert.True(result["children"].Best <= result["civilians"].Best && result["civilians"].Best <= result["killed"].Best);
    }

    /// <summary>Between two days a part was printed as half of its whole to the width of that.</summary>
    [Fact]
    public void A_part_of_which_nobody_speaks_may_be_anything_between_days_too()
    {
        var held = Dossier.Create().Quantity("held", QuantityKind.Stock).Quantity("women", QuantityKind.Stock).Quantity("men", QuantityKind.Stock).Relate("women <= held").Relate("men <= held")
            .Claim("held", Figure.Exactly(9_000), "agency", Start).Claim("held", Figure.Exactly(9_200), "agency", Start.AddDays(20)).Claim("men", Figure.Exactly(3_400), "agency", Start.AddDays(9));

        Assert.All(held.Reconcile()["women"].Series, static point => Assert.True(point.Low == 0 && point.High > 8_000, point.ToString()));
    }

    /// <summary>Of two that are like it the one that stood still had told alone, since it was liker.</summary>
    [Theory]
    [InlineData(200, 300)]
    [InlineData(300, 200)]
    public void A_total_may_go_as_fast_as_the_fastest_that_is_like_it(double still, double risen)
    {
        var dossier = Dossier.Create().Quantity("women", QuantityKind.Total).Quantity("killed", QuantityKind.Total).Quantity("injured", QuantityKind.Total).Relate("women <= killed").Relate("women <= injured")
            .Claim("women", "100", "paper", Start).Claim("killed", Figure.Exactly(still), "paper", Start).Claim("killed", Figure.Exactly(still), "paper", Start.AddDays(10))
            .Claim("injured", Figure.Exactly(risen), "paper", Start).Claim("injured", Figure.Exactly(3 * risen), "paper", Start.AddDays(10));

        Assert.InRange(Last(dossier, "women").High!.Value, 150, 250);
    }

    /// <summary>It had given the stock steps of its own, and by its share held up the other.</summary>
    [Fact]
    public void At_least_nothing_of_a_stock_changes_nothing()
    {
        var held = Dossier.Create().Quantity("held", QuantityKind.Stock).Quantity("women", QuantityKind.Stock).Relate("women <= held")
            .Claim("held", Figure.Exactly(160), "agency", Start).Claim("held", "at least 135", "agency", Start.AddDays(12)).Claim("held", Figure.Exactly(420), "agency", Start.AddDays(15));
        var (without, with) = (held.Reconcile()["held"], held.Claim("women", "at least 0", "agency", Start.AddDays(12)).Reconcile()["held"]);

        Assert.Equal(without.Series.Select(static point => point.Best!.Value), with.Series.Select(static point => point.Best!.Value), (a, b) => Math.Abs(a - b) < 1e-3 * a);
    }

    /// <summary>Steps were fitted to all days, and those that only a far limit moved took days with values along: 1,066 and 1,070.</summary>
    [Theory]
    [InlineData(7, "at least 300")]
    [InlineData(7, "at least 900")]
    [InlineData(7, "at most 30,000")]
    public void A_limit_after_the_last_value_does_not_level_the_rise_before_it(int day, string limit)
    {
        var killed = Dossier.Create().Quantity("killed", QuantityKind.Total).Claim("killed", "1,000", "a", Start).Claim("killed", "1,100", "b", Start.AddDays(2))
            .Claim("killed", limit, "c", Start.AddDays(day)).Reconcile()["killed"];

        Assert.InRange(killed.Series[0].Best!.Value, 990, 1_010);
        Assert.InRange(killed.Series[1].Best!.Value, 1_090, 1_110);
    }

    /// <summary>Of 855 killed 256 were women; when the killed were 859, any later day of which a claim spoke, or one that said nothing new, had set the women free to become 328.</summary>
    [Theory]
    [InlineData("killed", "at least 800", 9)]
    [InlineData("women", "at least 100", 8)]
    [InlineData("women", "at most 800", 8)]
    public void What_tells_nothing_new_does_not_undo_what_others_tell_of_a_total(string quantity, string figure, int day)
    {
        var dossier = Women("256").Claim(quantity, figure, "paper", Start.AddDays(day));

        Assert.InRange(dossier.Reconcile()["women"].Series[1].High!.Value, 270, 300);
    }

    [Fact]
    public void A_floor_above_its_last_value_and_a_sum_of_which_it_is_a_part_tell_that_it_rose()
    {
        var risen = Women("256").Claim("women", "at least 300", "paper", Start.AddDays(8));
        var summed = Women("256").Quantity("children", QuantityKind.Total).Relate("children <= killed")
            .Claim("children", "100", "hospitals", Start).Claim("women + children", Figure.Exactly(450), "hospitals", Start.AddDays(8));

        Assert.True(risen.Reconcile()["women"].High > 400);
        Assert.InRange(Last(summed, "women").Best!.Value + Last(summed, "children").Best!.Value, 445, 455);
    }

    /// <summary>At ten times its size the others had suddenly told nothing: 86 was followed by 86.6, 85 by 109.</summary>
    [Fact]
    public void The_less_alike_totals_are_the_less_one_tells_of_the_other_without_a_jump()
    {
        static double Width(string women) => Women(women).Reconcile()["women"] is { } estimate ? (estimate.High!.Value - estimate.Low!.Value) / double.Parse(women, System.Globalization.CultureInfo.InvariantCulture) : 0;

        Assert.InRange(Width("85") / Width("86"), 0.95, 1.05);
        Assert.True(Width("11") > 1.5 * Width("86"));
    }

    /// <summary>Nothing stood between the two days: 993 (366 to 1,564), and 827 where both hold within their errors alone.</summary>
    [Theory]
    [InlineData("at most 1,251", 7, 1_070, 1_340)]
    [InlineData("at most 1,051", 1, 1_040, 1_150)]
    [InlineData("at most 5,251", 7, 1_080, 5_600)]
    public void A_floor_and_a_ceiling_of_a_later_day_bear_on_each_other(string ceiling, int days, double least, double most)
    {
        var killed = Dossier.Create().Quantity("killed", QuantityKind.Total).Source("a", Reliability.B).Source("b", Reliability.B)
            .Claim("killed", "at least 1,143", "a", Start).Claim("killed", ceiling, "b", Start.AddDays(days)).Reconcile()["killed"];

        Assert.All(killed.Series, point => Assert.True(point.Low >= least && point.High <= most && point.Best > least + 30, point.ToString()));
    }

    private static Dossier Women(string women) => Dossier.Create().Quantity("women", QuantityKind.Total).Quantity("killed", QuantityKind.Total).Relate("women <= killed")
        .Claim("women", women, "hospitals", Start).Claim("killed", "855", "police", Start).Claim("killed", "859", "police", Start.AddDays(8));

    private static Dossier Sum(params string[] rules) => rules.Aggregate(
        new[] { "sum", "north", "south", "east", "west" }.Where(name => Array.Exists(rules, rule => rule.Contains(name, StringComparison.Ordinal))).Aggregate(Dossier.Create(), static (dossier, name) => dossier.Quantity(name, QuantityKind.Total)),
        static (dossier, rule) => dossier.Relate(rule));

    private static Dossier Parts(string rule) => Sum(rule).Claim("north", "30", "ministry", Start).Claim("south", "60", "ministry", Start);

    private static SeriesPoint Last(Dossier dossier, string quantity) => dossier.Reconcile()[quantity].Series[^1];
}
