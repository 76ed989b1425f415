using Xunit;

namespace Reconcile.Tests.Accounts;

/// <summary>Numbers so far apart that rounding decides what can hold: the dossier is refused, and nothing goes on for ever.</summary>
public class RoundingLimitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void A_contradiction_that_no_claim_takes_part_in_is_refused() => AssertRefused(Quantities(mostOfC: 1)
        .Relate("e = 1000000 * b").Relate("a ~= 3 * b within 20 %").Relate("e <= 0.000001 * d")
        .Source(new Source { Id = "s1" }).Source(new Source { Id = "s3", Accuracy = 1e-6 })
        .Claim("a / d", "31.5% (95% CI 20.85%–50.85%)", "s3")
        .Claim("b / (b + c)", "10–13 %", "s1")
        .Claim("e", "at least 420,000,000", "s3"));

    [Fact]
    public void A_contradiction_in_accounts_that_held_before_is_refused() => AssertRefused(Quantities()
        .Relate("a = b + c + d").Relate("e = 1000000 * b").Relate("e <= 0.000001 * d")
        .Source(new Source { Id = "s0", Accuracy = 0.999999999 }).Source(new Source { Id = "s1", RelativeError = 0 }).Source(new Source { Id = "s2", RelativeError = 0.9 }).Source(new Source { Id = "s3", RelativeError = 0.9 })
        .Claim(new Claim { Id = "c1", Quantity = "b", Figure = Figure.Between(0.00054, 0.000702), Source = "s2", Credibility = Credibility.Improbable })
        .Claim(new Claim { Id = "c2", Quantity = "b + 0.1 * c", Figure = Figure.Parse("about 9,197.69164603096"), Source = "s2", Basis = Basis.Count })
        .Claim(new Claim { Id = "c3", Quantity = "e", Figure = Figure.Exactly(0.000027623069159511044), Source = "s2", Credibility = Credibility.ProbablyTrue })
        .Claim(new Claim { Id = "c4", Quantity = "b / (b + c)", Figure = Figure.Parse("8.29% (90% CI 7.05%–37.05%)"), Source = "s1" })
        .Claim(new Claim { Id = "c5", Quantity = "c", Figure = Figure.AtLeast(923_758_326_062.8201), Source = "s3" }));

    private static Dossier Quantities(double? mostOfC = null) => ((string[])["a", "b", "c", "d", "e"])
        .Aggregate(Dossier.Create(), (dossier, id) => dossier.Quantity(new Quantity { Id = id, Max = id == "c" ? mostOfC : null }));

    private static void AssertRefused(Dossier dossier)
    {
        using var patience = new CancellationTokenSource(Patience);
        var exception = Assert.Throws<DossierValidationException>(() => new Reconciler().Reconcile(dossier, patience.Token));
        Assert.Equal("RC225", Assert.Single(exception.Findings).Code);
    }
}
