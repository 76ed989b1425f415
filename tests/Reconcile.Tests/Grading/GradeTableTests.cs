using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace Reconcile.Tests.Grading;

public sealed class GradeTableTests
{
    [Theory]
    [InlineData(Reliability.A, 0.02, 0.98)]
    [InlineData(Reliability.B, 0.05, 0.93)]
    [InlineData(Reliability.C, 0.10, 0.85)]
    [InlineData(Reliability.D, 0.20, 0.65)]
    [InlineData(Reliability.E, 0.40, 0.40)]
    [InlineData(Reliability.F, 0.12, 0.80)]
    public void The_default_grades_sources_as_documented(Reliability reliability, double error, double accuracy) =>
        Assert.Equal((error, accuracy), (GradeTable.Default.Error(reliability), GradeTable.Default.Accuracy(reliability)));

    [Theory]
    [InlineData(Credibility.Confirmed, 1.5)]
    [InlineData(Credibility.ProbablyTrue, 1.5)]
    [InlineData(Credibility.PossiblyTrue, 1)]
    [InlineData(Credibility.Doubtful, 0.4)]
    [InlineData(Credibility.Improbable, 0.1)]
    [InlineData(Credibility.Unknown, 1)]
    public void The_default_grades_items_as_documented(Credibility credibility, double factor) =>
        Assert.Equal(factor, GradeTable.Default.OddsFactor(credibility));

    [Property]
    public void Another_row_changes_only_itself(PositiveInt error, PositiveInt accuracy)
    {
        var (newError, newAccuracy) = (error.Get / 100.0, 1.0 / (1 + accuracy.Get));
        foreach (var changed in Enum.GetValues<Reliability>())
        {
            var table = GradeTable.Default.With(changed, newError, newAccuracy);

            foreach (var row in Enum.GetValues<Reliability>())
            {
                Assert.Equal(row == changed ? newError : GradeTable.Default.Error(row), table.Error(row));
                Assert.Equal(row == changed ? newAccuracy : GradeTable.Default.Accuracy(row), table.Accuracy(row));
            }

            Assert.Equal(0.4, table.OddsFactor(Credibility.Doubtful));
        }
    }

    [Fact]
    public void Another_factor_changes_only_itself()
    {
        foreach (var changed in Enum.GetValues<Credibility>())
        {
            var table = GradeTable.Default.With(changed, 7);

            foreach (var row in Enum.GetValues<Credibility>())
                Assert.Equal(row == changed ? 7 : GradeTable.Default.OddsFactor(row), table.OddsFactor(row));
            Assert.Equal(0.85, table.Accuracy(Reliability.C));
        }
    }

    [Fact]
    public void Tables_are_equal_when_all_rows_are()
    {
        var changed = GradeTable.Default.With(Reliability.D, 0.3, 0.5);

        Assert.NotEqual(GradeTable.Default, changed);
        Assert.Equal(changed, GradeTable.Default.With(Reliability.D, 0.3, 0.5));
        Assert.Equal(GradeTable.Default, changed.With(Reliability.D, 0.2, 0.65));
        Assert.Equal(GradeTable.Default.GetHashCode(), changed.With(Reliability.D, 0.2, 0.65).GetHashCode());
        Assert.NotEqual(GradeTable.Default, GradeTable.Default.With(Credibility.Doubtful, 0.5));
        Assert.NotEqual(GradeTable.Default, GradeTable.Default.With(Reliability.D, 0.2, 0.66));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_relative_error_is_finite_and_not_negative(double error) =>
        Assert.Equal("error", Assert.Throws<ArgumentOutOfRangeException>(() => GradeTable.Default.With(Reliability.A, error, 0.9)).ParamName);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void An_accuracy_lies_between_0_and_1(double accuracy) =>
        Assert.Equal("accuracy", Assert.Throws<ArgumentOutOfRangeException>(() => GradeTable.Default.With(Reliability.A, 0.1, accuracy)).ParamName);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_odds_factor_is_finite_and_above_0(double factor) =>
        Assert.Equal("oddsFactor", Assert.Throws<ArgumentOutOfRangeException>(() => GradeTable.Default.With(Credibility.Doubtful, factor)).ParamName);

    [Fact]
    public void The_limits_of_interests_are_those_that_were_published_and_can_be_replaced_one_by_one()
    {
        var table = GradeTable.Default.With(Reliability.C, 0.2, 0.8);

        Assert.Equal((5, 0.3, 2), Interests(GradeTable.Default));
        Assert.Equal((3, 0.3, 2), Interests(table.WithInterests(greatestOverstatement: 3)));
        Assert.Equal((5, 0.5, 2), Interests(table.WithInterests(leastUnderstatement: 0.5)));
        Assert.Equal((5, 0.3, 1), Interests(table.WithInterests(againstInterestFactor: 1)));
        Assert.Equal(0.2, table.WithInterests(3, 0.5, 4).Error(Reliability.C));
        Assert.Equal((3, 0.5, 4), Interests(table.WithInterests(3, 0.5, 4).With(Credibility.Doubtful, 0.3).With(Reliability.A, 0.1, 0.9)));
        Assert.NotEqual(table, table.WithInterests(3));
        Assert.Equal(table, table.WithInterests());

        static (double, double, double) Interests(GradeTable table) => (table.GreatestOverstatement, table.LeastUnderstatement, table.AgainstInterestFactor);
    }

    [Theory]
    [InlineData(1.0, null, null, "greatestOverstatement")]
    [InlineData(101.0, null, null, "greatestOverstatement")]
    [InlineData(double.NaN, null, null, "greatestOverstatement")]
    [InlineData(null, 1.0, null, "leastUnderstatement")]
    [InlineData(null, 0.0, null, "leastUnderstatement")]
    [InlineData(null, double.NaN, null, "leastUnderstatement")]
    [InlineData(null, null, 0.9, "againstInterestFactor")]
    [InlineData(null, null, double.PositiveInfinity, "againstInterestFactor")]
    public void Limits_of_interests_that_make_no_sense_are_refused(double? over, double? under, double? against, string name) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => GradeTable.Default.WithInterests(over, under, against)).ParamName);

    [Fact]
    public void Grades_outside_the_scale_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GradeTable.Default.Error((Reliability)6));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradeTable.Default.Accuracy((Reliability)(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradeTable.Default.OddsFactor((Credibility)6));
    }
}
