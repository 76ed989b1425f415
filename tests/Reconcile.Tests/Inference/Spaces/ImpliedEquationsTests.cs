using Xunit;

namespace Reconcile.Tests.Inference.Spaces;

/// <summary>Inequalities that leave no room are equations.</summary>
public class ImpliedEquationsTests
{
    [Fact]
    public void Limits_in_a_circle_make_quantities_equal()
    {
        var result = Dossier.Create().Relate("a <= b").Relate("b <= c").Relate("c <= a")
            .Claim("a", "about 400", "x").Claim("b", "about 420", "y").Reconcile();

        Assert.Empty(result.Warnings);
        Assert.InRange(result["c"].Best!.Value, 400, 420);
        Assert.Equal(result["a"].Best!.Value, result["c"].Best!.Value, 1e-9);
        Assert.True(result["b"].High - result["b"].Low < 100, result["b"].ToString());
    }

    [Fact]
    public void Limits_that_leave_only_nothing_leave_nothing()
    {
        var result = Dossier.Create().Relate("a = b").Relate("a ~= 3 * b within 20 %").Claim("c", "3", "x").Relate("d <= c + a").Reconcile();

        Assert.Equal(0, result["a"].Best!.Value, 1e-9);
        Assert.Equal(0, result["b"].High!.Value, 1e-9);
    }
}
