using System.Text.RegularExpressions;
using Reconcile.Tests.Generation;
using Reconcile.Tests.Promises;
using Xunit;

namespace Reconcile.Tests.Reporting;

public sealed partial class HtmlReportTests
{
    private static readonly string[] VoidElements = ["meta", "!DOCTYPE"];

    [Fact]
    public void Estimates_and_other_rules_stand_in_tables()
    {
        var html = Dossier.Create("Strike").Claim("killed", "about 400", "ministry").Claim("killed", "471", "wire").Reconcile().CompareRules().ToHtml();

        Assert.Contains("<title>Strike</title>", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\" dir=\"auto\" class=\"number\">reconciled</th>", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\" dir=\"auto\" class=\"number\">acled</th>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_dossier_says_becomes_no_markup()
    {
        var html = Dossier.Create("<script>alert(1)</script>").Claim("\"<b>killed</b>\"", "400", "a & \"b\"").Reconcile().ToHtml();

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_of_the_user_run_in_their_own_direction()
    {
        var html = Dossier.Create("غزة").Claim("\"قتلى\"", "400", "a").Reconcile().ToHtml();

        Assert.Contains("<h1 dir=\"auto\">غزة</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<td dir=\"auto\">قتلى</td>", html, StringComparison.Ordinal);
    }

    [Promise(typeof(DisputedDossiers), 20)]
    public void Every_element_is_closed_and_nothing_is_fetched(Dossier dossier) => Holding.Check(dossier, result =>
    {
        var open = new Stack<string>();
        var html = result.CompareRules().ToHtml();
        foreach (Match tag in Tag().Matches(html))
        {
            var name = tag.Groups["name"].Value;
            if (VoidElements.Contains(name)) continue;
            if (tag.Groups["close"].Length == 0) open.Push(name);
            else Assert.Equal(open.Pop(), name);
        }

        Assert.Empty(open);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=", html, StringComparison.Ordinal);
    });

    [GeneratedRegex("<(?<close>/?)(?<name>[!A-Za-z0-9]+)[^>]*>")]
    private static partial Regex Tag();
}
