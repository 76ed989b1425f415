using Xunit;

namespace Reconcile.Tests.Explanation;

/// <summary>Why a claim is contested or rejected, in one sentence.</summary>
public class VerdictSentenceTests
{
    /// <summary>The rival on the same quantity comes last in the order of letters.</summary>
    [Fact]
    public void Of_many_opponents_the_one_on_the_same_quantity_comes_first()
    {
        var result = Dossier.Create().Relate("dead = a + b + c")
            .Claim("a", "1,414", "w").Claim("b", "2,274", "w").Claim("c", "3,000", "w")
            .Claim("dead", "6,688", "z").Claim("dead", "50,783", "x").Reconcile();
        var because = result.Verdicts.Single(verdict => verdict.Claim.Figure.Text == "50,783").Because;

        Assert.StartsWith("it conflicts with 6,688 (z), 1,414 (w) and 2 others", because, StringComparison.Ordinal);
    }

    [Fact]
    public void So_it_does_where_all_are_named()
    {
        var result = Dossier.Create().Relate("dead = a + b").Claim("a", "1,414", "w").Claim("b", "2,274", "w").Claim("dead", "3,688", "z").Claim("dead", "50,783", "x").Reconcile();
        var because = result.Verdicts.Single(verdict => verdict.Claim.Figure.Text == "50,783").Because;

        Assert.StartsWith("it conflicts with 3,688 (z), 1,414 (w) and 2,274 (w);", because, StringComparison.Ordinal);
    }
}
