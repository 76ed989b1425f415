using Reconcile.Figures;
using Reconcile.Inference.Factors;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

/// <summary>What a shared error multiplies, by hand.</summary>
public class ErrorSizesTests
{
    /// <summary>The least part of its error that a claim on a moving quantity has to itself.</summary>
    private const double Own = 0.3;

    [Theory]
    [InlineData(FigureKind.Point, 150)]
    [InlineData(FigureKind.Range, 150)]
    [InlineData(FigureKind.Floor, 200)]
    [InlineData(FigureKind.Ceiling, 100)]
    public void Figures_of_one_kind_about_one_thing_have_one_size(FigureKind kind, double size)
    {
        var sketch = new ComponentSketch();
        int told = sketch.State(), other = sketch.State();
        foreach (var (state, value) in ((int, double)[])[(told, 100), (told, 200), (other, 900)]) Share(sketch, sketch.Claim(state, value - 1, value + 1), kind);
        // A figure of another kind about the same, and the same words about something else.
        Share(sketch, sketch.Claim(told, 500, 502), kind == FigureKind.Floor ? FigureKind.Ceiling : FigureKind.Floor);
        var last = sketch.Claim(told, 700, 702);
        Share(sketch, last, kind);
        sketch.Change(last, static claim => claim with { Claim = claim.Claim with { Quantity = "another" } });
        var sizes = Of(sketch.Build());

        Assert.Equal(size, sizes.Of(0), 1e-9);
        Assert.Equal(size, sizes.Of(1), 1e-9);
        Assert.Equal(900, sizes.Of(2), 1e-9);
        Assert.Equal(501, sizes.Of(3), 1e-9);
        Assert.Equal(701, sizes.Of(4), 1e-9);
    }

    [Fact]
    public void A_point_and_a_range_are_of_one_kind()
    {
        var sketch = new ComponentSketch();
        var told = sketch.State();
        Share(sketch, sketch.Claim(told, 99, 101), FigureKind.Point);
        Share(sketch, sketch.Claim(told, 199, 201), FigureKind.Range);
        sketch.Change(1, static claim => claim with { Shape = new Shape(199, 201, 1, 1) });

        Assert.Equal(150, Of(sketch.Build()).Of(0), 1e-9);
    }

    [Fact]
    public void Sizes_of_a_total_never_fall()
    {
        var sketch = new DatedSketch([0, 1, 2], DatedSketch.Total());
        for (var day = 0; day < 3; day++) sketch.Says(day, ((double[])[100, 300, 200])[day], change: Shared);

        Sizes([100, 250, 250], sketch);
    }

    /// <summary>Of eight and more days blocks of two are joined by lines, which end in the middle of the outer blocks.</summary>
    [Fact]
    public void Sizes_of_a_long_series_lie_on_lines_through_blocks()
    {
        var sketch = new DatedSketch([0, 1, 2, 3, 4, 5, 6, 7], DatedSketch.Total());
        for (var day = 0; day < 8; day++) sketch.Says(day, 100 + (10 * day) + (day % 2 == 0 ? 3 : -3), change: Shared);

        Sizes([105, 110, 120, 130, 140, 150, 160, 165], sketch);
    }

    [Fact]
    public void Of_blocks_that_fall_the_means_are_levelled()
    {
        var sketch = new DatedSketch([0, 1, 2, 3, 4, 5, 6, 7], DatedSketch.Total());
        double[] said = [100, 100, 300, 300, 200, 200, 400, 400];
        for (var day = 0; day < 8; day++) sketch.Says(day, said[day], change: Shared);

        Sizes([100, 137.5, 212.5, 250, 250, 287.5, 362.5, 400], sketch);
    }

    [Fact]
    public void Figures_of_one_day_are_joined_by_their_precision()
    {
        var sketch = new DatedSketch([0, 4], DatedSketch.Total());
        sketch.Says(0, 100, change: Shared);
        sketch.Says(0, 200, change: static claim => Shared(claim) with { Tolerant = new Interval(200 - (2 * ModelledClaim.DeviationsAt95), 200 + (2 * ModelledClaim.DeviationsAt95)) });
        sketch.Says(1, 900, change: Shared);

        Sizes([120, 120, 900], sketch);
    }

    /// <summary>Steps of a stock that one source tells show nothing of its error, so that sizes may move as it does.</summary>
    [Fact]
    public void A_stock_that_one_source_tells_has_the_size_that_it_is_said_to_have_on_the_day()
    {
        var sketch = new DatedSketch([0, 1, 2], DatedSketch.Stock());
        double[] said = [100, 10_000, 1000];
        for (var day = 0; day < 3; day++) sketch.Says(day, said[day], change: Shared);

        Sizes(said, sketch);
    }

    [Fact]
    public void A_stock_that_several_tell_has_the_geometric_mean_or_thirds_of_it_and_large_figures_have_most_of_their_error_to_themselves()
    {
        var sketch = new DatedSketch([0, 1, 2], DatedSketch.Stock());
        double[] said = [100, 10_000, 1000];
        for (var day = 0; day < 3; day++) sketch.Says(day, said[day], change: Shared);
        foreach (var day in (int[])[0, 2]) sketch.Says(day, said[day], change: static claim => claim with { ErrorGroup = 1 });
        var sizes = Of(sketch.Sketch.Build());

        Sizes([1000.0 / 9, 1000, 1000], sketch);
        Assert.Equal(0, sizes.BeyondSharedOf(0), 1e-9);
        Assert.Equal(1 - 0.01, sizes.BeyondSharedOf(1), 1e-9);
        Assert.Equal(0, sizes.BeyondSharedOf(2), 1e-9);
    }

    [Fact]
    public void Of_a_total_the_shared_error_says_all_that_it_can_of_every_figure()
    {
        var sketch = new DatedSketch([0, 1], DatedSketch.Total());
        sketch.Says(0, 100, change: Shared);
        sketch.Says(1, 10_000, change: Shared);

        Assert.All((int[])[0, 1], claim => Assert.Equal(0, Of(sketch.Sketch.Build()).BeyondSharedOf(claim)));
    }

    [Fact]
    public void Where_figures_of_a_root_contradict_each_other_the_estimate_is_multiplied()
    {
        var sketch = new ComponentSketch();
        int told = sketch.State(), other = sketch.State();
        Share(sketch, sketch.Claim(told, 99, 101), FigureKind.Point);
        Share(sketch, sketch.Claim([(told, 2), (other, 1)], null, 399, 401), FigureKind.Point);
        var component = sketch.Build();
        var groups = new ErrorGroups(component, [true, true], ErrorParts.None);
        var settings = new FactorSettings(DatedSketch.Scales(component), []) with { Strained = new Dictionary<int, double> { [0] = 1 }, Sizes = [70, 30] };

        Assert.Equal(70, new ErrorSizes(component, groups, settings).Of(0));
        Assert.Equal(170, new ErrorSizes(component, groups, settings).Of(1));
        Assert.Equal(100, new ErrorSizes(component, groups, settings with { Strained = new Dictionary<int, double> { [1] = 1 } }).Of(0));
        Assert.Equal(100 - (0.25 * 30), new ErrorSizes(component, groups, settings with { Strained = new Dictionary<int, double> { [0] = 0.25 } }).Of(0));
        Assert.Equal(100, new ErrorSizes(component, groups, settings with { Sizes = null }).Of(0));
    }

    private static ModelledClaim Shared(ModelledClaim claim) => claim with { ErrorGroup = 0 };

    private static void Share(ComponentSketch sketch, int claim, FigureKind kind) => sketch.Change(claim, said => Shared(said) with { Kind = kind });

    private static ErrorSizes Of(Component component) =>
        new(component, new ErrorGroups(component, DatedSketch.All(component), ErrorParts.None), new FactorSettings(DatedSketch.Scales(component), []));

    private static void Sizes(double[] expected, DatedSketch sketch)
    {
        var sizes = Of(sketch.Sketch.Build());
        for (var claim = 0; claim < expected.Length; claim++) Assert.Equal(expected[claim], sizes.Of(claim), 1e-9);
    }
}
