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

    /// <summary>359 was put right to 253, by another authority: averages stay between, where the toll never was.</summary>
    [Theory]
    [InlineData("acled", 253, 253)]
    [InlineData("gtd", 253, 253)]
    [InlineData("ucdp", 253, 253)]
    [InlineData("mean", 306, 306)]
    [InlineData("random-effects", 290, 320)]
    public void Colombo_bombings(string rule, double least, double most) => Assert.InRange(Applied("colombo-bombings-2019", rule).Best!.Value, least, most);

    /// <summary>Every toll of the ministry replaced the one before.</summary>
    [Fact]
    public void Beirut_port() => Assert.All(
        Seed.Load("beirut-port-2020").ApplyRules([RuleBook.Acled, RuleBook.Range, RuleBook.Mean]).Where(result => result.Quantity.Id == "killed_first_week"),
        result => Assert.Equal(171, result.Figure.Best ?? result.Figure.High));

    private static RuleBookFigure Applied(string seed, string rule) =>
        Seed.Load(seed).ApplyRules([RuleBook.Named(rule)]).Single(result => result.Quantity.Id.StartsWith("killed", StringComparison.Ordinal)).Figure;
}
