using System.Globalization;

namespace Reconcile.Tests.Promises;

/// <summary>Reads the plain relations that the generators write (words between blanks, no parentheses), apart from the library's own parser.</summary>
internal sealed record PlainForm(Dictionary<string, Rational> Terms, Rational Constant)
{
    /// <summary>For example <c>killed + 0.5 * wounded - 20</c>.</summary>
    public static PlainForm Read(string text)
    {
        var terms = new Dictionary<string, Rational>();
        var (constant, factor, sign) = (Rational.Zero, (Rational?)null, Rational.One);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append("+"))
        {
            if (word is "+" or "-")
            {
                if (factor is { } number) constant += sign * number;
                (factor, sign) = (null, word == "-" ? -Rational.One : Rational.One);
            }
            else if (char.IsAsciiDigit(word[0]))
            {
                factor = Decimal(word);
            }
            else if (word != "*")
            {
                terms[word] = terms.GetValueOrDefault(word, Rational.Zero) + (sign * (factor ?? Rational.One));
                factor = null;
            }
        }

        return new PlainForm(terms, constant);
    }

    public PlainForm Minus(Rational factor, PlainForm other)
    {
        var terms = new Dictionary<string, Rational>(Terms);
        foreach (var (name, coefficient) in other.Terms) terms[name] = terms.GetValueOrDefault(name, Rational.Zero) - (factor * coefficient);
        return new PlainForm(terms, Constant - (factor * other.Constant));
    }

    /// <summary>The rows of a relation.</summary>
    public static IEnumerable<ExactRow> Rows(string rule)
    {
        var within = Rational.Of(5) / Rational.Of(100);
        var at = rule.IndexOf(" within ", StringComparison.Ordinal);
        if (at >= 0) (within, rule) = (Decimal(rule[(at + 8)..^2]) / Rational.Of(100), rule[..at]);
        var op = new[] { " ~= ", " <= ", " >= ", " = " }.First(sign => rule.Contains(sign, StringComparison.Ordinal));
        var sides = rule.Split(op);
        var (left, right) = (Read(sides[0]), Read(sides[1]));
        if (op == " ~= ")
        {
            yield return AtLeastZero(left.Minus(Rational.One - within, right));
            yield return AtLeastZero(right.Minus(Rational.One / (Rational.One + within), left));
            yield break;
        }

        var difference = left.Minus(Rational.One, right);
        yield return new ExactRow(difference.Terms, op == " <= " ? null : -difference.Constant, op == " >= " ? null : -difference.Constant);
    }

    private static ExactRow AtLeastZero(PlainForm form) => new(form.Terms, -form.Constant, null);

    private static Rational Decimal(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = Rational.Of(double.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
        return point < 0 ? digits : digits / Rational.Of(Math.Pow(10, text.Length - 1 - point));
    }
}
