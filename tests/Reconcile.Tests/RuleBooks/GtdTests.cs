using Xunit;

namespace Reconcile.Tests.RuleBooks;

/// <summary>The latest, then the majority, then the lowest.</summary>
public class GtdTests
{
    [Fact]
    public void The_latest_report_counts()
    {
        var figure = Applied(Dossier.Create().Claim(Said("10", "a", 1)).Claim(Said("10", "b", 2)).Claim(Said("14", "c", 3)));

        Assert.Equal((14, "the latest, 3 March 2025"), (figure.Best, figure.Because));
        Assert.Equal(["c3"], figure.Claims.Select(claim => claim.Id));
    }

    [Fact]
    public void Where_the_latest_differ_the_majority_counts()
    {
        var figure = Applied(Dossier.Create().Claim(Said("10", "a", 1)).Claim(Said("12", "b", 3)).Claim(Said("14", "c", 3)).Claim(Said("12", "d", 2)).Claim(Said("12", "e", 2)));

        Assert.Equal((12, "said by 3 of 5 roots"), (figure.Best, figure.Because));
    }

    [Fact]
    public void Where_nothing_can_be_used_that_is_said_once()
    {
        var result = Dossier.Create().Claim("missing", "many", "a").ApplyRules().First(row => row.Rule == RuleBook.Gtd.Name);

        Assert.Equal("missing, gtd: no figure, nothing stated that it could use", result.ToString());
    }

    [Fact]
    public void A_half_is_no_majority()
    {
        var figure = Applied(Undated("10", "10", "14", "14"));

        Assert.Equal((10, "the lowest of 4 figures, as neither the latest nor a majority decides"), (figure.Best, figure.Because));
    }

    [Fact]
    public void Where_there_is_no_majority_the_lowest_counts() => Assert.Equal(9, Applied(Undated("10", "9", "14")).Best);

    [Theory]
    [InlineData(Reliability.C, 14)]
    [InlineData(Reliability.D, 10)]
    [InlineData(Reliability.E, 10)]
    public void The_latest_does_not_count_when_its_source_is_doubtful(Reliability reliability, double best) => Assert.Equal(best, Applied(LateFrom(reliability)).Best);

    [Fact]
    public void Nor_when_the_item_is_doubtful_or_its_source_has_an_interest()
    {
        var late = LateFrom(Reliability.C);
        Claim[] doubted = [.. late.Claims.Select(claim => claim.Source == "late" ? claim with { Credibility = Credibility.Doubtful } : claim)];

        Assert.Equal(10, Applied(Dossier.Create().WithClaims(doubted)).Best);
        Assert.Equal(10, Applied(late.Interest(new Interest { Source = "late", Tends = Tendency.Overstate })).Best);
    }

    [Fact]
    public void Where_all_are_doubtful_all_count() =>
        Assert.Equal(14, Applied(LateFrom(Reliability.D).Source("a", Reliability.E).Source("b", Reliability.E)).Best);

    [Fact]
    public void Doubtful_sources_have_no_part_in_a_majority()
    {
        var figure = Applied(Undated("20", "20", "20", "31", "31").Source("s1", Reliability.D).Source("s2", Reliability.D).Source("s3", Reliability.E)
            .Source("s4", Reliability.B).Source("s5", Reliability.C));

        Assert.Equal((31, "said by 2 of 2 roots"), (figure.Best, figure.Because));
    }

    private static Dossier LateFrom(Reliability reliability) =>
        Dossier.Create().Source("a", Reliability.C).Source("b", Reliability.C).Source("late", reliability)
            .Claim(Said("12", "a", 1)).Claim(Said("10", "b", 1)).Claim(Said("14", "late", 3));

    private static Dossier Undated(params string[] figures) =>
        figures.Select((figure, i) => (figure, Source: $"s{i + 1}")).Aggregate(Dossier.Create(), (dossier, said) => dossier.Claim("killed", said.figure, said.Source));

    private static Claim Said(string figure, string source, int day) =>
        new() { Quantity = "killed", Figure = Figure.Parse(figure), Source = source, Reported = new DateOnly(2025, 3, day) };

    private static RuleBookFigure Applied(Dossier dossier) => Assert.Single(dossier.ApplyRules([RuleBook.Gtd])).Figure;
}
