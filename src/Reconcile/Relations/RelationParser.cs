using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Reconcile.Relations;

/// <summary>Reads the relation language by recursive descent, at most 1,000 characters and 32 nested parentheses.</summary>
/// <remarks>
/// <code>
/// relation = sum op sum ["within" number "%"]     op = "=" | "&lt;=" | ">=" | "~="
/// sum      = ["-"] product {("+" | "-") product}
/// product  = factor {"*" factor}                  at most one factor holds a quantity
/// factor   = number ["%"] | name | "(" sum ")"
/// name     = letter {letter | digit | "_"} | '"' any but '"' {any but '"'} '"'
/// subject  = sum ["/" sum]
/// </code>
/// </remarks>
internal static class RelationParser
{
    public const int LongestText = 1000;

    private const double DefaultWithin = 0.05;
    public const string Within = "within";
    private const string Comparison = "\"=\", \"<=\", \">=\" or \"~=\"";
    private const string NameInQuotes = " (a name of several words goes in double quotes)";

    public static bool TryParseRelation(ReadOnlySpan<char> text, [NotNullWhen(true)] out ParsedRelation? relation, out SyntaxError error) => TryParseRelation(text, null, out relation, out error);

    /// <param name="text">The text.</param>
    /// <param name="names">Receives the names; null: they get no numbers.</param>
    /// <param name="relation">What it says.</param>
    /// <param name="error">Why it says nothing.</param>
    public static bool TryParseRelation(ReadOnlySpan<char> text, NameTable? names, [NotNullWhen(true)] out ParsedRelation? relation, out SyntaxError error)
    {
        relation = null;
        if (IsTooLong(text, out error)) return false;

        var parser = new SumParser(text, names);
        var success = TryReadRelation(ref parser, out relation);
        error = parser.Error;
        return success;
    }

    public static bool TryParseSubject(ReadOnlySpan<char> text, [NotNullWhen(true)] out ParsedSubject? subject, out SyntaxError error) => TryParseSubject(text, null, out subject, out error);

    /// <param name="text">The text.</param>
    /// <param name="names">Receives the names; null: they get no numbers.</param>
    /// <param name="subject">What it says.</param>
    /// <param name="error">Why it says nothing.</param>
    public static bool TryParseSubject(ReadOnlySpan<char> text, NameTable? names, [NotNullWhen(true)] out ParsedSubject? subject, out SyntaxError error)
    {
        subject = null;
        if (IsTooLong(text, out error)) return false;

        var parser = new SumParser(text, names);
        var success = TryReadSubject(ref parser, out subject);
        error = parser.Error;
        return success;
    }

    private static bool TryReadRelation(ref SumParser parser, [NotNullWhen(true)] out ParsedRelation? relation)
    {
        relation = null;
        if (!parser.TryReadForm(out var left)) return false;
        if (!TryReadOperator(ref parser, out var comparison)) return false;
        if (!parser.TryReadForm(out var right)) return false;

        var within = comparison == RelationOperator.About ? DefaultWithin : 0;
        if (comparison == RelationOperator.About && IsWithin(parser) && !TryReadWithin(ref parser, out within)) return false;
        if (parser.Scanner.Current.Kind != TokenKind.End) return parser.FailHere(ExpectedAtEnd(parser, comparison));

        relation = new ParsedRelation(left, comparison, right, within);
        return true;
    }

    private static bool TryReadSubject(ref SumParser parser, [NotNullWhen(true)] out ParsedSubject? subject)
    {
        subject = null;
        LinearForm? denominator = null;
        if (!parser.TryReadForm(out var numerator)) return false;

        if (parser.Scanner.Current.Kind == TokenKind.Slash)
        {
            parser.Scanner.Advance();
            if (!parser.TryReadForm(out denominator)) return false;
        }

        if (parser.Scanner.Current.Kind != TokenKind.End)
        {
            var expected = denominator is null ? "\"+\", \"-\", \"*\", \"/\" or the end" : "\"+\", \"-\", \"*\" or the end";
            return parser.FailHere(IsName(parser) ? expected + NameInQuotes : expected);
        }

        subject = new ParsedSubject(numerator, denominator);
        return true;
    }

    private static bool TryReadOperator(ref SumParser parser, out RelationOperator comparison)
    {
        comparison = RelationOperator.Equal;
        switch (parser.Scanner.Current.Kind)
        {
            case TokenKind.Equal:
                break;
            case TokenKind.AtMost:
                comparison = RelationOperator.AtMost;
                break;
            case TokenKind.AtLeast:
                comparison = RelationOperator.AtLeast;
                break;
            case TokenKind.About:
                comparison = RelationOperator.About;
                break;
            case TokenKind.Slash:
                return parser.FailHere("a comparison: there is no division, a / b = 0.5 is written a = 0.5 * b");
            default:
                const string Expected = "\"+\", \"-\", \"*\", or " + Comparison;
                return parser.FailHere(IsName(parser) ? Expected + NameInQuotes : Expected);
        }

        parser.Scanner.Advance();
        return true;
    }

    /// <summary>Reads <c>"within" number "%"</c> as a fraction.</summary>
    private static bool TryReadWithin(ref SumParser parser, out double within)
    {
        parser.Scanner.Advance();
        var number = parser.Scanner.Current;
        within = number.Value / 100;
        if (number.Kind != TokenKind.Number || !(number.Value <= SumParser.LargestNumber)) return parser.FailHere("a percentage, such as 5 %");

        parser.Scanner.Advance();
        if (parser.Scanner.Current.Kind != TokenKind.Percent) return parser.FailHere("\"%\"");

        parser.Scanner.Advance();
        return true;
    }

    private static string ExpectedAtEnd(in SumParser parser, RelationOperator comparison) => parser.Scanner.Current.Kind switch
    {
        TokenKind.Equal or TokenKind.AtMost or TokenKind.AtLeast or TokenKind.About =>
            "the end: one comparison in a relation, others in relations of their own",
        TokenKind.Slash => "the end: there is no division, a / 2 is written 0.5 * a",
        TokenKind.Name when IsWithin(parser) => "the end: \"within\" goes with \"~=\" only",
        TokenKind.Name => AnotherTerm(comparison) + NameInQuotes,
        _ => AnotherTerm(comparison),
    };

    private static string AnotherTerm(RelationOperator comparison) =>
        comparison == RelationOperator.About ? "\"+\", \"-\", \"*\", \"within\" or the end" : "\"+\", \"-\", \"*\" or the end";

    private static bool IsName(in SumParser parser) => parser.Scanner.Current.Kind == TokenKind.Name;

    private static bool IsWithin(in SumParser parser) => IsName(parser) && parser.Scanner.CurrentText.SequenceEqual(Within);

    private static bool IsTooLong(ReadOnlySpan<char> text, out SyntaxError error)
    {
        error = text.Length <= LongestText
            ? default
            : new SyntaxError(
                LongestText + 1,
                string.Create(CultureInfo.InvariantCulture, $"a text of {text.Length:N0} characters"),
                string.Create(CultureInfo.InvariantCulture, $"at most {LongestText:N0}"));
        return text.Length > LongestText;
    }
}
