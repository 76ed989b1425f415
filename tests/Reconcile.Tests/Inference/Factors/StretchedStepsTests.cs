using Reconcile.Inference.Factors;
using Reconcile.Modelling;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

public class StretchedStepsTests
{
    /// <summary>Of a sum and two parts on two days the parts are told on the first alone.</summary>
    private static (Component Component, Movement[] Movements) Sum(bool related = true)
    {
        var sketch = new DatedSketch([0, 4], DatedSketch.Stock("troops"), DatedSketch.Stock("north"), DatedSketch.Stock("south"));
        foreach (var quantity in (int[])[0, 1, 2]) sketch.Says(0, 100, quantity);
        sketch.Says(1, 100, quantity: 0);
        if (related)
        {
            for (var day = 0; day < 2; day++) sketch.Sketch.Sum(sketch.Courses[0].States[day], sketch.Courses[1].States[day], sketch.Courses[2].States[day]);
        }

        return (sketch.Sketch.Build(), [.. sketch.Courses.Select(course => new Movement(course.States[0], course.States[1], 0, 10))]);
    }

    private static double[] Widened(Component component, Movement[] movements, params double[] moved)
    {
        var means = new double[component.States.Length];
        for (var i = 0; i < movements.Length; i++) means[movements[i].Later] = moved[i];
        StretchedSteps.Widen(component, DatedSketch.All(component), means, movements);
        return [.. movements.Select(static movement => movement.Deviation)];
    }

    [Fact]
    public void Silent_steps_in_one_relation_are_widened_as_the_most_stretched_of_them()
    {
        var (component, movements) = Sum();

        Assert.Equal([10, 30, 30], Widened(component, movements, -5, -30, -12));
    }

    /// <summary>Variances grow with the sizes, which the deviations expected of each show: of a part expected to go a fourth as far the factor 3 becomes 1 + 2 · 2.</summary>
    [Fact]
    public void A_smaller_part_is_widened_by_more_times()
    {
        var (component, movements) = Sum();
        movements[2] = movements[2] with { Deviation = 2.5 };

        Assert.Equal([10, 30, 2.5 * (1 + (2 * Math.Sqrt(10 / 2.5)))], Widened(component, movements, -5, -30, -2));
    }

    /// <summary>The sum went from 200 to 100, of which parts of 100 each took half: all three had gone as far as anything is large.</summary>
    [Fact]
    public void Silent_steps_may_go_as_far_as_claims_and_relations_have_them_go()
    {
        Assert.Equal([10, 50, 50], Reached(related: true));
        Assert.Equal([10, 10, 10], Reached(related: false));
    }

    private static IEnumerable<double> Reached(bool related)
    {
        var (component, movements) = Sum(related);
        if (TiedLevels.Of(component, DatedSketch.All(component), scales: null) is { } tied) StretchedSteps.Reach(component, tied, movements);
        return movements.Select(static movement => Math.Round(movement.Deviation, 6));
    }

    [Fact]
    public void A_step_that_is_told_is_widened_by_itself()
    {
        var (component, movements) = Sum();

        Assert.Equal([40, 10, 10], Widened(component, movements, -40, -8, 9));
    }

    [Fact]
    public void Without_a_relation_each_step_goes_by_itself()
    {
        var (component, movements) = Sum(related: false);

        Assert.Equal([10, 30, 12], Widened(component, movements, -5, -30, -12));
    }

    [Fact]
    public void Steps_no_longer_than_expected_stay()
    {
        var (component, movements) = Sum();

        Assert.Equal([10, 10, 10], Widened(component, movements, 10, -10, 3));
    }
}
