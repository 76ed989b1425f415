using Reconcile.Inference.Factors;
using Reconcile.Modelling;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

public class StepErrorsTests
{
    [Fact]
    public void A_step_of_a_stock_has_the_errors_of_those_who_speak_before_and_after_it()
    {
        var sketch = new DatedSketch([0, 1, 2, 3], DatedSketch.Stock());
        foreach (var day in (int[])[0, 1, 2, 3]) sketch.Says(day, 100 * (day + 1), change: Of(0));
        foreach (var day in (int[])[1, 2]) sketch.Says(day, 100 * (day + 1), change: Of(1));

        Assert.Equal([[0], [0, 1], [0]], Behind(sketch));
    }

    [Fact]
    public void Of_more_than_four_those_who_speak_most_often()
    {
        var sketch = new DatedSketch([0, 1, 2], DatedSketch.Stock());
        for (var source = 0; source < 6; source++)
        {
            foreach (var day in source is 1 or 4 ? (int[])[0, 2] : [0, 1, 2]) sketch.Says(day, 100, change: Of(source));
        }

        Assert.Equal([[0, 2, 3, 5], [0, 2, 3, 5]], Behind(sketch));
    }

    [Fact]
    public void A_total_has_none()
    {
        var sketch = new DatedSketch([0, 1], DatedSketch.Total());
        foreach (var day in (int[])[0, 1]) sketch.Says(day, 100, change: Of(0));

        Assert.Equal([[]], Behind(sketch));
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

    private static int[][] Behind(DatedSketch sketch)
    {
        var component = sketch.Sketch.Build();
        var errors = new StepErrors(component, new ErrorGroups(component, DatedSketch.All(component), ErrorParts.None));
        // As if every step had been told, so that its sources show.
        return [.. Steps(sketch).Select(step => errors.Of(step with { Told = 1 }).ToArray())];
    }

    private static Movement[] Steps(DatedSketch sketch)
    {
        var component = sketch.Sketch.Build();
        return Movements.Of(component, DatedSketch.All(component), DatedSketch.Scales(component), []);
    }

    private static Func<ModelledClaim, ModelledClaim> Of(int source) => claim => claim with { ErrorGroup = source, RelativeError = 0.1 };
}
