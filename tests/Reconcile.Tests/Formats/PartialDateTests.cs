using FsCheck.Xunit;
using Reconcile.Formats;
using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Formats;

public class PartialDateTests
{
    [Property(Arbitrary = [typeof(DossierGenerators)])]
    public void A_full_date_reads_as_itself(DateOnly day)
    {
        Assert.True(PartialDate.TryParse(day.ToString("O", null), out var date, out _));
        Assert.Equal(new PartialDate(day, day), date);
    }

    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31")]
    public void A_partial_date_is_a_period(string text, string first, string last)
    {
        Assert.True(PartialDate.TryParse(text, out var date, out _));
        Assert.Equal(new PartialDate(DateOnly.Parse(first, null), DateOnly.Parse(last, null)), date);
    }

    [Theory]
    [InlineData("2024-2-3", "2024-02-03")]
    [InlineData("2024-02-3", "2024-02-03")]
    [InlineData("2024-2", "2024-02")]
    [InlineData("2024/02/03", "2024-02-03")]
    [InlineData("2024.2.3", "2024-02-03")]
    public void A_date_with_other_digits_or_signs_is_proposed(string text, string meant)
    {
        Assert.False(PartialDate.TryParse(text, out _, out var error));
        Assert.Equal($"\"{text}\" is no date; did you mean {meant}?", error);
    }

    [Theory]
    [InlineData("2024-2-30")]
    [InlineData("2024-13-1")]
    [InlineData("3-2-2024")]
    [InlineData("2024-02/3")]
    [InlineData("2024-02-03-1")]
    [InlineData("2024--3")]
    [InlineData("2024-ab-cd")]
    [InlineData("2024-xx")]
    [InlineData("2024/ab/03")]
    [InlineData("2024/a/b")]
    public void Nothing_is_proposed_for_what_could_be_no_date(string text)
    {
        Assert.False(PartialDate.TryParse(text, out _, out var error));
        Assert.DoesNotContain("did you mean", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("202")]
    [InlineData("20250")]
    [InlineData("0000")]
    [InlineData("2025-")]
    [InlineData("2025-3")]
    [InlineData("2025-00")]
    [InlineData("2025-3-05")]
    [InlineData("2025-03-00")]
    [InlineData("2025-03-32")]
    [InlineData("2023-02-29")]
    [InlineData("2025-03-05T00:00")]
    [InlineData("٢٠٢٥")]
    public void What_is_no_date_is_said_to_be_none(string text)
    {
        Assert.False(PartialDate.TryParse(text, out _, out var error));
        Assert.Contains($"\"{text}\" is no date", error, StringComparison.Ordinal);
    }
}
