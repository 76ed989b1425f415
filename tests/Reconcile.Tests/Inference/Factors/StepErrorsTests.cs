using Reconcile.Inference.Factors;
using Reconcile.Modelling;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

public class StepErrorsTests
{
    [Fact]
    public void A_step_between_figures_of_the_one_source_that_tells_a_stock_has_its_error()
    {
        var sketch = new DatedSketch([0, 1, 2, 3], DatedSketch.Stock());
        foreach (var day in (int[])[1, 2]) sketch.Says(day, 100 * (day + 1), change: Of(0));
        foreach (var other in (int[])[1, 2]) sketch.Says(other, 150, change: claim => Of(other)(claim) with { Kind = FigureKind.Range, Shape = claim.Shape with { High = claim.Shape.High + 10 } });

        Assert.Equal([-1, 0, -1], Behind(sketch));
    }

    [Fact]
    public void Where_two_sources_tell_it_no_step_has_an_error()
    {
        var sketch = new DatedSketch([0, 1, 2], DatedSketch.Stock());
        foreach (var source in (int[])[0, 1])
        {
            foreach (var day in (int[])[0, 1 + source]) sketch.Says(day, 100, change: Of(source));
        }

        Assert.Equal([-1, -1], Behind(sketch));
    }

    [Fact]
    public void A_total_has_none()
    {
        var sketch = new DatedSketch([0, 1], DatedSketch.Total());
        foreach (var day in (int[])[0, 1]) sketch.Says(day, 100, change: Of(0));

        Assert.Equal([-1], Behind(sketch));
    }

    [Fact]
    public void A_stock_moved_as_told_and_evenly_where_nothing_is_told()
    {
        var sketch = new DatedSketch([0, 2, 3, 8], DatedSketch.Stock(), DatedSketch.Total());
        sketch.Says(0, 100);
        sketch.Says(2, 400);
        sketch.Says(0, 50, quantity: 1);
        sketch.Says(3, 90, quantity: 1);

        Assert.Equal([200.0, 100, 0, 0, 0, 0], Steps(sketch).Select(step => step.Told));
    }

    private static int[] Behind(DatedSketch sketch)
    {
        var component = sketch.Sketch.Build();
        var errors = new StepErrors(component, new ErrorGroups(component, DatedSketch.All(component), ErrorParts.None));
        // As if every step had been told, so that its sources show.
        return [.. Steps(sketch).Select(step => errors.Of(step with { Told = 1 }))];
    }

    private static Movement[] Steps(DatedSketch sketch)
    {
        var component = sketch.Sketch.Build();
        return Movements.Of(component, DatedSketch.All(component), DatedSketch.Scales(component), []);
    }

    private static Func<ModelledClaim, ModelledClaim> Of(int source) => claim => claim with { ErrorGroup = source, RelativeError = 0.1 };
}
