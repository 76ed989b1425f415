using Xunit;

namespace Reconcile.Tests.Cases;

public class ReasonTests
{
    private static readonly Reconciliation Result = Dossier.Create()
        .Source("survey", Reliability.B).Source("ministry", Reliability.B).Source("hospital", Reliability.A).Source("channel", Reliability.E)
        .Relate("casualties = killed + wounded")
        .Claim("killed", "about 400", "survey")
        .Claim("killed", "about 410", "ministry")
        .Claim(new Claim { Quantity = "killed", Figure = Figure.Exactly(405), Source = "hospital", Basis = Basis.Count })
        .Claim("wounded", "about 900", "channel")
        .Reconcile();

    [Fact]
    public void Three_roots_that_agree_one_of_them_a_count_give_high_confidence() => Assert.Equal(Confidence.High, Result["killed"].Confidence);

    [Fact]
    public void One_unreliable_root_gives_low_confidence_and_is_named()
    {
        Assert.Equal(Confidence.Low, Result["wounded"].Confidence);
        Assert.Contains(Result["wounded"].Reasons, reason => reason.Contains("channel", StringComparison.Ordinal));
    }

    [Fact]
    public void Reasons_differ_with_the_evidence()
    {
        Assert.NotEqual(Result["killed"].Reasons, Result["wounded"].Reasons);
        Assert.NotEqual(Result["wounded"].Reasons, Result["casualties"].Reasons);
        Assert.All(Result.Estimates, estimate => Assert.NotEmpty(estimate.Reasons));
    }

    [Fact]
    public void Roots_are_those_who_speak_of_the_quantity_not_those_who_repeat_them()
    {
        var result = Dossier.Create()
            .Claim(new Claim { Quantity = "killed", Figure = Figure.About(400), Source = "ministry", Via = ["wire"] })
            .Claim(new Claim { Quantity = "killed", Figure = Figure.About(400), Source = "ministry", Via = ["paper"] })
            .Reconcile();

        Assert.Equal(1, result["killed"].Roots);
        Assert.Equal(3, Result["killed"].Roots);
    }
}
