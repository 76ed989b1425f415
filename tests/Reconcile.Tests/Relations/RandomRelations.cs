using System.Collections.Immutable;
using System.Globalization;
using Reconcile.Relations;

namespace Reconcile.Tests.Relations;

/// <summary>Draws relations, and writes them as text in spellings that mean the same.</summary>
internal sealed class RandomRelations(int seed)
{
    private static readonly string[] Names = ["killed", "wounded", "captured", "deployed", "zone_7", "été", "North Korea", "troops-sent", "100 %", "B"];

    private readonly Random _random = new(seed);

    public ParsedRelation Next()
    {
        var comparison = (RelationOperator)_random.Next(4);
        var within = comparison == RelationOperator.About ? _random.Next(1, 40) / 100.0 : 0;
        return new ParsedRelation(Form(), comparison, Form(), within);
    }

    /// <summary>At least one term, whole or halved coefficients, so that sums of them are exact.</summary>
    public LinearForm Form()
    {
        var names = Names.ToArray();
        _random.Shuffle(names);
        var terms = ImmutableArray.CreateBuilder<Term>();
        foreach (var name in names.Take(_random.Next(1, 5))) terms.Add(new Term(name, Coefficient()));
        return new LinearForm(terms.ToImmutable(), _random.Next(3) == 0 ? Coefficient() : 0);
    }

    public string Text(ParsedRelation relation)
    {
        var sign = relation.Operator switch
        {
            RelationOperator.Equal => "=",
            RelationOperator.AtMost => "<=",
            RelationOperator.AtLeast => ">=",
            _ => "~=",
        };
        var within = relation.Operator == RelationOperator.About
            ? string.Create(CultureInfo.InvariantCulture, $" within {relation.Within * 100:R} %")
            : "";
        return Text(relation.Left) + Space() + sign + Space() + Text(relation.Right) + within;
    }

    /// <summary>The same fact in another order, on other sides and at another scale.</summary>
    public ParsedRelation Respelled(ParsedRelation relation)
    {
        var scale = Math.Pow(2, _random.Next(-2, 3));
        var left = Shuffled(Scaled(relation.Left, scale));
        var right = Shuffled(Scaled(relation.Right, scale));
        if (relation.Operator == RelationOperator.About || _random.Next(2) == 0) return relation with { Left = left, Right = right };

        var turned = relation.Operator switch
        {
            RelationOperator.AtMost => RelationOperator.AtLeast,
            RelationOperator.AtLeast => RelationOperator.AtMost,
            _ => RelationOperator.Equal,
        };
        return new ParsedRelation(right, turned, left, 0);
    }

    private string Text(LinearForm form)
    {
        var parts = form.Terms.Select(term => (term.Coefficient, Text: Term(term))).ToList();
        if (form.Constant != 0 || parts.Count == 0) parts.Add((form.Constant, Number(Math.Abs(form.Constant))));
        var text = "";
        foreach (var (coefficient, part) in parts)
        {
            if (coefficient < 0) text += text.Length == 0 ? "-" : Space() + "-";
            else if (text.Length > 0) text += Space() + "+";
            text += Space() + part;
        }

        return _random.Next(4) == 0 ? $"({text})" : text;
    }

    private string Term(Term term)
    {
        var name = RelationText.Quoted(term.Name);
        var number = Number(Math.Abs(term.Coefficient));
        return (Math.Abs(term.Coefficient), _random.Next(4)) switch
        {
            (1, 0) => name,
            (_, 1) => $"{name} * {number}",
            (_, 2) => $"2 * ({name} * 50 %) * {number}",
            _ => $"{number}*{name}",
        };
    }

    private string Number(double magnitude) =>
        _random.Next(4) == 0 ? magnitude.ToString("0.0###e0", CultureInfo.InvariantCulture) : magnitude.ToString(CultureInfo.InvariantCulture);

    private double Coefficient() => _random.Next(1, 9) / 2.0 * (_random.Next(2) == 0 ? 1 : -1);

    private string Space() => new(' ', _random.Next(3));

    private LinearForm Shuffled(LinearForm form)
    {
        var terms = form.Terms.ToArray();
        _random.Shuffle(terms);
        return form with { Terms = [.. terms] };
    }

    private static LinearForm Scaled(LinearForm form, double scale) =>
        new([.. form.Terms.Select(term => term with { Coefficient = term.Coefficient * scale })], form.Constant * scale);
}
