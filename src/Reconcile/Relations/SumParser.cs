using System.Runtime.InteropServices;

namespace Reconcile.Relations;

/// <summary>Reads <c>sum</c> of the grammar, the part that relations and subjects share.</summary>
/// <remarks>
/// Terms go into one list as they are met; a number beside a bracket multiplies those behind its start. So nothing is built and thrown
/// away, and 32 levels times 1,000 characters bound the work.
/// </remarks>
/// <param name="text">The text.</param>
/// <param name="names">Receives the names; null: they get no numbers.</param>
internal ref struct SumParser(ReadOnlySpan<char> text, NameTable? names)
{
    public const double LargestNumber = 1e15;
    private const int DeepestNesting = 32;
    private const int ManyTerms = 16;
    private const string AFactor = "a number, a name or \"(\"";
    private const string ANumberInRange = "numbers whose products and sums stay within 1e15";
    private const string OnlyOneQuantity = "a number: only one factor of a product may hold a quantity";

    private readonly List<Term> _terms = new(1 + text.Count('+') + text.Count('-'));
    private int _depth;

    /// <summary>What follows the part read so far.</summary>
    public RelationScanner Scanner = new(text);

    /// <summary>What is wrong, once a method has returned false.</summary>
    public SyntaxError Error { get; private set; }

    /// <summary>Reads a whole sum into a form.</summary>
    public bool TryReadForm(out LinearForm form)
    {
        form = null!;
        var start = Scanner.Current;
        _terms.Clear();
        if (!TryReadSum(out var constant, out _)) return false;

        form = Collected(constant);
        return AllInRange(form) || Fail(Scanner.Unexpected(start, ANumberInRange));
    }

    private readonly LinearForm Collected(double constant)
    {
        if (IsCollected()) return new LinearForm([.. _terms], constant);
        var collected = new LinearFormBuilder();
        foreach (ref readonly var term in CollectionsMarshal.AsSpan(_terms)) collected.Add(term);
        collected.Add(constant);
        return collected.Build();
    }

    /// <summary>Whether there are no like terms to join and none that say nothing: the usual case. Not looked at where there are many.</summary>
    private readonly bool IsCollected()
    {
        if (_terms.Count > ManyTerms) return false;
        var terms = CollectionsMarshal.AsSpan(_terms);
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Coefficient == 0) return false;
            for (var j = 0; j < i; j++)
            {
                if (terms[i].HasNameOf(terms[j])) return false;
            }
        }

        return true;
    }

    public bool Fail(SyntaxError error)
    {
        Error = error;
        return false;
    }

    public bool FailHere(string expected) => Fail(Scanner.Unexpected(expected));

    private bool TryReadSum(out double constant, out bool holdsQuantity)
    {
        constant = 0;
        holdsQuantity = false;
        var magnitude = 0.0;
        var negative = Accept(TokenKind.Minus);
        while (true)
        {
            var start = _terms.Count;
            if (!TryReadProduct(out var part, out var partHolds)) return false;

            if (negative) Scale(start, -1);
            constant += negative ? -part : part;
            magnitude += Math.Abs(part);
            holdsQuantity |= partHolds;
            if (Accept(TokenKind.Plus)) negative = false;
            else if (Accept(TokenKind.Minus)) negative = true;
            else break;
        }

        constant = LinearFormBuilder.Rounded(constant, magnitude);
        return true;
    }

    private bool TryReadProduct(out double constant, out bool holdsQuantity)
    {
        var first = Scanner.Current;
        var start = _terms.Count;
        var factor = 1.0;
        constant = 1;
        holdsQuantity = false;
        do
        {
            var here = Scanner.Current;
            if (!TryReadFactor(out var number, out var holds)) return false;
            if (holds && holdsQuantity) return Fail(Scanner.Unexpected(here, OnlyOneQuantity));

            if (holds) constant = number;
            else factor *= number;
            holdsQuantity |= holds;
            if (!(Math.Abs(factor) <= LargestNumber)) return Fail(Scanner.Unexpected(here, ANumberInRange));
        }
        while (Accept(TokenKind.Times));

        constant *= factor;
        return (Scale(start, factor) && Math.Abs(constant) <= LargestNumber) || Fail(Scanner.Unexpected(first, ANumberInRange));
    }

    private bool TryReadFactor(out double number, out bool holdsQuantity)
    {
        number = 0;
        holdsQuantity = false;
        switch (Scanner.Current.Kind)
        {
            case TokenKind.Number:
                return TryReadNumber(out number);
            case TokenKind.Name:
                _terms.Add(names is null ? new Term(new string(Scanner.CurrentName()), 1) : new Term(names, names.NumberOf(Scanner.CurrentName()), 1));
                holdsQuantity = true;
                Scanner.Advance();
                return true;
            case TokenKind.Open:
                return TryReadBracket(out number, out holdsQuantity);
            case TokenKind.Minus:
                return FailHere($"{AFactor}; a negative factor goes in brackets");
            default:
                return FailHere(AFactor);
        }
    }

    /// <summary>Reads <c>number ["%"]</c>; a percentage is divided by 100.</summary>
    private bool TryReadNumber(out double number)
    {
        number = Scanner.Current.Value;
        var written = Scanner.CurrentText;
        if (!(number <= LargestNumber)) return FailHere("a number of at most 1e15");

        Scanner.Advance();
        var isPercentage = Accept(TokenKind.Percent);
        if (isPercentage) number /= 100;
        return !MissesSign() || FailHere($"\"*\": {written}{(isPercentage ? "%" : "")} * {Multiplied()}");
    }

    /// <summary>Whether a name follows a number directly, as in 2 killed, 2 x killed, 50% of killed.</summary>
    private readonly bool MissesSign() => Scanner.Current.Kind == TokenKind.Name && !Scanner.CurrentText.SequenceEqual(RelationParser.Within);

    /// <summary>What a number was probably meant to multiply.</summary>
    private readonly string Multiplied()
    {
        var ahead = Scanner;
        if (Scanner.CurrentText is "of" or "x" or "X")
        {
            ahead.Advance();
            if (ahead.Current.Kind is not (TokenKind.Name or TokenKind.Open)) ahead = Scanner;
        }

        return ahead.ShownText;
    }

    private bool TryReadBracket(out double constant, out bool holdsQuantity)
    {
        constant = 0;
        holdsQuantity = false;
        if (_depth == DeepestNesting) return FailHere($"at most {DeepestNesting} nested parentheses");

        _depth++;
        Scanner.Advance();
        if (!TryReadSum(out constant, out holdsQuantity)) return false;

        _depth--;
        return Accept(TokenKind.Close) || FailHere("\"+\", \"-\", \"*\" or \")\"");
    }

    private bool Accept(TokenKind kind)
    {
        if (Scanner.Current.Kind != kind) return false;

        Scanner.Advance();
        return true;
    }

    /// <summary>Multiplies the terms from <paramref name="start"/> on; false when one becomes too large.</summary>
    private readonly bool Scale(int start, double factor)
    {
        if (factor == 1) return true;

        var small = true;
        foreach (ref var term in CollectionsMarshal.AsSpan(_terms)[start..])
        {
            term = term with { Coefficient = term.Coefficient * factor };
            small &= Math.Abs(term.Coefficient) <= LargestNumber;
        }

        return small;
    }

    private static bool AllInRange(LinearForm form)
    {
        var all = Math.Abs(form.Constant) <= LargestNumber;
        foreach (var term in form.Terms) all &= Math.Abs(term.Coefficient) <= LargestNumber;
        return all;
    }
}
