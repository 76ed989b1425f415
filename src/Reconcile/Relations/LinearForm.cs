using System.Collections.Immutable;

namespace Reconcile.Relations;

/// <summary>One quantity with its coefficient. Equal when these two are.</summary>
internal readonly record struct Term(string Name, double Coefficient)
{
    private readonly int _numberPlusOne;

    /// <param name="names">The table that numbers the name.</param>
    /// <param name="number">Its number there.</param>
    /// <param name="coefficient">The coefficient.</param>
    public Term(NameTable names, int number, double coefficient)
        : this(names[number], coefficient) => _numberPlusOne = number + 1;

    /// <summary>The number of the name in the table of its dossier; −1: it was read without one.</summary>
    public int Number => _numberPlusOne - 1;

    /// <summary>Whether two terms, both read with one table or both without any, speak of one quantity.</summary>
    public bool HasNameOf(in Term other) => _numberPlusOne > 0 ? _numberPlusOne == other._numberPlusOne : Name == other.Name;

    public bool Equals(Term other) => Name == other.Name && Coefficient.Equals(other.Coefficient);

    public override int GetHashCode() => HashCode.Combine(Name, Coefficient);
}

/// <summary>Σ coefficient · quantity + constant. Each quantity appears once, none with coefficient 0; in the order of first mention.</summary>
internal sealed record LinearForm(ImmutableArray<Term> Terms, double Constant)
{
    /// <summary>This form minus <paramref name="factor"/> times another.</summary>
    public LinearForm Minus(LinearForm other, double factor = 1)
    {
        var sum = new LinearFormBuilder();
        sum.Add(this, 1);
        sum.Add(other, -factor);
        return sum.Build();
    }

    /// <summary>Whether it is another form, not 0, times some number.</summary>
    public bool IsMultipleOf(LinearForm other)
    {
        foreach (var term in Terms)
        {
            foreach (var its in other.Terms)
            {
                if (!term.HasNameOf(its)) continue;
                var difference = Minus(other, term.Coefficient / its.Coefficient);
                return difference.Terms.IsEmpty && difference.Constant == 0;
            }
        }

        return false;
    }

    /// <summary>Whether some quantity stands in both.</summary>
    public bool SharesNameWith(LinearForm other)
    {
        foreach (var term in Terms)
        {
            foreach (var its in other.Terms)
            {
                if (term.HasNameOf(its)) return true;
            }
        }

        return false;
    }

    /// <summary>Equal when the terms are equal in the same order and the constants are.</summary>
    public bool Equals(LinearForm? other) =>
        other is not null && Constant.Equals(other.Constant) && Terms.AsSpan().SequenceEqual(other.Terms.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Constant, Terms.Length, Terms.Length > 0 ? Terms[0] : default);
}
