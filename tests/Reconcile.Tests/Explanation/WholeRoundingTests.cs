using Xunit;

namespace Reconcile.Tests.Explanation;

/// <summary>Sums of quantities of which only some are whole still add up.</summary>
public class WholeRoundingTests
{
    [Fact]
    public void A_part_that_is_not_whole_takes_up_what_rounding_the_total_leaves_over()
    {
        var result = Losses(whole: ["casualties"]).Claim("casualties", "350–531", source: "B").Claim("killed", "about 41.3", source: "A").Reconcile();

        AssertAddsUp(result);
        Assert.Equal(Math.Round(result["casualties"].Best!.Value), result["casualties"].Best!.Value);
    }

    [Fact]
    public void What_is_left_between_whole_quantities_is_whole()
    {
        var result = Losses(whole: ["casualties", "killed", "wounded"]).Claim("captured", "4–7", source: "D").Claim("casualties", "11–20", source: "D").Reconcile();

        AssertAddsUp(result);
        Assert.Equal(Math.Round(result["captured"].Best!.Value), result["captured"].Best!.Value);
    }

    [Fact]
    public void Whole_and_finer_numbers_add_up_in_print()
    {
        var result = Losses(whole: ["killed"]).Claim("captured", "270", source: "A").Claim("killed", "about 1,700", source: "B").Claim("wounded", "about 3,621", source: "C").Reconcile();

        AssertAddsUp(result);
    }

    private static void AssertAddsUp(Reconciliation result)
    {
        double Rest(Func<Estimate, double?> read) => (read(result["casualties"]) - read(result["killed"]) - read(result["wounded"]) - read(result["captured"]))!.Value;
        Assert.Equal(0, Rest(estimate => estimate.Best), 1e-9);
        Assert.Equal(0, Rest(estimate => estimate.Printed.Best), 1e-9);
    }

    private static Dossier Losses(params string[] whole)
    {
        var dossier = Dossier.Create().Relate("casualties = killed + wounded + captured");
        foreach (var id in (string[])["killed", "wounded", "captured", "casualties"]) dossier = dossier.Quantity(new Quantity { Id = id, Whole = whole.Contains(id) });
        return dossier;
    }
}
