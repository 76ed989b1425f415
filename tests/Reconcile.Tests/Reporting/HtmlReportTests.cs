using System.Text.RegularExpressions;
using FsCheck.Xunit;
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

    [Fact]
    public void Words_of_sources_have_a_list_with_links()
    {
        var html = Quoted("they said <b>\"400\"</b>", "https://example.org/?a=1&b=\"><script>").ToHtml();

        Assert.Contains(
            "<h2>Quotes and links</h2>\n<ul>\n<li>&quot;400&quot; (ministry) [c1]: \"<bdi>they said &lt;b&gt;&quot;400&quot;&lt;/b&gt;</bdi>\", "
            + "<a href=\"https://example.org/?a=1&amp;b=%22%3E%3Cscript%3E\" rel=\"noreferrer noopener\">https://example.org/?a=1&amp;b=&quot;&gt;&lt;script&gt;</a></li>",
            html,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JAVASCRIPT:alert(1)//https://example.org")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("//example.org")]
    [InlineData("file:///etc/passwd")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("http\n://example.org")]
    [InlineData("the evening paper, page 3")]
    public void Only_addresses_of_the_web_become_links(string url)
    {
        var html = Quoted("400", url).ToHtml();

        Assert.DoesNotContain("href", html, StringComparison.Ordinal);
        Assert.Contains($"<bdi>{System.Net.WebUtility.HtmlEncode(url.Replace('\n', ' '))}</bdi></li>", html, StringComparison.Ordinal);
    }

    [Property]
    public void Nothing_in_words_or_address_becomes_markup(string? quote, string? url) => AssertClosed(Quoted(quote ?? "", "https://" + url).ToHtml());

    [Promise(typeof(DisputedDossiers), 20)]
    public void Every_element_is_closed_and_nothing_is_fetched(Dossier dossier) => Holding.Check(dossier, result => AssertClosed(result.CompareRules().ToHtml()));

    private static Reconciliation Quoted(string quote, string url) =>
        Dossier.Create().Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("400"), Source = "ministry", Quote = quote, Url = url }).Reconcile();

    private static void AssertClosed(string html)
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(html))
        {
            var name = tag.Groups["name"].Value;
            if (VoidElements.Contains(name)) continue;
            if (tag.Groups["close"].Length == 0) open.Push(name);
            else Assert.Equal(open.Pop(), name);
        }

        Assert.Empty(open);
        Assert.All(Tag().Matches(html), tag => Assert.Matches("^(| lang=\"en\"| charset=\"utf-8\"| name=\"viewport\" .*| html| scope=\"col\" .*| dir=\"auto\".*| class=\"table\"| href=\"https?://[!-~]*\" rel=\"noreferrer noopener\")$", tag.Groups["attributes"].Value));
    }

    [GeneratedRegex("<(?<close>/?)(?<name>[!A-Za-z0-9]+)(?<attributes>[^>]*)>")]
    private static partial Regex Tag();
}
