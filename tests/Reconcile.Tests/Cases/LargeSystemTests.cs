using System.Globalization;
using Xunit;

namespace Reconcile.Tests.Cases;

/// <summary>Systems of a size at which a careless step would take minutes or gigabytes.</summary>
public class LargeSystemTests
{
    [Fact]
    public void A_chain_of_limits_of_which_nobody_speaks_is_reported_all_the_same()
    {
        var result = Dossier.Create()
            .WithRelations(Enumerable.Range(0, 20_000).Select(i => new Relation { Rule = string.Create(CultureInfo.InvariantCulture, $"q{i} <= q{i + 1}") }))
            .Reconcile();

        Assert.Equal(20_001, result.Estimates.Count);
        Assert.StartsWith("quantity,", result.ToCsv(), StringComparison.Ordinal);
        Assert.Null(Assert.Single(result["q7"].Influences).Claim);
    }

    [Fact]
    public void Circles_of_too_many_quantities_are_an_error_that_says_so()
    {
        var dossier = Dossier.Create()
            .WithRelations(Enumerable.Range(0, 6000).Select(i => new Relation { Rule = string.Create(CultureInfo.InvariantCulture, $"q{i} <= q{(i + 1) % 6000} + 1") }))
            .Claim("q0", "about 400", "ministry");

        var error = Assert.Single(Assert.Throws<DossierValidationException>(() => dossier.Reconcile()).Findings);

        Assert.Equal("RC226", error.Code);
        Assert.Contains("6,000 quantities", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_id_is_cut_in_that_error()
    {
        var longId = new string('a', 900);
        var dossier = Dossier.Create()
            .WithRelations(Enumerable.Range(0, 6000).Select(i => new Relation { Rule = $"{Name(i)} <= {Name((i + 1) % 6000)} + 1" }))
            .Claim("q1", "about 400", "ministry");

        var error = Assert.Single(Assert.Throws<DossierValidationException>(() => dossier.Reconcile()).Findings);

        Assert.Contains("quantities around \"aaa", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(longId, error.Message, StringComparison.Ordinal);

        string Name(int number) => number == 0 ? longId : string.Create(CultureInfo.InvariantCulture, $"q{number}");
    }

    /// <summary>Two years of weekly losses, of which a second root says 62 for 60 once: exact words that contradict each other raised the sum round by round, to 7,187.</summary>
    [Fact]
    public void Increments_that_contradict_each_other_at_their_word_raise_no_floor_above_what_is_said()
    {
        var start = new DateOnly(2025, 1, 1);
        Claim Week(int number, string figure, string source) => new() { Quantity = "w", Figure = Figure.Parse(figure), Source = source, During = new Period(start.AddDays((7 * number) + 1), start.AddDays(7 * (number + 1))) };
        var wounded = Dossier.Create().Quantity("w", QuantityKind.Total).Quantity("c", QuantityKind.Total).Relate("w <= c")
            .WithClaims([.. Enumerable.Range(0, 104).Select(week => Week(week, "exactly 60", "staff")), Week(3, "exactly 62", "press")]).Reconcile()["w"];

        Assert.InRange(wounded.Low!.Value, 5_000, 6_250);
        Assert.Null(wounded.Best);
    }
}
