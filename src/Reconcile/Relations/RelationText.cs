using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Reconcile.Relations;

/// <summary>Relations as text in one spelling, so that they can be ordered and duplicates found.</summary>
internal static class RelationText
{
    /// <summary>
    /// The same text for every way to write one fact: everything on the left, names in ordinal order, the first coefficient 1 or −1.
    /// <c>casualties = killed + wounded</c> and <c>2 * wounded = 2 * casualties - 2 * killed</c> are both <c>casualties - killed - wounded = 0</c>.
    /// </summary>
    public static string Canonical(ParsedRelation relation)
    {
        var difference = relation.Left.Minus(relation.Right);
        switch (relation.Operator)
        {
            case RelationOperator.AtMost:
                return AtMostZero(difference, 1);
            case RelationOperator.AtLeast:
                return AtMostZero(difference, -1);
            case RelationOperator.About when relation.Within > 0:
                var ceiling = AtMostZero(relation.Left.Minus(relation.Right, 1 + relation.Within), 1);
                var floor = AtMostZero(relation.Left.Minus(relation.Right, 1 - relation.Within), -1);
                return string.CompareOrdinal(ceiling, floor) <= 0 ? $"{ceiling} and {floor}" : $"{floor} and {ceiling}";
            default:
                return Scaled(difference, positiveLead: true, 1) + " = 0";
        }
    }

    /// <summary>The same text for every way to write one subject: names in ordinal order, as <c>killed + wounded</c> or <c>killed / (killed + wounded)</c>; what reads it back says the same.</summary>
    public static string Canonical(ParsedSubject subject) =>
        subject.Denominator is { } denominator ? $"{InBrackets(subject.Numerator)} / {InBrackets(denominator)}" : AsWritten(subject.Numerator);

    private static string InBrackets(LinearForm form) => form is { Constant: 0, Terms: [{ Coefficient: 1 }] } ? AsWritten(form) : $"({AsWritten(form)})";

    private static string AsWritten(LinearForm form) => Text(Sorted(form), form.Constant, 1);

    private static string AtMostZero(LinearForm form, double sign) => Scaled(form, positiveLead: false, sign) + " <= 0";

    private static string Scaled(LinearForm form, bool positiveLead, double sign)
    {
        var terms = Sorted(form);
        return Text(terms, form.Constant, sign / Lead(terms.Length > 0 ? terms[0].Coefficient : 1, positiveLead));
    }

    private static ImmutableArray<Term> Sorted(LinearForm form) => form.Terms.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));

    private static string Text(ImmutableArray<Term> terms, double constant, double scale)
    {
        var text = new StringBuilder();
        foreach (var term in terms) Append(text, term.Coefficient * scale, term.Name);
        if (constant != 0 || terms.Length == 0) Append(text, constant * scale, name: null);
        return text.ToString();
    }

    /// <summary>What the form is divided by; 1 where the lead is so small that dividing by it would leave the range of numbers.</summary>
    private static double Lead(double coefficient, bool positiveLead)
    {
        var lead = positiveLead ? coefficient : Math.Abs(coefficient);
        return Math.Abs(lead) < 1e-200 ? Math.Sign(lead) : lead;
    }

    private static void Append(StringBuilder text, double coefficient, string? name)
    {
        // 15 digits: rounding of the scaling disappears, and whole numbers below 1e15 stay apart.
        var magnitude = Math.Abs(coefficient).ToString("G15", CultureInfo.InvariantCulture);
        var sign = coefficient < 0 ? "-" : "+";
        if (text.Length > 0) text.Append(' ').Append(sign).Append(' ');
        else if (coefficient < 0) text.Append('-');

        if (name is null) text.Append(magnitude);
        else if (magnitude == "1") text.Append(Quoted(name));
        else text.Append(magnitude).Append(" * ").Append(Quoted(name));
    }

    /// <summary>A name as it must be written in a relation: in quotes unless it is one plain word.</summary>
    public static string Quoted(string name)
    {
        var plain = true;
        var first = true;
        foreach (var rune in name.EnumerateRunes())
        {
            plain &= Rune.IsLetter(rune) || (!first && (Rune.IsDigit(rune) || rune.Value == '_'));
            first = false;
        }

        return plain && !first ? name : $"\"{name}\"";
    }
}
