using Reconcile.Validation;
using Xunit;

namespace Reconcile.Tests.Validation;

public class LookAlikesTests
{
    [Theory]
    [InlineData("Ministry", "ministry")]
    [InlineData("the  ministry ", "The ministry")]
    [InlineData("sé", "se\u0301")]
    [InlineData("Łódź", "ŁÓDŹ")]
    [InlineData("Zelenský", "Zelensky")]
    [InlineData("min\u200Bistry", "ministry")]
    public void Names_that_look_alike(string one, string other)
    {
        var lookAlikes = new LookAlikes();

        Assert.Null(lookAlikes.EarlierThan(one));
        Assert.Equal(one, lookAlikes.EarlierThan(other));
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("troops_sent", "troopssent")]
    [InlineData("ministry 1", "ministry 2")]
    [InlineData("о", "o")]
    public void Names_that_do_not(string one, string other)
    {
        var lookAlikes = new LookAlikes();

        Assert.Null(lookAlikes.EarlierThan(one));
        Assert.Null(lookAlikes.EarlierThan(other));
    }

    [Fact]
    public void Sources_that_were_never_declared_are_compared_too() => Found.Only(
        "claims[1].source RC207 The sources \"ministry\" and \"Ministry\" differ in letter case, accents or spaces only and count as two; if they are one, use one id.",
        Dossier.Create().Claim("killed", "400", "ministry").Claim("killed", "410", "Ministry").Claim("killed", "420", "Ministry"));

    [Fact]
    public void So_are_quantities()
    {
        const string Message = "RC213 The quantities \"killed\" and \"Killed\" differ in letter case, accents or spaces only and count as two; if they are one, use one ";

        Found.Only("claims[1].quantity " + Message + "name.", Dossier.Create().Claim("killed", "400", "a").Claim("Killed + x", "410", "b").Claim("Killed", "420", "c"));
        Found.Only(
            "claims[0].quantity " + Message.Replace("\"killed\" and \"Killed\"", "\"Killed\" and \"killed\"", StringComparison.Ordinal) + "name.",
            Dossier.Create().Relate("Killed <= all").Claim("killed", "400", "a"));
        Found.Only("relations[1] " + Message + "name.", Dossier.Create().Relate("killed <= all").Relate("2 * Killed <= all"));
        Found.Some("quantities[1].id " + Message + "name.", Dossier.Create().Quantity("killed", QuantityKind.Fixed).Quantity("Killed", QuantityKind.Fixed));
    }
}
