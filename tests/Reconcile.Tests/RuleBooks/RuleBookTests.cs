using Xunit;

namespace Reconcile.Tests.RuleBooks;

public class RuleBookTests
{
    [Fact]
    public void The_names_are_stable() => Assert.Equal(
        ["acled", "gtd", "ucdp", "range", "mean", "median", "weighted-mean", "random-effects"],
        RuleBook.All.Select(rule => rule.Name));

    [Fact]
    public void A_rule_is_found_by_its_name() => Assert.All(RuleBook.All, rule => Assert.Same(rule, RuleBook.Named(rule.Name)));

    [Theory]
    [InlineData("acld", "acled")]
    [InlineData("weighted", "weighted-mean")]
    public void An_unknown_name_is_refused_with_the_nearest(string name, string nearest) =>
        Assert.Contains($"did you mean \"{nearest}\"?", Assert.Throws<KeyNotFoundException>(() => RuleBook.Named(name)).Message, StringComparison.Ordinal);

    /// <summary>One hundred dead by a count, 140 to 200 by an estimate, at least 90 and at most 500 by others.</summary>
    [Theory]
    [InlineData("acled", 90.0, null, null)]
    [InlineData("gtd", 90.0, null, null)]
    [InlineData("ucdp", 100.0, 90.0, 500.0)]
    [InlineData("range", null, 90.0, 500.0)]
    [InlineData("mean", 135.0, null, null)]
    [InlineData("median", 135.0, null, null)]
    public void Each_rule_has_its_own_figure(string rule, double? best, double? low, double? high)
    {
        var figure = Applied(rule, Dossier.Create().Source("city", Reliability.A)
            .Source("wire", Reliability.C).Source("police", Reliability.C).Source("mayor", Reliability.C)
            .Claim("killed", "100", "city").Claim("killed", "140 to 200", "wire").Claim("killed", "at least 90", "police").Claim("killed", "up to 500", "mayor"));

        Assert.Equal((best, low, high), (figure.Best, figure.Low, figure.High));
    }

    [Theory]
    [InlineData("acled", 12.0, null, null)]
    [InlineData("gtd", null, null, null)]
    [InlineData("ucdp", 24.0, 24.0, 24.0)]
    [InlineData("range", null, 24.0, 108.0)]
    [InlineData("mean", 66.0, null, null)]
    public void Number_words_read_as_in_each_rule_book(string rule, double? best, double? low, double? high)
    {
        var figure = Applied(rule, Dossier.Create().Claim("killed", "dozens", "wire"));

        Assert.Equal((best, low, high), (figure.Best, figure.Low, figure.High));
    }

    [Theory]
    [InlineData("at least 92", "acled", 92.0)]
    [InlineData("at least 92", "ucdp", 92.0)]
    [InlineData("at least 92", "mean", null)]
    [InlineData("at least 92", "random-effects", null)]
    [InlineData("up to 300", "acled", null)]
    [InlineData("up to 300", "gtd", null)]
    [InlineData("up to 300", "ucdp", null)]
    [InlineData("up to 300", "weighted-mean", null)]
    public void A_bound_alone_is_a_figure_to_some_rules_only(string phrase, string rule, double? best)
    {
        var figure = Applied(rule, Dossier.Create().Claim("killed", phrase, "wire"));

        Assert.Equal(best, figure.Best);
        if (best is null) Assert.Matches("only (upper )?bounds are stated", figure.Because);
    }

    [Theory]
    [InlineData("range")]
    [InlineData("ucdp")]
    public void A_ceiling_alone_leaves_the_lower_side_open(string rule)
    {
        var figure = Applied(rule, Dossier.Create().Claim("killed", "up to 300", "wire"));

        Assert.Equal((null, null, 300), (figure.Best, figure.Low, figure.High));
        Assert.Single(figure.Claims);
    }

    [Fact]
    public void Hedges_count_as_the_number_that_was_said() => Assert.Equal(
        (380.0, 420.0),
        (Applied("range", Hedged).Low!.Value, Applied("range", Hedged).High!.Value));

    [Fact]
    public void The_mean_leaves_bounds_out_and_says_so()
    {
        var figure = Applied("mean", Hedged.Claim("killed", "at least 12", "police"));

        Assert.Equal(400, figure.Best);
        Assert.Equal("of 2 figures, 1 bound left out", figure.Because);
        Assert.Equal(["c1", "c2"], figure.Claims.Select(claim => claim.Id).Order());
    }

    [Fact]
    public void The_median_of_an_odd_number_of_figures_is_the_middle_one() =>
        Assert.Equal(420, Applied("median", Hedged.Claim("killed", "4,000", "channel")).Best);

    [Fact]
    public void The_averages_speak_of_their_errors()
    {
        var far = Hedged.Claim("killed", "4,000", "channel");

        Assert.Matches(@"^standard error [\d.,]+, S = [\d.]+, of 3 figures$", Applied("weighted-mean", far).Because);
        Assert.Matches(@"^standard error [\d.,]+, τ = [\d.,]+, of 3 figures$", Applied("random-effects", far).Because);
    }

    [Fact]
    public void The_range_of_the_averages_has_the_level_that_was_asked_for()
    {
        var (narrow, wide) = (At(0.5), At(0.99));

        Assert.True(narrow.High - narrow.Low < wide.High - wide.Low);
        Assert.Equal(narrow.Best, wide.Best);

        static RuleBookFigure At(double level) => Hedged.ApplyRules([RuleBook.WeightedMean], new ReconcileOptions { Level = level })[0].Figure;
    }

    /// <summary>The half-width of "about 400" is 60, ten per cent of 400 are 40: in quadrature 72.1.</summary>
    [Fact]
    public void The_standard_error_is_that_of_the_words_and_of_the_source()
    {
        var seen = new Looking();
        _ = Dossier.Create().Claim("killed", "about 400", "wire").ApplyRules([seen]);
        var claim = Assert.Single(seen.Stated!.Claims);

        Assert.Equal(400, claim.Value);
        Assert.Equal(new FigureRange(340, 400, 460), claim.Read);
        Assert.Equal(Math.Sqrt((60 * 60) + (40 * 40)) / 1.959963984540054, claim.StandardError!.Value, 1e-9);
        Assert.Equal(0.85, claim.Accuracy, 1e-9);
        Assert.False(claim.IsQuestionable);
    }

    [Fact]
    public void A_cancelled_comparison_stops()
    {
        var cancelled = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => Hedged.ApplyRules(cancellationToken: cancelled));
        Assert.Throws<OperationCanceledException>(() => Hedged.Reconcile().CompareRules(cancellationToken: cancelled));
    }

    [Fact]
    public void Two_rules_of_one_name_are_refused() =>
        Assert.Contains("\"acled\"", Assert.Throws<ArgumentException>(() => Hedged.ApplyRules([RuleBook.Acled, RuleBook.Acled])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_rule_without_a_name_is_refused(string? name)
    {
        Assert.Contains("Nameless", Assert.Throws<ArgumentException>(() => Hedged.ApplyRules([new Nameless(name!)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Hedged.Reconcile().CompareRules([new Nameless(name!)]));
    }

    [Fact]
    public void An_invalid_dossier_is_refused() =>
        Assert.Throws<DossierValidationException>(() => Dossier.Create().Claim("killed", "a great many", "wire").ApplyRules());

    [Fact]
    public void A_rule_of_ones_own_is_applied_like_the_others()
    {
        var result = Assert.Single(Hedged.ApplyRules([new Looking()]));

        Assert.Equal(("mine", "killed", "because I say so"), (result.Rule, result.Quantity.Id, result.Figure.Because));
    }

    [Fact]
    public void A_rule_that_gives_nothing_or_no_number_is_named()
    {
        Assert.Contains("\"broken\"", Assert.Throws<InvalidOperationException>(() => Hedged.ApplyRules([new Broken(null)])).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Hedged.ApplyRules([new Broken(new RuleBookFigure { High = double.NaN, Because = "" })]));
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(0.9999999999999999)]
    public void Every_level_has_a_range(double level) =>
        Assert.All(Hedged.ApplyRules([RuleBook.WeightedMean, RuleBook.RandomEffects], new ReconcileOptions { Level = level }), result => Assert.True(result.Figure.Low < result.Figure.High));

    private static Dossier Hedged => Dossier.Create().Claim("killed", "around 380", "ministry").Claim("killed", "about 420", "wire");

    private static RuleBookFigure Applied(string rule, Dossier dossier) => Assert.Single(dossier.ApplyRules([RuleBook.Named(rule)])).Figure;

    private sealed class Broken(RuleBookFigure? figure) : IRuleBook
    {
        public string Name => "broken";

        public RuleBookFigure Apply(StatedQuantity stated) => figure!;
    }

    private sealed class Nameless(string name) : IRuleBook
    {
        public string Name => name;

        public RuleBookFigure Apply(StatedQuantity stated) => new() { Because = "" };
    }

    private sealed class Looking : IRuleBook
    {
        public string Name => "mine";

        public StatedQuantity? Stated { get; private set; }

        public RuleBookFigure Apply(StatedQuantity stated)
        {
            Stated = stated;
            return new RuleBookFigure { Because = "because I say so" };
        }
    }
}
