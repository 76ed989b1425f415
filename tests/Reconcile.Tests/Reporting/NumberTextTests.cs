using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Reconcile.Reporting;
using Xunit;

namespace Reconcile.Tests.Reporting;

public sealed class NumberTextTests
{
    [Property]
    public Property A_number_reads_back_to_eleven_digits(NormalFloat number)
    {
        var value = number.Get;
        var inDigits = Math.Abs(value) is < 1e15 and > 1e-6;
        var back = double.Parse(NumberText.Of(value), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return (Math.Abs(back - value) <= 1e-11 * Math.Abs(value)).When(inDigits);
    }

    [Property]
    public Property Rounding_keeps_the_order(NormalFloat a, NormalFloat b, NormalFloat c, bool whole)
    {
        double[] sorted = [a.Get, b.Get, c.Get];
        Array.Sort(sorted);
        var (low, best, high) = NumberText.Rounded(sorted[0], sorted[1], sorted[2], whole);
        return (low <= best && best <= high).When(sorted.All(value => Math.Abs(value) < 1e15));
    }

    [Property]
    public Property Rounding_moves_an_end_by_no_more_than_a_tenth_of_its_distance(NormalFloat a, NormalFloat b, NormalFloat c)
    {
        double[] sorted = [a.Get, b.Get, c.Get];
        Array.Sort(sorted);
        var (low, best, high) = NumberText.Rounded(sorted[0], sorted[1], sorted[2], whole: false);
        var below = sorted[1] - sorted[0];
        var above = sorted[2] - sorted[1];
        var noise = 1e-9 * (Math.Abs(sorted[0]) + Math.Abs(sorted[2]));
        return (Math.Abs(low!.Value - sorted[0]) <= below / 10 + noise
            && Math.Abs(high!.Value - sorted[2]) <= above / 10 + noise
            && Math.Abs(best!.Value - sorted[1]) <= Math.Min(below, above) / 10 + noise).When(below > 1e-9 && above > 1e-9 && sorted.All(v => Math.Abs(v) < 1e15));
    }

    [Property]
    public Property Whole_quantities_round_to_whole_numbers(NormalFloat a, PositiveInt width)
    {
        var (low, best, high) = NumberText.Rounded(a.Get, a.Get + width.Get / 7.0, a.Get + width.Get, whole: true);
        return (IsWhole(low) && IsWhole(best) && IsWhole(high)).When(Math.Abs(a.Get) < 1e12);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(471, "471")]
    [InlineData(4000, "4,000")]
    [InlineData(601027, "601,027")]
    [InlineData(-63000, "-63,000")]
    [InlineData(3.25, "3.25")]
    [InlineData(0.30000000000000004, "0.3")]
    [InlineData(1234.5, "1,234.5")]
    [InlineData(0.000125, "0.000125")]
    [InlineData(1e15, "1,000,000,000,000,000")]
    [InlineData(1e20, "1E+20")]
    [InlineData(1.5e-12, "1.5E-12")]
    public void Numbers_print_their_digits(double value, string text) => Assert.Equal(text, NumberText.Of(value));

    [Theory]
    [InlineData(346.6, 400.2, 453.4, false, "347 400 453")]
    [InlineData(3712.3, 4001.7, 4288.8, false, "3,710 4,000 4,290")]
    [InlineData(9.4, 30.6, 5312.7, false, "9 31 5,300")]
    [InlineData(0.2134, 0.2534, 0.3012, false, "0.213 0.253 0.301")]
    [InlineData(0.4, 2.3, 7.9, true, "0 2 8")]
    [InlineData(471.0, 471.0, 471.0, false, "471 471 471")]
    [InlineData(2.34567, 2.34567, 2.34567, false, "2.346 2.346 2.346")]
    public void Estimates_print_the_digits_that_mean_something(double low, double best, double high, bool whole, string text)
    {
        var (l, b, h) = NumberText.Rounded(low, best, high, whole);
        Assert.Equal(text, $"{NumberText.Of(l!.Value)} {NumberText.Of(b!.Value)} {NumberText.Of(h!.Value)}");
    }

    [Theory]
    [InlineData(973.371284236, "973.4")]
    [InlineData(1450.00068212, "1,450")]
    [InlineData(13.3333333333, "13.33")]
    [InlineData(0.123456, "0.1235")]
    [InlineData(1234.5, "1,234.5")]
    [InlineData(400.125, "400.125")]
    public void An_end_of_a_reading_has_three_decimals_or_four_digits(double value, string text) => Assert.Equal(text, NumberText.End(value));

    [Theory]
    [InlineData(1.4995, 1.5, "1.4995")]
    [InlineData(1.5005, 1.4995, "1.5005")]
    [InlineData(493.66354, 493.677, "493.664")]
    [InlineData(400.0 / 3, 200, "133.3")]
    public void It_has_more_where_it_is_nearer_to_what_it_stands_beside(double value, double beside, string text) => Assert.Equal(text, NumberText.End(value, beside));

    [Fact]
    public void Open_sides_stay_open()
    {
        Assert.Equal((92, null, null), NumberText.Rounded(92.3, null, null, whole: true));
        Assert.Equal((null, null, 300), NumberText.Rounded(null, null, 300, whole: false));
        Assert.Equal((null, null, null), NumberText.Rounded(null, null, null, whole: false));
    }

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.004, "under 1 %")]
    [InlineData(0.0149, "1 %")]
    [InlineData(0.24, "24 %")]
    [InlineData(0.996, "over 99 %")]
    [InlineData(1, "100 %")]
    public void Weights_are_whole_per_cent(double weight, string text) => Assert.Equal(text, NumberText.Weight(weight));

    [Theory]
    [InlineData(1 / 3.0, "33.3 %")]
    [InlineData(0.25, "25 %")]
    [InlineData(0.9, "90 %")]
    [InlineData(0.999, "99.9 %")]
    [InlineData(0.00126, "0.126 %")]
    [InlineData(0, "0 %")]
    [InlineData(1, "100 %")]
    [InlineData(0.9996, "99.96 %")]
    [InlineData(0.999999999999, "99.9999999999 %")]
    [InlineData(0.9999999999999999, "99.99999999999999 %")]
    public void Shares_keep_three_digits_and_are_100_per_cent_only_if_they_are(double fraction, string text) => Assert.Equal(text, NumberText.Percent(fraction));

    [Theory]
    [InlineData("347", "453", "347–453")]
    [InlineData("-5", "3", "-5 to 3")]
    [InlineData("471", "471", "471")]
    public void Ranges_are_not_misread(string low, string high, string text) => Assert.Equal(text, NumberText.Range(low, high));

    private static bool IsWhole(double? value) => value == Math.Round(value!.Value);
}
