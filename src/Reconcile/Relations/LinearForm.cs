using System.Collections.Immutable;

namespace Reconcile.Relations;

/// <summary>One quantity with its coefficient.</summary>
internal readonly record struct Term(string Name, double Coefficient);

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

    /// <summary>Whether some quantity stands in both.</summary>
    public bool SharesNameWith(LinearForm other)
    {
        foreach (var term in Terms)
        {
            foreach (var its in other.Terms)
            {
                if (term.Name == its.Name) return true;
            }
        }

        return false;
    }

    /// <summary>Equal when the terms are equal in the same order and the constants are.</summary>
    public bool Equals(LinearForm? other) =>
        other is not null && Constant.Equals(other.Constant) && Terms.AsSpan().SequenceEqual(other.Terms.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Constant, Terms.Length, Terms.Length > 0 ? Terms[0] : default);
}
