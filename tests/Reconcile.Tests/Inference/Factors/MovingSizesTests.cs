using Xunit;

namespace Reconcile.Tests.Inference.Factors;

/// <summary>What the error of a root multiplies over the days of a total.</summary>
public class MovingSizesTests
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    /// <summary>However often a weak root repeats itself, it has one error, and the others have theirs.</summary>
    [Fact]
    public void A_weak_root_that_speaks_often_does_not_win_over_better_ones()
    {
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total).WithAsOf(Start.AddDays(400))
            .Source("police", Reliability.D).Source("court", Reliability.C).Source("rumour", Reliability.E);
        for (var day = 0; day < 36; day++)
        {
            var (source, figure) = (day % 3) switch { 0 => ("police", "24,200"), 1 => ("court", "28,600"), _ => ("rumour", "40,800") };
            dossier = dossier.Claim("killed", figure, source, Start.AddDays(9 * day));
        }

        Assert.InRange(dossier.Reconcile()["killed"].Best!.Value, 26_500, 30_500);
    }
}
