using Xunit;

namespace Reconcile.Tests.Reporting;

public sealed class CsvReportTests
{
    [Fact]
    public void Estimates_are_lines_with_unrounded_numbers() => Assert.Equal(
        "quantity,asOf,best,low,high,confidence,roots,claims,alternatives\r\n"
        + "killed,2025-03-05,200.4,92.3,510.8,low,1,c2,200.4 [92.3–308.1] 0.62; 471.2 [431.4–510.8] 0.29\r\n"
        + "wounded,,,92,,low,1,c3,\r\n"
        + "casualties,,,184.3,,low,1,,\r\n",
        Fabricated.Disputed().ToCsv());

    [Fact]
    public void Fields_are_quoted_where_they_must_be()
    {
        var dossier = Dossier.Create().Quantity(new Quantity { Id = "a \"b\", c" });
        var estimate = Fabricated.Disputed()["wounded"] with { Quantity = dossier.Quantities[0] };
        var csv = new Reconciliation { Dossier = dossier, Estimates = [estimate] }.ToCsv();
        Assert.Equal("\"a \"\"b\"\", c\",,,92,,low,1,c3,", csv.Split("\r\n")[1]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("a\u001b[31m", "a\uFFFD[31m")]
    public void No_text_is_a_formula_or_a_control_sequence(string id, string field)
    {
        var estimate = Fabricated.Disputed()["wounded"] with { Quantity = new Quantity { Id = id } };
        var csv = new Reconciliation { Dossier = Dossier.Create(), Estimates = [estimate] }.ToCsv();

        Assert.StartsWith(field + ",", csv.Split("\r\n")[1], StringComparison.Ordinal);
    }
}
