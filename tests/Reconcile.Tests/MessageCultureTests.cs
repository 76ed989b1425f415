using Xunit;

namespace Reconcile.Tests;

/// <summary>Messages read the same in every culture of the caller.</summary>
public class MessageCultureTests
{
    [Fact]
    public void A_number_in_a_message_has_a_decimal_point()
    {
        Assert.Contains("found 1.5.", Message(() => new Reconciler(new ReconcileOptions { Level = 1.5 })), StringComparison.Ordinal);
        Assert.Contains("must be 2.5 (the lower end) or more; found 1.5.", Message(() => Figure.Between(2.5, 1.5)), StringComparison.Ordinal);
        Assert.Contains("must be 1.5 (the best value) or less; found 2.5.", Message(() => Figure.Interval(1.5, 2.5, 3)), StringComparison.Ordinal);
        Assert.Contains("found 2.5, , 1.5.", Message(() => new FigureRange(2.5, null, 1.5)), StringComparison.Ordinal);
        Assert.Contains("found -0.5.", Message(() => GradeTable.Default.With(Reliability.A, -0.5, 0.5)), StringComparison.Ordinal);
        Assert.Contains("found 1.5.", Message(() => GradeTable.Default.With(Reliability.A, 0.5, 1.5)), StringComparison.Ordinal);
        Assert.Contains("found -0.5.", Message(() => GradeTable.Default.With(Credibility.Doubtful, -0.5)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_exponent_of_a_figure_has_a_plain_minus() => Assert.Equal("at least 1E-30", Abroad.In(Abroad.Swedish, () => Figure.AtLeast(1e-30).Text));

    /// <summary>The message of an error that is thrown abroad.</summary>
    private static string Message(Func<object> action) => Abroad.In(Abroad.Swedish, () => Assert.ThrowsAny<ArgumentException>(action).Message);
}
