using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reconcile.Tests.Readme;

/// <summary>
/// A grammar as the pages write it, and sentences drawn from it: <c>"…"</c> a sign or word, <c>[ ]</c> at most once, <c>{ }</c> any number
/// of times, <c>( )</c> once, <c>|</c> or, any other word a rule or one of the few that need none. Several rules may share a line, set apart by three spaces; what else
/// stands there is a remark.
/// </summary>
internal sealed partial class Grammar(string text, Random random)
{
    private const string AnyBut = "any but '\"'";

    private readonly Dictionary<string, string[]> _rules = RuleLine().Matches(text).ToDictionary(
        rule => rule.Groups[1].Value, rule => Token().Matches(rule.Groups[2].Value).Select(token => token.Value).ToArray());

    private int _depth;

    public IEnumerable<string> Rules => _rules.Keys;

    /// <summary>A sentence of a rule, with spaces between its words.</summary>
    public string Sentence(string rule)
    {
        _depth = 0;
        return Draw(rule).Trim();
    }

    private string Draw(string rule)
    {
        _depth++;
        var position = 0;
        var drawn = Alternatives(_rules[rule], ref position, write: true);
        _depth--;
        return drawn;
    }

    /// <summary>Reads up to a closing bracket, or to the end, and draws one of the alternatives.</summary>
    private string Alternatives(string[] tokens, ref int position, bool write)
    {
        var start = position;
        var count = 1;
        for (var nested = 0; position < tokens.Length && (nested > 0 || !Closes(tokens[position])); position++)
        {
            if (Opens(tokens[position])) nested++;
            if (Closes(tokens[position])) nested--;
            if (nested == 0 && tokens[position] == "|") count++;
        }

        var end = position;
        position = start;
        // Deep inside only the first alternative, which no bracket opens.
        var chosen = _depth > 8 ? 0 : random.Next(count);
        var drawn = "";
        for (var alternative = 0; position < end; position++)
        {
            if (tokens[position] == "|") alternative++;
            else drawn += Part(tokens, ref position, write && alternative == chosen);
        }

        return drawn;
    }

    private string Part(string[] tokens, ref int position, bool write)
    {
        var token = tokens[position];
        if (Opens(token))
        {
            var inside = ++position;
            var drawn = new StringBuilder();
            for (var left = Times(token); left > 0; left--)
            {
                position = inside;
                drawn.Append(Alternatives(tokens, ref position, write));
            }

            position = inside;
            Alternatives(tokens, ref position, write: false);
            return drawn.ToString();
        }

        if (!write) return "";
        return token switch
        {
            "letter" => "abcxyzABCäßж"[random.Next(12)].ToString(),
            "digit" => random.Next(10).ToString(CultureInfo.InvariantCulture),
            "number" => " " + new[] { "0", "1", "40", "0.5", "12.75" }[random.Next(5)] + " ",
            AnyBut => "troops - sent"[random.Next(13)].ToString(),
            "name" => " " + Draw(token) + " ",
            _ when token[0] is '"' or '\'' => token.Length > 3 || token == "\"-\"" || token == "\"+\"" ? $" {token[1..^1]} " : token[1..^1],
            _ => Draw(token),
        };
    }

    private static bool Opens(string token) => token is "[" or "{" or "(";

    private static bool Closes(string token) => token is "]" or "}" or ")";

    /// <summary>How often the part behind an opening bracket stands there; in braces mostly not at all, so that few products hold two quantities.</summary>
    private int Times(string opening) => opening switch
    {
        "(" => 1,
        "[" => random.Next(2),
        _ => Math.Max(0, random.Next(6) - 3),
    };

    [GeneratedRegex(@"(?:^|(?<=   ))(\w+)\s+=\s(.*?)(?=   |$)", RegexOptions.Multiline)]
    private static partial Regex RuleLine();

    [GeneratedRegex("""any but '"'|"[^"]+"|'[^']+'|[\[\]{}()|]|\w+""")]
    private static partial Regex Token();
}
