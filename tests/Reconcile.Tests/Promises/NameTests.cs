using System.Text.RegularExpressions;
using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

public partial class NameTests
{
    /// <summary>With a space, a hyphen, brackets, or the sign between the sides of a relation; all of them leave the order of names as it is.</summary>
    private static readonly string[] Endings = [" §", "-§", " (§)", " = §"];

    private const string InJson = "\\\"";

    [Promise(typeof(RelayedDossiers))]
    public void A_name_that_needs_quotes_is_treated_as_any_other(Dossier dossier) => AssertSameUnderOtherNames(dossier);

    [Promise(typeof(DisputedDossiers))]
    public void Names_that_need_quotes_are_treated_as_any_others_in_disputes_and_relations(Dossier dossier) => AssertSameUnderOtherNames(dossier);

    /// <summary>In the result, in all that is behind the first estimate, and in the report as far as words go.</summary>
    private static void AssertSameUnderOtherNames(Dossier dossier)
    {
        var undeclared = dossier.With(quantities: []);
        var ending = Endings[dossier.Claims.Count % Endings.Length];
        Holding.Check(undeclared, result =>
        {
            var renamed = Holding.Again(undeclared.With(
                [.. undeclared.Claims.Select(claim => claim with { Quantity = Renamed(claim.Quantity, ending) })],
                relations: [.. undeclared.Relations.Select(relation => relation with { Rule = Renamed(relation.Rule, ending) })]));
            Assert.Equal(result.ToJson(), AsBefore(renamed.ToJson(), ending, InJson));
            Assert.Equal(Words(result.ToMarkdown()), AsBefore(Words(renamed.ToMarkdown()), ending, "\""), ignoreCase: true);
            var quantity = result.Estimates[0].Quantity.Id;
            Assert.Equal(result.ExplainToJson(quantity), AsBefore(renamed.ExplainToJson(quantity + ending), ending, InJson));
            Assert.Equal(Words(result.Explain(quantity)), AsBefore(Words(renamed.Explain(quantity + ending)), ending, "\""), ignoreCase: true);
        });
    }

    /// <summary>Without what depends on the width of names; where a sentence begins with a quote it has no capital letter either.</summary>
    private static string Words(string page) => Regex.Replace(page.Replace("\\", "", StringComparison.Ordinal), @"\s+|--+", " ");

    private static string Renamed(string text, string ending) => Name().Replace(text, name => name.Value == "within" ? name.Value : $"\"{name.Value}{ending}\"");

    private static string AsBefore(string text, string ending, string quote) =>
        Regex.Replace(text, $@"{Regex.Escape(quote)}(\w+){Regex.Escape(ending)}{Regex.Escape(quote)}|(\w+){Regex.Escape(ending)}", "$1$2");

    [GeneratedRegex(@"\b[A-Za-z_]\w*")]
    private static partial Regex Name();
}
