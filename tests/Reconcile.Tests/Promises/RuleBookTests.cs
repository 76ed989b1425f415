using Reconcile.Tests.Generation;
using Reconcile.Tests.Mathematics;
using Xunit;

namespace Reconcile.Tests.Promises;

/// <summary>What holds for other people's rules, whatever the dossier.</summary>
public class RuleBookTests
{
    [Promise(typeof(DisputedDossiers))]
    public void The_order_of_claims_and_sources_changes_no_figure(Dossier dossier) => Applying(dossier, results =>
    {
        for (var seed = 0; seed < 3; seed++)
        {
            var shuffled = dossier.With(Holding.Shuffled(dossier.Claims, seed), Holding.Shuffled(dossier.Sources, seed), Holding.Shuffled(dossier.Relations, seed));
            Assert.Equal(Said(results), Said(shuffled.ApplyRules()));
        }
    });

    [Promise(typeof(DisputedDossiers))]
    public void A_relay_or_a_withdrawn_claim_changes_no_figure(Dossier dossier) => Applying(dossier, results =>
    {
        for (var i = 0; i < dossier.Claims.Count; i += 3)
        {
            var claim = dossier.Claims[i];
            var withdrawn = claim with { Id = "withdrawn", Retracted = Retraction.Always, Supersedes = [], Source = dossier.Claims[0].Source };
            Assert.Equal(Said(results), Said(dossier.With([withdrawn, .. dossier.Claims]).ApplyRules()));
            if (claim.Retracted.IsRetracted || dossier.Claims.Any(other => other.Supersedes.Contains(claim.Id))) continue;
            Assert.Equal(Said(results), Said(dossier.With([claim with { Id = "again", Via = ["wire"], Supersedes = [] }, .. dossier.Claims]).ApplyRules()));
        }
    });

    [Promise(typeof(DisputedDossiers))]
    public void Multiplying_all_figures_by_a_power_of_ten_multiplies_the_figures_of_all_rules(Dossier dossier) => Applying(dossier, _ =>
    {
        var (large, larger) = (ScaleTests.Times(dossier, 1e5).ApplyRules(), ScaleTests.Times(dossier, 1e7).ApplyRules());
        Assert.Equal(large.Count, larger.Count);
        foreach (var (one, other) in large.Zip(larger))
        {
            foreach (var (a, b) in Numbers(one).Zip(Numbers(other)))
            {
                Assert.Equal(a is null, b is null);
                if (a is { } number) Near.Relative(100 * number, b!.Value, 1e-4, 1e-4 * Numbers(other).Max(value => Math.Abs(value ?? 0)));
            }
        }
    });

    [Promise(typeof(DisputedDossiers))]
    public void Figures_lie_within_what_was_stated_and_their_ranges_hold_them(Dossier dossier) => Applying(dossier, results =>
    {
        foreach (var quantity in results.GroupBy(result => result.Quantity.Id))
        {
            var figures = quantity.ToDictionary(result => result.Rule, result => result.Figure);
            var range = figures["range"];
            foreach (var (rule, figure) in figures)
            {
                Assert.True(!(figure.Low > figure.Best) && !(figure.Best > figure.High) && !(figure.Low > figure.High), rule);
                if (range.Low is { } low) Assert.True(!(figure.Best < low - 1e-9), rule);
                if (range.High is { } high) Assert.True(!(figure.Best > high + 1e-9), rule);
            }
        }
    });

    [Promise(typeof(DisputedDossiers))]
    public void Every_claim_that_a_rule_used_was_given_to_it(Dossier dossier) => Applying(dossier, results => Assert.All(results, result =>
    {
        Assert.All(result.Figure.Claims, claim => Assert.Contains(result.Stated, stated => ReferenceEquals(stated, claim)));
        Assert.Equal(result.Figure is { Best: null, Low: null, High: null }, result.Figure.Claims.Count == 0);
        Assert.NotEqual("", result.Figure.Because);
    }));

    [Promise(typeof(ExtremeDossiers), 60)]
    public void Every_number_is_finite_at_the_limits_of_what_may_be_written(Dossier dossier) => Applying(dossier, AssertFinite);

    [Promise(typeof(DossierGenerators), 60)]
    public void Nor_does_a_dossier_with_dates_and_every_property_break_a_rule(Dossier dossier) => Applying(dossier, AssertFinite);

    private static void AssertFinite(IReadOnlyList<RuleBookResult> results) =>
        Assert.All(results.SelectMany(Numbers), number => Assert.True(number is null || double.IsFinite(number.Value)));

    private static void Applying(Dossier dossier, Action<IReadOnlyList<RuleBookResult>> promise)
    {
        IReadOnlyList<RuleBookResult> results;
        try
        {
            results = dossier.ApplyRules();
        }
        catch (DossierValidationException)
        {
            return;
        }

        Holding.Shown(dossier, () => promise(results));
    }

    private static double?[] Numbers(RuleBookResult result) => [result.Figure.Low, result.Figure.Best, result.Figure.High];

    /// <summary>Undeclared quantities come in the order in which claims first name them.</summary>
    private static string[] Said(IReadOnlyList<RuleBookResult> results) =>
        [.. results.Select(result => $"{result.Quantity.Id} {result.Rule} {result.Figure.Low:R} {result.Figure.Best:R} {result.Figure.High:R} {result.Figure.Because}").Order(StringComparer.Ordinal)];
}
