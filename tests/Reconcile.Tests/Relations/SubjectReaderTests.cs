using Reconcile.Relations;
using Xunit;

namespace Reconcile.Tests.Relations;

public class SubjectReaderTests
{
    [Fact]
    public void A_declared_quantity_is_itself_whatever_signs_its_id_holds()
    {
        var reader = new SubjectReader(text => text == "troops - sent");

        Assert.Equal(new LinearForm([new("troops - sent", 1)], 0), reader.Read("troops - sent").Subject!.Numerator);
        Assert.Equal(new LinearForm([new("troops", 1), new("lost", -1)], 0), reader.Read("troops - lost").Subject!.Numerator);
    }

    [Fact]
    public void What_is_no_subject_has_the_error_instead()
    {
        var reading = new SubjectReader(_ => false).Read("killed +");

        Assert.Null(reading.Subject);
        Assert.Equal("column 9: found the end, expected a number, a name or \"(\"", reading.Error.ToString());
    }

    [Fact]
    public void Readings_are_kept_in_the_order_of_first_mention()
    {
        var reader = new SubjectReader(_ => false);
        foreach (var text in new[] { "b", "a", "b" }) reader.Read(text);

        Assert.Equal(["b", "a"], reader.Readings.Select(reading => reading.Text));
    }
}
