using FsCheck.Xunit;
using Xunit;

namespace Reconcile.Tests.Validation;

public class RelationRulesTests
{
    [Theory]
    [InlineData("casualties = killed + wounded")]
    [InlineData("killed <= casualties")]
    [InlineData("killed + wounded >= 0.5 * casualties")]
    [InlineData("a-b >= 0")]
    [InlineData("killed = 5")]
    [InlineData("killed = 0")]
    public void Good_relations_have_no_findings(string rule) => Assert.Empty(Found.In(Dossier.Create().Relate("a <= b").Relate(rule)));

    [Theory]
    [InlineData("killed < 5", "RC120 The relation \"killed < 5\" is not understood at column 8: found \"<\", expected \"<=\".")]
    [InlineData("", "RC110 A relation needs a rule, such as casualties = killed + wounded.")]
    [InlineData("0 = 5", "RC121 The relation \"0 = 5\" can never hold: its quantities cancel out and leave something false.")]
    [InlineData("killed = killed + 5", "RC121 The relation \"killed = killed + 5\" can never hold: its quantities cancel out and leave something false.")]
    [InlineData("killed + 5 <= killed", "RC121 The relation \"killed + 5 <= killed\" can never hold: its quantities cancel out and leave something false.")]
    [InlineData("killed + 5 <= 0", "RC121 The relation \"killed + 5 <= 0\" can never hold: the bounds of its quantities do not allow it (\"killed\" is at least 0; min and max of a quantity set them, null for none).")]
    [InlineData("10 ~= 20", "RC121 The relation \"10 ~= 20\" can never hold: its quantities cancel out and leave something false.")]
    [InlineData("killed = killed", "RC205 The relation \"killed = killed\" says nothing: no quantity is left when both sides are compared.")]
    [InlineData("killed <= killed + 5", "RC205 The relation \"killed <= killed + 5\" says nothing: no quantity is left when both sides are compared.")]
    [InlineData("20 ~= 20.5", "RC205 The relation \"20 ~= 20.5\" says nothing: no quantity is left when both sides are compared.")]
    public void Bad_relations(string rule, string expected) => Found.Only("relations[0] " + expected, Dossier.Create().Relate(rule));

    [Fact]
    public void A_missing_rule_is_reported() =>
        Found.Only("relations[0] RC110 A relation needs a rule, such as casualties = killed + wounded.", Dossier.Create().Relate(new Relation { Rule = null! }));

    [Fact]
    public void Bounds_of_declared_quantities_count()
    {
        var dossier = Dossier.Create().Quantity(new Quantity { Id = "a", Max = 10 }).Quantity(new Quantity { Id = "b", Min = 5 });

        Found.Only("relations[0] RC121 The relation \"a >= 3 * b\" can never hold: the bounds of its quantities do not allow it (\"a\" lies between 0 and 10, \"b\" is at least 5; min and max of a quantity set them, null for none).", dossier.Relate("a >= 3 * b"));
        Assert.Empty(Found.In(dossier.Relate("a >= 2 * b")));
    }

    [Fact]
    public void Unknown_names_are_reported_once_each_with_what_was_probably_meant()
    {
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Fixed).Quantity("wounded", QuantityKind.Fixed);

        Found.Some("relations[0] RC113 Unknown quantity \"kiled\"; did you mean \"killed\"?", dossier.Relate("2 * kiled <= kiled + wounded"));
        Assert.Single(dossier.Relate("2 * kiled <= kiled + wounded").Validate(), finding => finding.Code == "RC113");
    }

    [Fact]
    public void A_hyphen_subtracts_and_the_message_says_so()
    {
        const string Beginning = "relations[0] RC113 Unknown quantity \"troops-sent\": \"-\" subtracts";
        var other = Dossier.Create().Quantity("killed", QuantityKind.Fixed);

        Found.Some(
            Beginning + ". One name is written troops_sent or \"troops-sent\" in double quotes, and declared.",
            other.Relate("killed <= troops-sent"));
        Found.Some(
            Beginning + "; did you mean \"troops_sent\"?",
            other.Quantity("troops_sent", QuantityKind.Stock).Relate("killed <= troops-sent"));
        Found.Some(
            Beginning + "; in a longer expression write the name in double quotes, \"troops-sent\".",
            other.Quantity("troops-sent", QuantityKind.Stock).Relate("killed <= troops-sent"));
        Found.Only(
            Beginning + ". One name is written troops_sent or \"troops-sent\" in double quotes, a subtraction of quantities known elsewhere troops - sent.",
            Dossier.Create().Relate("killed <= troops-sent"));
        Assert.Empty(Found.In(Dossier.Create().Relate("killed <= \"troops-sent\"")));
        Assert.Empty(Found.In(Dossier.Create().Relate("killed <= troops - sent")));
        Assert.Empty(Found.In(Dossier.Create().Relate("killed <= troops-sent").Relate("sent <= troops")));
    }

    [Fact]
    public void A_year_behind_a_hyphen_is_part_of_the_name_too() => Found.Only(
        "relations[0] RC113 Unknown quantity \"covid-19\": \"-\" subtracts. "
        + "One name is written covid_19 or \"covid-19\" in double quotes, a subtraction of quantities known elsewhere covid - 19.",
        Dossier.Create().Relate("covid-19 <= deaths"));

    [Fact]
    public void The_same_fact_twice_is_a_warning()
    {
        var dossier = Dossier.Create().Relate("casualties = killed + wounded").Relate("wounded = casualties - killed");

        Found.Only("relations[1] RC204 The relation \"wounded = casualties - killed\" says the same as relations[0], \"casualties = killed + wounded\".", dossier);
    }

    [Fact]
    public void The_same_fact_with_a_quantity_on_both_sides_is_a_warning() => Found.Only(
        "relations[1] RC204 The relation \"a + c = b + c\" says the same as relations[0], \"a = b\".", Dossier.Create().Relate("a = b").Relate("a + c = b + c"));

    [Fact]
    public void The_same_fact_at_other_times_is_another() => Assert.Empty(Found.In(Dossier.Create()
        .Relate(new Relation { Rule = "a = b", To = new DateOnly(2025, 1, 1) }).Relate(new Relation { Rule = "a = b", From = new DateOnly(2025, 2, 1) })));

    [Theory]
    [InlineData("a = b + 5", "b = a", "\"a = b + 5\", \"b = a\"")]
    [InlineData("a >= 10", "a + b <= 4", "\"a >= 10\", \"a + b <= 4\"")]
    [InlineData("a ~= 2 * b within 10 %", "a <= b - 1", "\"a ~= 2 * b within 10 %\", \"a <= b - 1\"")]
    public void Relations_that_cannot_hold_together_are_named_and_only_they(string first, string second, string named) => Found.Only(
        $"relations[2] RC122 These relations cannot hold together: {named}.",
        Dossier.Create().Relate(first).Relate("c = a + b").Relate(second).Relate("c <= d").Relate("x = y + 3"));

    [Fact]
    public void Bounds_can_make_relations_impossible_together() => Found.Only(
        "relations[1] RC122 These relations cannot hold together: \"a >= b\", \"b >= c\".",
        Dossier.Create().Relate("a >= b").Relate("b >= c")
            .Quantity(new Quantity { Id = "a", Max = 5 }).Quantity(new Quantity { Id = "b" }).Quantity(new Quantity { Id = "c", Min = 6 }));

    [Fact]
    public void Relations_of_different_times_need_not_hold_together() => Assert.Empty(Found.In(Dossier.Create()
        .Relate(new Relation { Rule = "a = b + 5", To = new DateOnly(2025, 1, 1) }).Relate("b = a")));

    [Property(MaxTest = 200)]
    public void Relations_that_one_point_satisfies_are_no_contradiction(int seed)
    {
        var random = new Random(seed);
        var point = new int[6];
        foreach (ref var value in point.AsSpan()) value = random.Next(100);
        var dossier = Dossier.Create();
        for (var i = random.Next(2, 8); i > 0; i--)
        {
            int a = random.Next(6), b = random.Next(6), c = random.Next(6);
            var difference = point[a] + (2 * point[b]) - point[c];
            dossier = dossier.Relate(FormattableString.Invariant($"q{a} + 2 * q{b} - q{c} {(random.Next(2) == 0 ? "=" : "<=")} ({(difference < 0 ? "-" : "")}{Math.Abs(difference)})"));
        }

        Assert.DoesNotContain(dossier.Validate(), finding => finding.Severity == FindingSeverity.Error);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1500)]
    [InlineData(5100)]
    public void A_long_circle_of_equations_that_cannot_hold(int length)
    {
        var circle = Circle(length, "+ 5");

        var error = Assert.Single(circle.Validate());

        Assert.Equal(("RC122", $"relations[{length - 1}]"), (error.Code, error.Path));
        Assert.StartsWith("These relations cannot hold together: \"a0 = a1 + b\", \"a1 = a2 + b\", ", error.Message, StringComparison.Ordinal);
        if (length < 1500) Assert.Equal([error], Assert.Throws<DossierValidationException>(() => circle.Reconcile(TestContext.Current.CancellationToken)).Findings);
    }

    [Theory]
    [InlineData("- 5")]
    [InlineData("")]
    public void A_long_circle_of_equations_that_can_hold(string end) => Assert.Empty(Found.In(Circle(300, end)));

    private static Dossier Circle(int length, string end)
    {
        var relations = Enumerable.Range(0, length - 1).Select(i => new Relation { Rule = FormattableString.Invariant($"a{i} = a{i + 1} + b") });
        return Found.Dossier(relations: [.. relations, new Relation { Rule = FormattableString.Invariant($"a{length - 1} = a0 {end}") }]);
    }

    [Property(MaxTest = 10)]
    public void Many_equations_that_one_point_satisfies_are_no_contradiction(int seed)
    {
        var random = new Random(seed);
        var point = new int[250];
        foreach (ref var value in point.AsSpan()) value = random.Next(100);
        var relations = Enumerable.Range(0, 250).Select(i =>
        {
            int other = (i + 1) % 250, third = random.Next(250), factor = random.Next(1, 4);
            var rest = point[i] + (factor * point[other]) - point[third];
            return new Relation { Rule = FormattableString.Invariant($"q{i} + {factor} * q{other} = q{third} {(rest < 0 ? "-" : "+")} {Math.Abs(rest)}") };
        });

        Assert.DoesNotContain(Found.Dossier(relations: [.. relations]).Validate(), finding => finding.Severity == FindingSeverity.Error);
    }

    [Fact]
    public void A_relation_does_not_end_before_it_begins() => Found.Only(
        "relations[0].to RC123 The relation \"a = b\" ends (2025-01-01) before it begins (2025-01-02).",
        Dossier.Create().Relate(new Relation { Rule = "a = b", From = new DateOnly(2025, 1, 2), To = new DateOnly(2025, 1, 1) }));
}
