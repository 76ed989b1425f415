using System.Text.Json;
using FsCheck.Xunit;
using Reconcile.Explanation;
using Reconcile.Results;
using Reconcile.Tests.Generation;
using Reconcile.Variations;
using Xunit;

namespace Reconcile.Tests.Variations;

public class SingleChangesTests
{
    private static readonly Dossier Disputed = Dossier.Create()
        .Source("a", Reliability.B).Source("b", Reliability.D)
        .Claim("killed", "about 400", "a").Claim("killed", "about 900", "b");

    [Fact]
    public void A_second_root_that_agrees_raises_confidence_and_narrows_the_range()
    {
        var result = Dossier.Create().Claim("killed", "around 400", "a").Reconcile();
        var change = Assert.Single(ChangesOf(result, "killed"), change => change.Kind == ChangeKind.Agreeing);

        Assert.Equal((Reliability.B, "around 400"), (change.Reliability, change.Claim!.Figure.Text));
        Assert.True(change.After!.Confidence > result["killed"].Confidence);
        Assert.True(change.After.High - change.After.Low < result["killed"].High - result["killed"].Low);
        Assert.Contains("- with a second independent root of grade B that says \"around 400\": 400 (", result.Explain("killed"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_what_the_engine_says_of_the_changed_dossier()
    {
        var result = Disputed.Reconcile();
        var without = Assert.Single(ChangesOf(result, "killed"), change => change.Kind == ChangeKind.Without && change.Claim!.Id == "c1");
        var upgraded = Assert.Single(ChangesOf(result, "killed"), change => change.Kind == ChangeKind.Upgraded);

        AssertSame(Disputed.WithoutClaim("c1").Reconcile()["killed"], without.After!);
        AssertSame(Disputed.Source("b", Reliability.A).Reconcile()["killed"], upgraded.After!);
        Assert.Equal(("b", Reliability.A), (upgraded.Source, upgraded.Reliability));
    }

    [Fact]
    public void The_greatest_effect_comes_first_and_none_is_idle()
    {
        var changes = ChangesOf(Disputed.Reconcile(), "killed");

        Assert.Equal(changes.Select(change => change.Effect).OrderDescending(), changes.Select(change => change.Effect));
        Assert.All(changes, change => Assert.True(change.Effect >= 0.05));
        Assert.Equal(900, changes.First(change => change.Kind == ChangeKind.Without).After!.Best!.Value, 10.0);
    }

    [Fact]
    public void Without_the_only_claim_nothing_is_known()
    {
        var result = Dossier.Create().Claim("killed", "around 400", "a").Reconcile();

        Assert.Null(ChangesOf(result, "killed").Single(change => change.Kind == ChangeKind.Without).After);
        Assert.Contains("- without \"around 400\" (a) [c1]: nothing would be known of it\n", result.Explain("killed") + "\n", StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_claim_replaced_counts_again_without_it()
    {
        var dossier = Dossier.Create().Claim("killed", "290", "a").Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("253"), Source = "a", Supersedes = ["c1"] });
        var without = ChangesOf(dossier.Reconcile(), "killed").Single(change => change.Kind == ChangeKind.Without);

        Assert.Equal(290, without.After!.Best!.Value, 1.0);
    }

    [Fact]
    public void A_root_agrees_with_the_estimate_and_not_with_what_only_weighs_much()
    {
        var result = Dossier.Create()
            .Source("a", Reliability.D)
            .Source("b", Reliability.C)
            .Relate("casualties = killed + wounded")
            .Claim("casualties", "around 3,600", "a").Claim("casualties", "around 4,000", "b").Claim("killed", "around 400", "b").Claim("wounded", "approximately 3,600", "b")
            .Reconcile();

        Assert.Equal("around 4,000", ChangesOf(result, "casualties").Single(change => change.Kind == ChangeKind.Agreeing).Claim!.Figure.Text);
    }

    [Fact]
    public void A_number_that_nobody_states_is_agreed_with_to_three_digits()
    {
        var result = Dossier.Create().Relate("casualties = killed + wounded").Claim("killed", "412", "a").Claim("wounded", "3,655", "a").Reconcile();

        Assert.Equal(4_070, ChangesOf(result, "casualties").Single(change => change.Kind == ChangeKind.Agreeing).Claim!.Figure.Value);
    }

    [Fact]
    public void A_further_root_repeats_no_forecast_beside_a_report()
    {
        var result = Dossier.Create().Interest(new Interest { Source = "ministry", Tends = Tendency.Understate }).Claim("marchers", "1.28 million", "ministry", new DateOnly(2023, 3, 7))
            .Claim(new Claim { Quantity = "marchers", Figure = Figure.Parse("1.1 to 1.4 million"), Source = "services", Reported = new DateOnly(2023, 3, 6), Basis = Basis.Projection }).Reconcile();
        var agreeing = ChangesOf(result, "marchers").Single(change => change.Kind == ChangeKind.Agreeing);

        Assert.Equal((1_320_000, Basis.Estimate), (agreeing.Claim!.Figure.Value, agreeing.Claim.Basis));
    }

    [Fact]
    public void A_further_root_that_agrees_with_forecasts_alone_forecasts_too()
    {
        var day = new DateOnly(2023, 3, 7);
        var result = Dossier.Create().WithAsOf(day).Quantity("patients", QuantityKind.Stock).Claim("patients", "300", "ministry", day.AddDays(-7))
            .Claim(new Claim { Quantity = "patients", Figure = Figure.Parse("around 400"), Source = "services", Reported = day.AddDays(-1), AsOf = day, Basis = Basis.Projection }).Reconcile();
        var agreeing = ChangesOf(result, "patients").Single(change => change.Kind == ChangeKind.Agreeing);

        Assert.Equal(("around 400", Basis.Projection), (agreeing.Claim!.Figure.Text, agreeing.Claim.Basis));
        Assert.Contains("+1 two independent roots agree: another root and services", agreeing.After!.Reasons);
        Assert.Contains("independent root of grade B that forecasts \"around 400\": ", result.Explain("patients"), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_lists_the_changes()
    {
        using var json = JsonDocument.Parse(Disputed.Reconcile().ExplainToJson("killed"));
        var changes = json.RootElement.GetProperty("changes").EnumerateArray().ToDictionary(change => $"{change.GetProperty("change").GetString()} {Subject(change)}");

        Assert.Equal(["agreeing about 400", "upgraded b", "without c1", "without c2"], changes.Keys.Order());
        Assert.Equal("A", changes["upgraded b"].GetProperty("reliability").GetString());
        Assert.Equal(JsonValueKind.Number, changes["without c1"].GetProperty("best").ValueKind);
        Assert.Equal("low", changes["without c1"].GetProperty("confidence").GetString());

        static string? Subject(JsonElement change) =>
            new[] { "claim", "source", "figure" }.Where(name => change.TryGetProperty(name, out _)).Select(name => change.GetProperty(name).GetString()).Single();
    }

    [Fact]
    public void Claims_as_read_have_the_interval_that_the_error_of_the_source_leaves()
    {
        using var json = JsonDocument.Parse(Disputed.Reconcile().ExplainToJson("killed"));
        var claim = json.RootElement.GetProperty("claimsAsRead")[1];

        // about 900: ± 100; grade D: 20 % of 900; in quadrature 206.
        Assert.Equal(900 - 205.9, claim.GetProperty("tolerant").GetProperty("low").GetDouble(), 0.1);
        Assert.Equal(900 + 205.9, claim.GetProperty("tolerant").GetProperty("high").GetDouble(), 0.1);
        Assert.Equal(1_000, claim.GetProperty("high").GetDouble());
    }

    [Fact]
    public void An_explanation_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => Disputed.Reconcile().Explain("killed", cancelled.Token));
    }

    [Property(MaxTest = 15, Arbitrary = [typeof(DisputedDossiers)])]
    public void Every_estimate_of_any_dossier_can_be_explained(Dossier dossier)
    {
        var result = dossier.Reconcile();
        foreach (var estimate in result.Estimates.Take(2))
        {
            Assert.InRange(ChangesOf(result, estimate.Quantity.Id).Count, 0, 17);
            Assert.Equal(result.Explain(estimate.Quantity.Id), result.Explain(estimate.Quantity.Id));
        }
    }

    private static IReadOnlyList<SingleChange> ChangesOf(Reconciliation result, string quantity) => SingleChanges.Of(EstimateExplainer.Of(result, result[quantity]), static (dossier, options, cancellation) => new Reconciler(options).Reconcile(dossier, cancellation), CancellationToken.None);

    private static void AssertSame(Estimate expected, Estimate actual) =>
        Assert.Equal((expected.Best, expected.Low, expected.High, expected.Confidence), (actual.Best, actual.Low, actual.High, actual.Confidence));
}
