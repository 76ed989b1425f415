using Reconcile.Modelling;
using Xunit;

namespace Reconcile.Tests.Modelling;

public class LeaningsTests
{
    private static readonly Dossier Sides = Dossier.Create()
        .Source(new Source { Id = "ministry", Party = "north" })
        .Source(new Source { Id = "staff", Party = "south" })
        .Source(new Source { Id = "ally", Party = "west" })
        .Source("onlooker", Reliability.B);

    [Theory]
    [InlineData("ministry", "north", Tendency.Understate)]
    [InlineData("ministry", "south", Tendency.Overstate)]
    [InlineData("staff", "north", Tendency.Overstate)]
    [InlineData("ally", "south", Tendency.Overstate)]
    [InlineData("ministry", "civilians", null)]
    [InlineData("ministry", null, null)]
    [InlineData("onlooker", "north", null)]
    [InlineData("somebody", "north", null)]
    public void Where_parties_lean_a_source_understates_its_own_losses_and_overstates_those_of_others(string source, string? subject, Tendency? tends) =>
        Assert.Equal(tends, Of(Sides.WithPartiesLean(), source, subject)?.Tends);

    [Theory]
    [InlineData("ministry", "north")]
    [InlineData("staff", "north")]
    public void Unless_parties_lean_nobody_does(string source, string subject) =>
        Assert.Null(Of(Sides.WithPartiesLean().WithPartiesLean(false).Interest(new Interest { Source = "onlooker", Tends = Tendency.Overstate }), source, subject));

    [Theory]
    [InlineData("north", "north", Tendency.Overstate)] // In this subject the reverse was stated,
    [InlineData("north", "south", Tendency.Overstate)] // in others parties lean as before.
    [InlineData(null, "north", Tendency.Overstate)]
    [InlineData(null, "civilians", Tendency.Overstate)]
    public void What_is_stated_goes_before_parties(string? stated, string subject, Tendency tends) =>
        Assert.Equal(tends, Of(Sides.WithPartiesLean().Interest(new Interest { Source = "ministry", Subject = stated, Tends = Tendency.Overstate }), "ministry", subject)?.Tends);

    [Fact]
    public void What_is_stated_of_one_subject_goes_before_what_is_stated_of_all()
    {
        var dossier = Sides.Interest(new Interest { Source = "staff", Tends = Tendency.Overstate }).Interest(new Interest { Source = "staff", Subject = "south", Tends = Tendency.Understate });

        Assert.Equal((Tendency.Understate, Tendency.Overstate), (Of(dossier, "staff", "south")!.Tends, Of(dossier, "staff", "north")!.Tends));
    }

    [Fact]
    public void The_documented_limits_follow_from_the_table()
    {
        var over = new Leaning(Tendency.Overstate, LeaningReason.Stated, null, GradeTable.Default.GreatestOverstatement);
        var under = new Leaning(Tendency.Understate, LeaningReason.Stated, null, GradeTable.Default.LeastUnderstatement);

        Assert.Equal(17, over.Widen(new Interval(90, 110), 100).Low, 1e-9);
        Assert.Equal(110, over.Widen(new Interval(90, 110), 100).High);
        Assert.Equal(350, under.Widen(new Interval(90, 110), 100).High, 1e-9);
        Assert.Equal(90, under.Widen(new Interval(90, 110), 100).Low);
        Assert.Equal((0.0, 0.8), (over.BiasOf(0.05).Low, over.BiasOf(0.05).High));
        Assert.Equal(-2.33, under.BiasOf(0.05).Low, 0.005);
        Assert.Equal((0.05, 0.07), (over.BiasOf(0.05).LowShoulder, Math.Round(over.BiasOf(0.05).HighShoulder, 9)));
        Assert.Equal((0.3, 0.05), (Math.Round(under.BiasOf(0.05).LowShoulder, 9), under.BiasOf(0.05).HighShoulder));
    }

    private static Leaning? Of(Dossier dossier, string source, string? subject) => Leanings.Of(dossier, GradeTable.Default)?.Of(source, subject);
}
