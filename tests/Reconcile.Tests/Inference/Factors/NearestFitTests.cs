using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Reconcile.Inference.Factors;
using Reconcile.Modelling;
using Reconcile.Provenance;
using Reconcile.Tests.Consistency;
using Reconcile.Validation;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

/// <summary>What the figures of one root come to when they are made to fit each other.</summary>
public class NearestFitTests
{
    [Property]
    public Property Figures_that_add_up_stay_as_they_are() => Prop.ForAll(Gen.Choose(1, 9_999).Two().ToArbitrary(), parts =>
    {
        var (b, c) = parts;

        AssertPoint(Fit(Sum(b + c, b, c)), b + c, b, c);
    });

    /// <summary>By Lagrange's multiplier: each figure moves by its variance, here as the square of the figure.</summary>
    [Property]
    public Property What_a_total_lies_off_its_sum_is_shared_by_the_squares_of_the_figures() => Prop.ForAll(Gen.Choose(100, 9_999).Two().ToArbitrary(), Gen.Choose(70, 130).ToArbitrary(), (parts, percent) =>
    {
        var (b, c) = ((double)parts.Item1, (double)parts.Item2);
        var a = Math.Round((b + c) * percent / 100);
        var multiplier = (a - b - c) / ((a * a) + (b * b) + (c * c));

        // Half a unit of rounding is in the variances too.
        var point = Fit(Sum(a, b, c));
        Assert.Equal(a - (multiplier * a * a), point["a"], 0.01 * a);
        Assert.Equal(b + (multiplier * b * b), point["b"], 0.01 * (a + b));
        Assert.Equal(c + (multiplier * c * c), point["c"], 0.01 * (a + c));
        Assert.Equal(point["a"], point["b"] + point["c"], 1e-6 * a);
    });

    [Property]
    public Property Parts_that_exceed_their_total_move_and_smaller_ones_do_not() => Prop.ForAll(Gen.Choose(100, 999).Two().ToArbitrary(), figures =>
    {
        var (part, total) = figures;
        var point = Fit(Dossier.Create().Relate("part <= total").Claim("part", Figure.Exactly(part), "root").Claim("total", Figure.Exactly(total), "root"));

        if (part <= total) AssertPoint(point, part, total);
        else Assert.Equal(point["part"], point["total"], 1e-6);
    });

    [Theory]
    [InlineData("at least 300", 400)]
    [InlineData("at most 500", 400)]
    [InlineData("at least 400", 400)]
    public void A_limit_that_holds_pulls_nothing(string limit, double value) =>
        AssertPoint(Fit(Dossier.Create().Claim("killed", Figure.Exactly(400), "root").Claim("killed", limit, "root")), value);

    [Theory]
    [InlineData("at least 500", 400, 500)]
    [InlineData("at most 300", 300, 400)]
    public void A_limit_that_does_not_hold_pulls_towards_itself(string limit, double least, double most) =>
        Assert.InRange(Fit(Dossier.Create().Claim("killed", Figure.Exactly(400), "root").Claim("killed", limit, "root"))["killed"], least + 10, most - 10);

    [Fact]
    public void Bounds_hold_and_what_nobody_says_follows()
    {
        var point = Fit(Dossier.Create().Relate("total = killed + missing").Claim("killed", Figure.Exactly(400), "root").Claim("total", Figure.Exactly(300), "root"));

        // (400 / 400² + 300 / 300²) / (1 / 400² + 1 / 300²), but for half a unit of rounding.
        Assert.Equal(336, point["killed"], 0.05);
        Assert.Equal(336, point["total"], 0.05);
        Assert.Equal(0, point["missing"], 1e-6);
    }

    /// <summary>What nobody speaks of may be larger than all figures by any factor, and pulls on none of them.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3_000)]
    [InlineData(100_000)]
    public void A_factor_to_what_nobody_says_moves_no_figure(double factor)
    {
        var point = Fit(Dossier.Create().Relate("b = c + d").Relate(FormattableString.Invariant($"e = {factor} * b")).Relate("f = 3 * e").Claim("c", Figure.Exactly(20), "root").Claim("d", Figure.Exactly(30), "root"));

        AssertPoint(point, 50, 20, 30, 50 * factor, 150 * factor);
    }

    /// <summary>Said twice, relations leave a row that follows from the others.</summary>
    [Fact]
    public void A_relation_said_twice_changes_nothing() =>
        AssertPoint(Fit(Sum(700, 300, 400).Relate("b = a - c").Relate("2 * a = 2 * b + 2 * c")), 700, 300, 400);

    /// <summary>Each equation between figures, and each figure beyond the first on one thing, can be off by itself.</summary>
    [Theory]
    [InlineData("a", 0)]
    [InlineData("a b c", 1)]
    [InlineData("a a b c", 2)]
    [InlineData("a b", 0)]
    [InlineData("b b b", 2)]
    public void Of_the_figures_as_many_are_redundant_as_others_determine(string said, double redundant)
    {
        var dossier = Dossier.Create().Relate("a = b + c");
        foreach (var (quantity, i) in said.Split(' ').Select(static (quantity, i) => (quantity, i))) dossier = dossier.Claim(quantity, Figure.Exactly((quantity == "a" ? 700 : 350) + i), "root");

        Assert.Equal(redundant, NearestTo(dossier).Fit.Redundancy, 1e-3);
    }

    /// <summary>Of all points at which some of the limits are met exactly, and some floors and ceilings pull, the one that keeps everything and moves the figures least.</summary>
    [Property(MaxTest = 150, EndSize = 1_000_000, Replay = "14879593508706064836,2515029679058211881")]
    public void No_point_that_keeps_relations_and_bounds_is_nearer(int seed)
    {
        var component = Drawn(new Random(seed));
        var claims = component.Claims;
        var fit = NearestFit.Of(component, [.. Enumerable.Range(0, claims.Length)]);

        var (nearest, least) = (Array.Empty<double>(), double.PositiveInfinity);
        var limits = Limits(component).ToArray();
        int[] sided = [.. Enumerable.Range(0, claims.Length).Where(claim => !claims[claim].GivesValue)];
        for (var held = 0; held < 1 << limits.Length; held++)
        {
            for (var pulling = 0; pulling < 1 << sided.Length; pulling++)
            {
                var met = limits.Where((limit, i) => limit.IsEquation || (held & (1 << i)) != 0).ToArray();
                var pulls = claims.Where((claim, i) => claim.GivesValue || (pulling & (1 << Array.IndexOf(sided, i))) != 0);
                if (PointOf(component, pulls, met) is not { } point || limits.Any(limit => limit.Below(point) > 1e-7)) continue;
                var distance = claims.Sum(claim => Math.Pow(OffOf(claim, point) / claim.Deviation, 2));
                if (distance < least) (nearest, least) = (point, distance);
            }
        }

        // Nothing keeps limits that contradict each other.
        if (nearest.Length == 0) return;
        Assert.NotNull(fit);
        Assert.Equal(nearest, fit.Point, static (a, b) => Math.Abs(a - b) < 1e-3);
    }

    /// <summary>How far a point lies from a figure, or beyond a floor or ceiling.</summary>
    private static double OffOf(ModelledClaim claim, double[] point)
    {
        var above = claim.Form.Value(point) - claim.Value;
        return claim.Kind switch { FigureKind.Floor => Math.Min(0, above), FigureKind.Ceiling => Math.Max(0, above), _ => above };
    }

    /// <summary>Sign · form is at least sign · value.</summary>
    private readonly record struct Limit(Form Form, double Value, int Sign, bool IsEquation)
    {
        public double Below(double[] point) => IsEquation ? Math.Abs(Form.Value(point) - Value) : Sign * (Value - Form.Value(point));
    }

    private static IEnumerable<Limit> Limits(Component component)
    {
        var rows = component.Constraints.Select(static row => (row.Form, row.Range)).Concat(component.States.Select(static (state, i) => (Form.Of(i), state.Bounds)));
        foreach (var (form, range) in rows)
        {
            if (double.IsFinite(range.Low)) yield return new Limit(form, range.Low, 1, range.Low == range.High);
            if (double.IsFinite(range.High) && range.Low != range.High) yield return new Limit(form, range.High, -1, false);
        }
    }

    /// <summary>The weighted least squares of figures under equations, by their multipliers; null where the equations depend on each other.</summary>
    private static double[]? PointOf(Component component, IEnumerable<ModelledClaim> figures, Limit[] equations)
    {
        var (n, size) = (component.States.Length, component.States.Length + equations.Length);
        var matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(size, size);
        var right = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(size);
        foreach (var figure in figures)
        {
            for (var i = 0; i < figure.Form.States.Length; i++)
            {
                right[figure.Form.States[i]] += figure.Form.Coefficients[i] * figure.Value / Math.Pow(figure.Deviation, 2);
                for (var j = 0; j < figure.Form.States.Length; j++) matrix[figure.Form.States[i], figure.Form.States[j]] += figure.Form.Coefficients[i] * figure.Form.Coefficients[j] / Math.Pow(figure.Deviation, 2);
            }
        }

        for (var row = 0; row < equations.Length; row++)
        {
            right[n + row] = equations[row].Value;
            var form = equations[row].Form;
            for (var i = 0; i < form.States.Length; i++) (matrix[n + row, form.States[i]], matrix[form.States[i], n + row]) = (form.Coefficients[i], form.Coefficients[i]);
        }

        return matrix.Rank() < size ? null : matrix.Solve(right).SubVector(0, n).ToArray();
    }

    /// <summary>Three or four quantities around 100, each with a figure, a relation or two between them that holds or not, bounds that some figures break, and a floor and a ceiling.</summary>
    private static Component Drawn(Random random)
    {
        var sketch = new ComponentSketch();
        var states = random.Next(3, 5);
        for (var state = 0; state < states; state++)
        {
            var (low, high) = random.Next(4) switch { 0 => (0, double.PositiveInfinity), 1 => (double.NegativeInfinity, 90.0 + random.Next(20)), 2 => (90.0 + random.Next(20), double.PositiveInfinity), _ => (double.NegativeInfinity, double.PositiveInfinity) };
            sketch.State(low, high);
            Say(sketch, random, FigureKind.Point, (state, 1));
        }

        var gap = (20 * random.NextDouble()) - 10;
        sketch.Row(gap, random.Next(2) == 0 ? gap : double.PositiveInfinity, (0, 1), (1, -1));
        if (random.Next(2) == 0) sketch.Row(-15, 15, (0, -1), (1, 2), (states - 1, -1));
        Say(sketch, random, FigureKind.Floor, (random.Next(states), 1));
        Say(sketch, random, FigureKind.Ceiling, (1, 1), (2, 1));
        return sketch.Build();
    }

    private static void Say(ComponentSketch sketch, Random random, FigureKind kind, params (int State, double Coefficient)[] terms)
    {
        var (value, half) = ((80 + (40 * random.NextDouble())) * terms.Length, (1 + (9 * random.NextDouble())) * ModelledClaim.DeviationsAt95);
        var claim = sketch.Claim(terms, null, value - half, value + half);
        sketch.Change(claim, said => said with { Kind = kind, Value = value });
    }

    private static Dossier Sum(double a, double b, double c) =>
        Dossier.Create().Relate("a = b + c").Claim("a", Figure.Exactly(a), "root").Claim("b", Figure.Exactly(b), "root").Claim("c", Figure.Exactly(c), "root");

    private static Dictionary<string, double> Fit(Dossier dossier)
    {
        var (component, fit) = NearestTo(dossier);
        return Enumerable.Range(0, fit.Point.Length).ToDictionary(state => component.States[state].Quantity.Id, state => fit.Point[state]);
    }

    private static (Component Component, NearestFit Fit) NearestTo(Dossier dossier)
    {
        var survey = new DossierSurvey(dossier);
        var model = ModelBuilder.Build(EvidenceGatherer.Gather(dossier, HedgeReading.SignificantDigit, survey.Texts.HasSourcesThatSpeakTwice), survey.ParsedRelations(), survey.Texts, new ReconcileOptions());
        var component = Assert.Single(model.Components);
        return (component, NearestFit.Of(component, [.. Enumerable.Range(0, component.Claims.Length)])!);
    }

    private static void AssertPoint(Dictionary<string, double> point, params double[] expected)
    {
        double[] actual = [.. point.OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => state.Value)];

        Assert.Equal(expected.Length, actual.Length);
        for (var state = 0; state < expected.Length; state++) Assert.Equal(expected[state], actual[state], 1e-6 * Math.Max(1, expected[state]));
    }
}
