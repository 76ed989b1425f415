using System.Globalization;
using Reconcile.Accounts;
using Reconcile.Consistency;
using Reconcile.Inference;
using Reconcile.Modelling;
using Reconcile.Tests.Inference.Chains;
using Xunit;

namespace Reconcile.Tests.Inference;

/// <summary>Views that are made on all cores, against the same made one after the other.</summary>
public class ViewsAtOnceTests
{
    [Fact]
    public void In_circles_each_is_to_the_digit_what_it_is_alone() => AssertSame(Circles(66));

    [Fact]
    public void Along_days_each_is_to_the_digit_what_it_is_alone() => AssertSame(Days(140));

    private static void AssertSame(Dossier dossier)
    {
        var (component, _) = RandomSeries.ComponentOf(dossier);
        var (_, choices, atOnce) = ViewsOf(component);
        var (disputes, _, inTurn) = ViewsOf(component);

        atOnce.MakeAll(choices);

        Assert.True(disputes > 3);
        foreach (var choice in choices)
        {
            var (expected, actual) = (inTurn.Of(choice)!, atOnce.Of(choice)!);
            Assert.NotSame(atOnce.Leading, actual);
            for (var state = 0; state < component.States.Length; state++)
            {
                Assert.Equal(expected.MeanOf(state), actual.MeanOf(state));
                Assert.Equal(expected.ValueOf(state), actual.ValueOf(state));
            }
        }

        Assert.Equal(inTurn.Converged, atOnce.Converged);
    }

    private static (int Disputes, List<int[]> Choices, AccountViews Views) ViewsOf(Component component)
    {
        var limits = new SearchLimits(20, 100_000);
        var (tolerant, _) = ClaimSystem.CreateBoth(component);
        var found = DisputeFinder.Find(tolerant, limits, CancellationToken.None);
        var choices = new List<int[]>();
        for (var dispute = 0; dispute < found.Disputes.Count; dispute++)
        {
            var choice = new int[found.Disputes.Count];
            choice[dispute] = 1;
            choices.Add(choice);
        }

        return (found.Disputes.Count, choices, new AccountViews(component, found, tolerant, 0.9, limits, CancellationToken.None));
    }

    /// <summary>Sums in a ladder that closes; every eleventh quantity is disputed.</summary>
    private static Dossier Circles(int quantities)
    {
        var sums = quantities / 3;
        var dossier = Dossier.Create();
        for (var i = 0; i < sums; i++)
        {
            dossier = dossier
                .Relate($"all{i} = north{i} + south{i}")
                .Relate($"north{i} + south{(i + 1) % sums} <= 3 * all{(i + 1) % sums}")
                .Claim(Name("north", i), Figure.About(1000 + (10 * i)), Name("source", i));
            if (i % 4 == 0) dossier = dossier.Claim(Name("north", i), Figure.About(5000 + (10 * i)), Name("rival", i));
        }

        return dossier;
    }

    /// <summary>A total that rises from day to day, and a stock of which on every thirtieth day one root says much more than another.</summary>
    private static Dossier Days(int days)
    {
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total).Quantity(new Quantity { Id = "missing", Kind = QuantityKind.Stock, Drift = 0.5 }).Relate("missing <= 100 * killed");
        for (var day = 0; day < days; day++)
        {
            dossier = Said(dossier, "killed", 100 + (10 * day), "ministry", day);
            if (day % 30 == 10) dossier = Said(Said(dossier, "missing", 100, Name("police", day), day), "missing", 900, Name("rebels", day), day);
        }

        return dossier;
    }

    private static Dossier Said(Dossier dossier, string quantity, double value, string source, int day) =>
        dossier.Claim(new Claim { Quantity = quantity, Figure = Figure.About(value), Source = source, AsOf = new DateOnly(2024, 1, 1).AddDays(day) });

    private static string Name(string what, int number) => what + number.ToString(CultureInfo.InvariantCulture);
}
