using Reconcile.Figures;
using Reconcile.Inference.Factors;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

/// <summary>What a claim becomes as a factor, by hand.</summary>
public class ClaimShapesTests
{
    private static readonly Leaning Overstates = new(Tendency.Overstate, LeaningReason.Stated, null, 5);

    [Fact]
    public void Of_several_floors_on_a_state_only_the_highest_that_holds_has_a_tail()
    {
        var sketch = new ComponentSketch();
        sketch.State();
        sketch.State();
        foreach (var (state, least) in ((int, double)[])[(0, 100), (0, 300), (0, 200), (1, 50)]) Floor(sketch, state, least, 40);

        Assert.Equal([0, 40, 0, 40], Tails(sketch, true, true, true, true));
        Assert.Equal([0, 40, 40], Tails(sketch, true, false, true, true));
        Assert.All(Enumerable.Range(0, 3).Where(static claim => claim != 1), claim => Assert.Equal(double.PositiveInfinity, Of(sketch).Of(claim).Shape.High));
    }

    [Fact]
    public void A_ceiling_or_a_value_beside_floors_keeps_its_shape()
    {
        var sketch = new ComponentSketch();
        sketch.State();
        Floor(sketch, 0, 100, 40);
        var value = Plain(sketch, 0, new Shape(300, 310, 1, 2, 0, 7));
        sketch.Change(value, static claim => claim with { Kind = FigureKind.Range });
        var form = Floor(sketch, 0, 50, 30);
        sketch.Change(form, static claim => claim with { Form = new Form([0], [2]) });

        Assert.Equal([40, 7, 30], Tails(sketch, true, true, true));
        Assert.Equal((300, 310), (Of(sketch).Of(value).Shape.Low, Of(sketch).Of(value).Shape.High));
    }

    [Theory]
    [InlineData(130, 40)]
    [InlineData(140, 40)]
    [InlineData(180, 160)]
    [InlineData(double.NegativeInfinity, 40)]
    public void A_floor_far_below_what_others_say_has_a_tail_that_reaches_there(double least, double tail)
    {
        var sketch = new ComponentSketch();
        sketch.State();
        Floor(sketch, 0, 100, 40);

        Assert.Equal(tail, Of(sketch, range: new Interval(least, double.PositiveInfinity)).Of(0).Shape.HighTail, 1e-9);
    }

    /// <summary>A quarter of its tail above the floor others surely imply it; then the tail reaches as far as they leave room, (500 − 100)² / 40.</summary>
    [Theory]
    [InlineData(100, 40)]
    [InlineData(105, 2_020)]
    [InlineData(110, 4_000)]
    [InlineData(180, 4_000)]
    public void A_floor_that_others_imply_says_nothing_of_what_they_leave_open(double least, double tail)
    {
        var sketch = new ComponentSketch();
        sketch.State();
        Floor(sketch, 0, 100, 40);

        Assert.Equal(tail, Of(sketch, range: new Interval(least, 500)).Of(0).Shape.HighTail, 1e-9);
    }

    /// <summary>a/b = s within its width is a − s·b = 0 within that width times b.</summary>
    [Fact]
    public void A_share_becomes_a_difference_in_the_size_of_its_whole()
    {
        var sketch = new ComponentSketch();
        for (var state = 0; state < 3; state++) sketch.State();
        sketch.Claim([(0, 1)], [(1, 1), (2, 1)], 0.2, 0.3);
        sketch.Change(0, static claim => claim with { Shape = new Shape(0.2, 0.3, 0.01, 0.02, 0.4, 0.5), Best = 0.25, RelativeError = 0 });
        Plain(sketch, 1, Shape.Normal(800, 3));
        var (first, later) = (Of(sketch).Of(0), Of(sketch, point: [1, 300, 100]).Of(0));

        Assert.Equal([0, 1, 2], first.Form.States.ToArray());
        Assert.Equal([1, -0.25, -0.25], first.Form.Coefficients.ToArray());
        // Before anything is known of the whole it has the scale of the component.
        Same(new Shape(-40, 40, 8, 16, 320, 400), first.Shape);
        Same(new Shape(-20, 20, 4, 8, 160, 200), later.Shape);
        Same(first.Shape, Of(sketch, point: [1, 0, 0]).Of(0).Shape);
        Assert.Equal((-1, 0), (first.ErrorVariable, first.ErrorSize));
    }

    [Fact]
    public void Where_errors_are_folded_a_claim_is_as_wide_as_both_but_keeps_its_hard_ends()
    {
        var sketch = new ComponentSketch();
        sketch.State();
        Plain(sketch, 0, new Shape(95, 105, 3, 6), 0.04);
        Plain(sketch, 0, Shape.AtLeast(100), 0.04);
        var shapes = Of(sketch, fold: true);

        // The error is 4 % of 100.
        Same(new Shape(95, 105, 5, Math.Sqrt(52)), shapes.Of(0).Shape);
        Same(Shape.AtLeast(100), shapes.Of(1).Shape);
        Assert.Equal(-1, shapes.Of(0).ErrorVariable);
        Same(new Shape(95, 105, 3, 6), Of(sketch).Of(0).Shape);
        Assert.Equal((0, 100), (Of(sketch).Of(0).ErrorVariable, Of(sketch).Of(0).ErrorSize));
    }

    [Fact]
    public void A_folded_error_of_several_normal_claims_widens_each_by_its_factor()
    {
        var sketch = new ComponentSketch();
        sketch.State();
        Plain(sketch, 0, Shape.Normal(100, 3), 0.04);

        // √(3² + 4²)
        Same(Shape.Normal(100, 5), Of(sketch).Of(0).Shape);
    }

    [Fact]
    public void A_boast_that_stands_alone_is_a_plateau_down_to_its_usual_limit()
    {
        var sketch = new ComponentSketch();
        sketch.State();
        Plain(sketch, 0, new Shape(98, 102, 3, 4), 0.03);
        sketch.Change(0, static claim => claim with { Leaning = Overstates });
        var bias = Overstates.BiasOf(0.03);

        // 0.8 of 100 lower; above as wide as its own error, below as the shoulder of the bias.
        Same(new Shape(18, 102, Math.Sqrt(9 + Math.Pow(100 * bias.HighShoulder, 2)), 5), Of(sketch, fold: true).Of(0).Shape);
        Same(new Shape(98, 102, Math.Sqrt(18), 5), Of(sketch, fold: true, areHonest: true).Of(0).Shape);
    }

    /// <summary>Neither on several days nor on one does a root repeat its error exactly: three tenths of it are its own each time.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public void A_claim_on_a_total_has_part_of_its_error_to_itself(int days)
    {
        var sketch = new DatedSketch([.. Enumerable.Range(0, days)], DatedSketch.Total(), DatedSketch.Total("hurt"));
        for (var quantity = 0; quantity < 2; quantity++)
        {
            sketch.Says(0, 100, quantity, static claim => claim with { ErrorGroup = 0, RelativeError = 0.1 * ModelledClaim.DeviationsAt95, Shape = new Shape(100, 100, 4, 4) });
        }

        var said = Of(sketch.Sketch).Of(0);

        Assert.Equal((0, 100), (said.ErrorVariable, said.ErrorSize));
        Same(Shape.Normal(100, 5), said.Shape);
    }

    [Fact]
    public void A_claim_on_a_fixed_quantity_beside_a_total_has_part_of_its_error_to_itself()
    {
        var sketch = new ComponentSketch();
        var sent = sketch.State();
        var course = sketch.Move([new(2025, 1, 1), new(2025, 1, 5)], DatedSketch.Total())[0];
        foreach (var state in (int[])[sent, course.States[1]]) sketch.Change(Plain(sketch, state, Shape.Normal(100, 4), 0.1), static claim => claim with { ErrorGroup = 0 });

        foreach (var claim in (int[])[0, 1]) Same(Shape.Normal(100, 5), Of(sketch).Of(claim).Shape);
    }

    /// <summary>Of 100 with the deviation 4: an error of 6 % of whose variance 9 % are its own in any case, and a quarter of the rest where others say so; and figures that scatter by 3 %.</summary>
    [Theory]
    [InlineData(0, 0, 19.24)]
    [InlineData(0.25, 0, 27.43)]
    [InlineData(0, 0.0009, 28.24)]
    public void What_contradictions_show_a_claim_has_to_itself(double part, double scatter, double variance)
    {
        var sketch = new ComponentSketch();
        foreach (var state in (int[])[sketch.State(), sketch.State()]) sketch.Change(Plain(sketch, state, Shape.Normal(100, 4), 0.06), static claim => claim with { ErrorGroup = 0 });
        var parts = ErrorParts.Of(new HashSet<int>(), new Dictionary<int, double> { [0] = scatter }).WithPart(0, part);

        Same(Shape.Normal(100, Math.Sqrt(variance)), Of(sketch, parts: parts).Of(0).Shape);
    }

    /// <summary>An exact figure beside a broad prior would exhaust the digits of a double.</summary>
    [Fact]
    public void No_claim_is_surer_than_the_digits_of_a_double_let_it_be()
    {
        var sketch = new ComponentSketch();
        sketch.State();
        Plain(sketch, 0, new Shape(1e6, 1e6, 1e-9, 0.7));

        Same(new Shape(1e6, 1e6, 0.2, 0.7), Of(sketch).Of(0).Shape);
    }

    private static int Floor(ComponentSketch sketch, int state, double least, double tail)
    {
        var claim = sketch.Claim(state, least, double.PositiveInfinity);
        sketch.Change(claim, said => said with { Kind = FigureKind.Floor, Value = least, Shape = new Shape(least, least, 0, 0, 0, tail), RelativeError = 0 });
        return claim;
    }

    private static int Plain(ComponentSketch sketch, int state, Shape shape, double deviation = 0)
    {
        var middle = double.IsFinite(shape.High) ? (shape.Low + shape.High) / 2 : shape.Low;
        var claim = sketch.Claim(state, middle - 1, middle + 1);
        sketch.Change(claim, said => said with { Value = middle, Shape = shape, RelativeError = deviation * ModelledClaim.DeviationsAt95 });
        return claim;
    }

    private static double[] Tails(ComponentSketch sketch, params bool[] accepted)
    {
        var component = sketch.Build();
        var shapes = new ClaimShapes(component, accepted, ErrorGroups.None(component), new FactorSettings(DatedSketch.Scales(component), []));
        return [.. Enumerable.Range(0, accepted.Length).Where(claim => accepted[claim]).Select(claim => shapes.Of(claim).Shape.HighTail)];
    }

    private static ClaimShapes Of(ComponentSketch sketch, Interval? range = null, double[]? point = null, bool fold = false, bool areHonest = false, ErrorParts? parts = null)
    {
        var component = sketch.Build();
        var accepted = DatedSketch.All(component);
        var settings = new FactorSettings(DatedSketch.Scales(component, (0, range ?? Interval.All)), []) with { Point = point, AreHonest = areHonest };
        return new ClaimShapes(component, accepted, fold ? ErrorGroups.None(component) : new ErrorGroups(component, accepted, parts ?? ErrorParts.None), settings);
    }

    private static void Same(Shape expected, Shape actual)
    {
        static double[] Of(Shape shape) => [shape.Low, shape.High, shape.LowShoulder, shape.HighShoulder, shape.LowTail, shape.HighTail];
        Assert.Equal(Of(expected), Of(actual), static (a, b) => a == b || Math.Abs(a - b) < 1e-9);
    }
}
