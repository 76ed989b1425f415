using Reconcile.Claims;
using Xunit;

namespace Reconcile.Tests.Claims;

public class SmallValuesTests
{
    private static readonly DateOnly First = new(2025, 3, 1);

    [Fact]
    public void A_period_holds_its_days_and_does_not_end_before_it_begins()
    {
        var period = new Period(First, First.AddDays(1));

        Assert.Equal((First, First.AddDays(1)), (period.From, period.To));
        Assert.Equal(First, new Period(First, First).To);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new Period(First, First.AddDays(-1)));
        Assert.StartsWith("A period must not end (2025-02-28) before it begins (2025-03-01).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_retraction_is_none_always_or_of_a_day()
    {
        Assert.False(default(Retraction).IsRetracted);
        Assert.True(Retraction.Always.IsRetracted);
        Assert.Null(Retraction.Always.Day);
        Assert.Equal((true, First), (Retraction.On(First).IsRetracted, Retraction.On(First).Day!.Value));
        Assert.Equal(3, new HashSet<Retraction> { default, Retraction.Always, Retraction.On(First), Retraction.On(First) }.Count);
    }

    [Fact]
    public void Annotations_are_equal_by_their_parts_in_order()
    {
        Annotations one = new("note", [new("x-a", "1"), new("x-b", "2")]), same = new("note", [new("x-a", "1"), new("x-b", "2")]);

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, new Annotations("note", [new("x-b", "2"), new("x-a", "1")]));
        Assert.NotEqual(one, new Annotations("other", one.Extensions));
        Assert.Equal(default, new Annotations(null, []));
        Assert.Empty(default(Annotations).Extensions);
    }

    [Fact]
    public void A_place_knows_the_lines_of_its_properties()
    {
        var place = new Place(3, [new("figure", 5)]);

        Assert.Equal((5, 3), (place.LineOf("figure"), place.LineOf("source")));
        Assert.Null(default(Place).LineOf("figure"));
    }

    [Fact]
    public void Where_a_thing_was_written_is_no_part_of_what_was_written() => Assert.Equal(
        new Source { Id = "a", Place = new Place(1, default) }, new Source { Id = "a", Place = new Place(9, default) });
}
