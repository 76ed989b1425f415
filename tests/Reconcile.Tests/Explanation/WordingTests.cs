using Reconcile.Explanation;
using Xunit;

namespace Reconcile.Tests.Explanation;

public class WordingTests
{
    [Theory]
    [InlineData("2025-03-05", "2025-03-05", "5 March 2025")]
    [InlineData("2025-03-05", "2025-03-06", "5 to 6 March 2025")]
    [InlineData("2025-01-01", "2025-02-28", "1 January to 28 February 2025")]
    [InlineData("2024-12-30", "2025-01-02", "30 December 2024 to 2 January 2025")]
    public void A_period_says_each_part_of_its_days_once(string from, string to, string expected) =>
        Assert.Equal(expected, Wording.Days(new Period(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(2, "two")]
    [InlineData(11, "11")]
    [InlineData(20_000, "20,000")]
    public void Counts_are_words_or_have_their_thousands_separated(int count, string expected) => Assert.Equal(expected, Wording.InWords(count));

    [Fact]
    public void Of_a_long_course_the_first_and_the_last_figure_are_told()
    {
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total)
            .WithClaims(Enumerable.Range(1, 20).Select(day => new Claim
            {
                Id = $"c{day}",
                Quantity = "killed",
                Figure = Figure.Parse($"{10 * day + 1}"),
                Source = "ministry",
                Reported = new DateOnly(2025, 3, day),
            }));

        var difference = Assert.Single(dossier.Reconcile().Differences);

        Assert.Equal(20, difference.Claims.Count);
        Assert.Equal("killed is a total that grows: 20 figures from 11 (ministry, 1 March 2025) to 201 (ministry, 20 March 2025) speak of different days.", difference.Explanation);
    }
}
