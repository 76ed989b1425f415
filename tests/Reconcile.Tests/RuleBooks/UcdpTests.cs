using Xunit;

namespace Reconcile.Tests.RuleBooks;

/// <summary>The figure of the most reliable source, between the least and the most.</summary>
public class UcdpTests
{
    private static readonly Dossier Three = Dossier.Create().Source("a", Reliability.B).Source("b", Reliability.C).Source("c", Reliability.C)
        .Claim("killed", "30", "a").Claim("killed", "20", "b").Claim("killed", "40", "c");

    [Fact]
    public void The_most_reliable_source_gives_the_best()
    {
        var figure = Applied(Three);

        Assert.Equal((20, 30, 40), (figure.Low, figure.Best, figure.High));
        Assert.Equal("the most reliable of 3 figures, between the least and the most", figure.Because);
        Assert.Equal(3, figure.Claims.Count);
    }

    [Fact]
    public void Of_equally_reliable_sources_the_lower_figure_counts()
    {
        var figure = Applied(Three.Source("a", Reliability.C));

        Assert.Equal((20, "the lowest of the most reliable of 3 figures, between the least and the most"), (figure.Best, figure.Because));
        Assert.Equal(["c2", "c3"], figure.Claims.Select(claim => claim.Id).Order());
    }

    [Fact]
    public void A_more_credible_item_is_more_reliable()
    {
        Claim[] claims = [.. Three.Claims.Select(claim => claim.Source == "c" ? claim with { Credibility = Credibility.ProbablyTrue } : claim)];

        Assert.Equal(40, Applied(Dossier.Create().WithClaims(claims)).Best);
    }

    [Fact]
    public void Questionable_claims_do_not_widen_the_range()
    {
        Assert.Equal((20, 30), (Applied(Three.Source("c", Reliability.D)).Low, Applied(Three.Source("c", Reliability.D)).High));
        Assert.Equal((30, 40), (Applied(Three.Interest(new Interest { Source = "b", Tends = Tendency.Understate })).Low, Applied(Three.Interest(new Interest { Source = "b", Tends = Tendency.Understate })).High));
    }

    [Fact]
    public void Unless_there_are_no_others() =>
        Assert.Equal((20, 40), (Applied(Doubtful).Low, Applied(Doubtful).High));

    /// <summary>A party of grade A that overstates is still the most reliable by its grade: the range then reaches to its figure.</summary>
    [Fact]
    public void The_range_holds_the_best()
    {
        var figure = Applied(Three.Source("c", Reliability.A).Interest(new Interest { Source = "c", Tends = Tendency.Overstate }));

        Assert.Equal((20, 40, 40), (figure.Low, figure.Best, figure.High));
    }

    private static Dossier Doubtful => Three.Source("a", Reliability.D).Source("b", Reliability.E).Source("c", Reliability.E);

    private static RuleBookFigure Applied(Dossier dossier) => Assert.Single(dossier.ApplyRules([RuleBook.Ucdp])).Figure;
}
