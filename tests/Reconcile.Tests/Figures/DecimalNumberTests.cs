using System.Globalization;
using FsCheck;
using FsCheck.Xunit;
using Reconcile.Figures;
using Xunit;

namespace Reconcile.Tests.Figures;

public sealed class DecimalNumberTests
{
    [Property(MaxTest = 1000)]
    public void A_double_comes_back_from_its_digits(NormalFloat value) => Assert.Equal(value.Get, DecimalNumber.From(value.Get).Value);

    [Property]
    public void A_shift_of_two_is_the_number_in_per_cent(int digits)
    {
        var shifted = DecimalNumber.From(digits).Shifted(-2).Value;

        Assert.Equal(double.Parse(FormattableString.Invariant($"{digits}E-2"), CultureInfo.InvariantCulture), shifted);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1e22, 1e22)]
    [InlineData(1.5e-7, 1e-8)]
    [InlineData(5e-324, 1e-15)]
    [InlineData(0.1 + 0.2, 1e-15)]
    [InlineData(-120, 10)]
    public void The_unit_is_that_of_the_last_significant_digit(double value, double unit) => Assert.Equal(unit, DecimalNumber.From(value).Unit);

    [Fact]
    public void A_dozen_multiplies()
    {
        Assert.Equal(18, new DecimalNumber(false, 15, -1, -1).Times(12).Value);
        Assert.Equal(-60, DecimalNumber.From(-5).Times(12).Value);
        Assert.Equal(10, DecimalNumber.From(-5).Times(12).Unit);
    }
}
