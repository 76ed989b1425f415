using System.Globalization;
using FsCheck;
using FsCheck.Xunit;
using Reconcile.Formats;
using Xunit;

namespace Reconcile.Tests.Formats;

public class PlainNumberTests
{
    [Property(MaxTest = 1000)]
    public void The_digits_read_back_as_the_same_number(NormalFloat number)
    {
        var text = PlainNumber.Text(number.Get);

        Assert.Equal(number.Get, double.Parse(text, CultureInfo.InvariantCulture));
        Assert.All(text, letter => Assert.True(char.IsAsciiDigit(letter) || letter is '-' or '.', text));
    }

    [Theory]
    [InlineData(4000, "4000")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(-1.25e-7, "-0.000000125")]
    [InlineData(3.25, "3.25")]
    public void The_digits_are_the_shortest(double number, string text) => Assert.Equal(text, PlainNumber.Text(number));
}
