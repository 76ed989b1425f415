using Xunit;

namespace Reconcile.Tests.Validation;

public class ConfirmationsTests
{
    private static readonly Claim Confirmed = new() { Id = "a", Quantity = "killed", Figure = Figure.About(400), Source = "ministry", Via = ["wire"], Credibility = Credibility.Confirmed };

    [Theory]
    [InlineData("wire", "400", true)] // it only passed that on
    [InlineData("wire", "410", false)]
    [InlineData("police", "400", false)]
    [InlineData("ministry", "400", true)]
    public void A_relay_of_the_same_figure_confirms_nothing(string source, string figure, bool isMissing)
    {
        var dossier = Dossier.Create().Claim(Confirmed).Claim("killed", figure, source);

        Assert.Equal(isMissing, dossier.Validate().Any(finding => finding is { Code: "RC201", ClaimId: "a" }));
    }

    [Theory]
    [InlineData("about 400", "at least 12", true)]
    [InlineData("about 400", "up to 500", true)]
    [InlineData("about 400", "300–600", false)]
    [InlineData("at least 300", "at least 12", false)]
    [InlineData("at least 300", "about 400", false)]
    public void A_bound_confirms_no_value(string figure, string other, bool isMissing)
    {
        var dossier = Dossier.Create().Claim(Confirmed with { Figure = Figure.Parse(figure) }).Claim("killed", other, "police");

        Assert.Equal(isMissing, dossier.Validate().Any(finding => finding is { Code: "RC201", ClaimId: "a" }));
    }

    [Fact]
    public void The_root_does_not_confirm_its_relay()
    {
        var relay = new Claim { Id = "w", Quantity = "killed", Figure = Figure.About(400), Source = "wire", Credibility = Credibility.Confirmed };
        var dossier = Dossier.Create().Claim(Confirmed with { Credibility = Credibility.Unknown }).Claim(relay);

        Assert.Equal(["RC201"], dossier.Validate().Select(finding => finding.Code));
        Assert.Empty(dossier.Claim("killed", "400", "police").Validate());
    }
}
