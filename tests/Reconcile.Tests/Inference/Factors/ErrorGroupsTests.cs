using Reconcile.Figures;
using Reconcile.Inference.Factors;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

public class ErrorGroupsTests
{
    /// <summary>Three tenths of its error each of several claims has to itself.</summary>
    private static readonly double Shared = 0.1 * Math.Sqrt(0.91);

    private static readonly Leaning Overstates = new(Tendency.Overstate, LeaningReason.Stated, null, 5);

    /// <summary>Claims 0 and 1 share the group 0 on one state, 2 and 3 the group 1 on two, 4 has the group 2 and is no point, 5 the group 3 and leans.</summary>
    private static ComponentSketch Drawn()
    {
        var sketch = new ComponentSketch();
        for (var state = 0; state < 3; state++) sketch.State();
        foreach (var (state, value, group) in ((int, double, int)[])[(0, 100, 0), (0, 140, 0), (0, 100, 1), (1, 300, 1), (1, 300, 2), (2, 50, 3)])
        {
            var claim = sketch.Claim(state, value - 1, value + 1);
            sketch.Change(claim, said => said with { ErrorGroup = group, Shape = Shape.Normal(value, 2), RelativeError = 0.1 * ModelledClaim.DeviationsAt95 });
        }

        sketch.Change(4, static claim => claim with { Shape = Shape.AtLeast(300) });
        sketch.Change(5, static claim => claim with { Leaning = Overstates });
        return sketch;
    }

    [Fact]
    public void An_error_of_normal_claims_about_one_state_is_folded_and_others_are_coordinates()
    {
        var errors = Of(Drawn());

        Assert.Equal([-1, -1, 0, 0, 1, 2], Enumerable.Range(0, 6).Select(errors.VariableOf));
        Assert.Equal(3, errors.Variables);
        Assert.Equal([1, 2, 3], Enumerable.Range(0, 3).Select(errors.GroupOf));
        Assert.Equal([2, 3], errors.SharersOf(3));
        Assert.Equal([2, 3], errors.ClaimsOf(1));
        Assert.Empty(errors.ClaimsOf(0));
        Assert.Equal(1, errors.SharedByMany);
        Assert.Equal([0], errors.SharedErrors());
        // Two claims of deviation 2 about 120 on average, with an error of a tenth: wider by √(1 + 12² · (¼ + ¼)).
        Assert.Equal([Math.Sqrt(73), Math.Sqrt(73), 0, 0, 0, 0], Enumerable.Range(0, 6).Select(errors.WideningOf), static (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Claims_that_do_not_hold_that_stand_apart_or_that_have_no_error_share_none()
    {
        var sketch = Drawn();
        sketch.Change(4, static claim => claim with { RelativeError = 0 });
        var component = sketch.Build();
        var errors = new ErrorGroups(component, [true, false, true, true, true, true], ErrorParts.Of(new HashSet<int> { 2 }, new Dictionary<int, double>()));

        Assert.Equal([-1, -1, -1, -1, -1, 0], Enumerable.Range(0, 6).Select(errors.VariableOf));
        Assert.Equal(Math.Sqrt(1 + (100.0 / 4)), errors.WideningOf(0), 1e-9);
        Assert.Equal(0, errors.WideningOf(1));
        Assert.Equal(0, errors.WideningOf(2));
        Assert.Equal(Math.Sqrt(1 + (900.0 / 4)), errors.WideningOf(3), 1e-9);
        Assert.Equal(0, ErrorGroups.None(component).Variables);
        Assert.Equal(-1, ErrorGroups.None(component).VariableOf(2));
    }

    [Fact]
    public void Shares_and_differences_do_not_scale_with_the_error_of_their_source()
    {
        var sketch = new ComponentSketch();
        sketch.State();
        sketch.State();
        sketch.Claim([(0, 1)], [(1, 1)], 0.2, 0.3);
        sketch.Claim([(0, 1), (1, -1)], null, 5, 9);
        sketch.Claim([(0, 1), (1, 1)], null, 5, 9);

        Assert.Equal([-1, -1, 0], Enumerable.Range(0, 3).Select(Of(sketch).VariableOf));
    }

    [Fact]
    public void Beforehand_an_error_is_normal_and_that_of_a_leaning_source_a_plateau_within_a_broad_normal()
    {
        var errors = Of(Drawn());

        Assert.Equal(Shared, errors.DeviationOf(0)!.Value, 1e-12);
        Assert.Equal(0.1, errors.DeviationOf(1)!.Value, 1e-12);
        Assert.Null(errors.DeviationOf(2));
        var shape = Assert.Single(errors.ShapesOf(0));
        Assert.True(shape.IsNormal && shape.Low == 0);
        Assert.Equal(Shared, shape.LowShoulder, 1e-12);
        var leaning = errors.ShapesOf(2).ToArray();
        Assert.Equal((2, true), (leaning.Length, leaning[0].IsNormal));
        Assert.Equal((0, 0.8), (leaning[1].Low, leaning[1].High));
        Assert.False(errors.SharesBias(5));
        Assert.False(errors.SharesBias(3));
    }

    [Fact]
    public void Claims_of_a_leaning_source_share_its_bias()
    {
        var sketch = Drawn();
        for (var claim = 2; claim < 4; claim++) sketch.Change(claim, static said => said with { Leaning = Overstates });
        var errors = Of(sketch);

        Assert.True(errors.SharesBias(2) && errors.SharesBias(3));
        Assert.False(errors.SharesBias(0) || errors.SharesBias(4) || errors.SharesBias(5));
    }

    [Theory]
    [InlineData(0.19, false)]
    [InlineData(0.21, true)]
    [InlineData(-0.21, true)]
    [InlineData(-0.19, false)]
    public void Beyond_so_many_deviations_figures_of_one_root_contradict_each_other(double mean, bool isBeyond)
    {
        // Of the others one is alone and one leans.
        var beyond = Of(Drawn()).Beyond(2, [mean, 9, 9]);

        if (!isBeyond) Assert.Null(beyond);
        else Assert.Equal((1, Math.Round(0.21 / Shared, 9)), (Assert.Single(beyond!).Group, Math.Round(beyond![0].Strain, 9)));
    }

    [Theory]
    [InlineData(0, 0.09)]
    [InlineData(0.75, 0.7725)]
    public void What_each_claim_has_of_an_error_to_itself_is_not_shared(double part, double own)
    {
        var component = Drawn().Build();
        var errors = new ErrorGroups(component, DatedSketch.All(component), ErrorParts.None.WithPart(1, part));

        Assert.Equal((own, 0), (Math.Round(errors.OwnPartOf(2), 12), errors.OwnPartOf(0)));
        Assert.Equal(0.1 * Math.Sqrt(1 - own), errors.DeviationOf(0)!.Value, 1e-12);
        Assert.Equal(0.1 * Math.Sqrt(1 - own), Assert.Single(errors.ShapesOf(0)).HighShoulder, 1e-12);
    }

    [Fact]
    public void An_error_of_which_all_is_each_claims_own_is_no_coordinate()
    {
        var component = Drawn().Build();

        Assert.Equal([-1, -1, -1, -1, 0, 1], Enumerable.Range(0, 6).Select(new ErrorGroups(component, DatedSketch.All(component), ErrorParts.None.WithPart(1, 1)).VariableOf));
    }

    /// <summary>So many leaning sources that speak once have their bias to themselves, and no coordinate.</summary>
    [Theory]
    [InlineData(64, 64)]
    [InlineData(65, 0)]
    public void Very_many_leaning_sources_that_speak_once_are_folded(int sources, int variables)
    {
        var sketch = new ComponentSketch();
        sketch.State();
        for (var source = 0; source < sources; source++) sketch.Change(sketch.Claim(0, 90, 110), static claim => claim with { Leaning = Overstates });

        Assert.Equal(variables, Of(sketch).Variables);
    }

    private static ErrorGroups Of(ComponentSketch sketch)
    {
        var component = sketch.Build();
        return new ErrorGroups(component, DatedSketch.All(component), ErrorParts.None);
    }
}
