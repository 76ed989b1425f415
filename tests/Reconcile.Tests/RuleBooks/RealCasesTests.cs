using Reconcile.Tests.Seeds;
using Xunit;

namespace Reconcile.Tests.RuleBooks;

/// <summary>What the rules make of the dossiers of real cases, beside what is reconciled.</summary>
public class RealCasesTests
{
    /// <summary>"At least 12" named dead, "about 600" and 300: rules that take the lowest or the latest number print the floor as if it were the toll.</summary>
    [Theory]
    [InlineData("acled", 12.0, null, null)]
    [InlineData("gtd", 12.0, null, null)]
    [InlineData("ucdp", 12.0, 12.0, 600.0)]
    [InlineData("range", null, 12.0, 600.0)]
    [InlineData("mean", 450.0, null, null)]
    public void Mariupol_theatre(string rule, double? best, double? low, double? high)
    {
        var figure = Applied("mariupol-theatre-2022", rule);

        Assert.Equal((best, low, high), (figure.Best, figure.Low, figure.High));
    }

    /// <summary>359 was put right by another authority: where a dossier does not say so, averages stay between, where the toll never was.</summary>
    [Theory]
    [InlineData("acled", 257, 257)]
    [InlineData("gtd", 257, 257)]
    [InlineData("ucdp", 257, 257)]
    [InlineData("mean", 308, 308)]
    [InlineData("random-effects", 290, 320)]
    public void Colombo_bombings(string rule, double least, double most)
    {
        var seed = Seed.Load("colombo-bombings-2019");
        var undeclared = seed.WithoutClaim("health-253").Claim(seed.Claims.Single(claim => claim.Id == "health-253") with { Supersedes = [] });

        Assert.InRange(Applied(undeclared, rule).Best!.Value, least, most);
        Assert.Equal(257, Applied(seed, rule).Best!.Value);
    }

    /// <summary>Of a total the rules take the last figure of each root and kind, and know no course: a floor of the first week stands beside the toll a year later.</summary>
    [Theory]
    [InlineData("acled", 137.0, null, null)]
    [InlineData("gtd", 218.0, null, null)]
    [InlineData("range", null, 137.0, 218.0)]
    public void Beirut_port(string rule, double? best, double? low, double? high)
    {
        var figure = Applied("beirut-port-2020", rule);

        Assert.Equal((best, low, high), (figure.Best, figure.Low, figure.High));
    }

    private static RuleBookFigure Applied(string seed, string rule) => Applied(Seed.Load(seed), rule);

    private static RuleBookFigure Applied(Dossier dossier, string rule) =>
        dossier.ApplyRules([RuleBook.Named(rule)]).Single(result => result.Quantity.Id == "killed").Figure;
}
