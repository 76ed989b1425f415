using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Reconcile.Relations;

/// <summary>Adds up terms by name, in the order of first mention.</summary>
internal sealed class LinearFormBuilder
{
    /// <summary>
    /// A sum is taken for zero when it is this small beside its parts: 0.1 + 0.2 − 0.3 leaves 5.6e-17, which is rounding and no coefficient.
    /// At most 500 parts fit into a relation, each off by at most half a unit of 2.2e-16.
    /// </summary>
    private const double Rounding = 1e-13;

    /// <summary>Below this many names a scan is cheaper than a dictionary.</summary>
    private const int FewNames = 16;

    private readonly List<Sum> _sums = [];
    private Dictionary<string, int>? _indexes;
    private Sum _constant;

    public void Add(in Term term, double factor = 1)
    {
        var index = IndexOf(term);
        var coefficient = factor * term.Coefficient;
        if (index < 0)
        {
            _indexes?.Add(term.Name, _sums.Count);
            _sums.Add(new Sum(term).Plus(coefficient));
            return;
        }

        ref var sum = ref CollectionsMarshal.AsSpan(_sums)[index];
        sum = sum.Plus(coefficient);
    }

    public void Add(double constant) => _constant = _constant.Plus(constant);

    public void Add(LinearForm form, double factor)
    {
        foreach (var term in form.Terms) Add(term, factor);
        Add(factor * form.Constant);
    }

    /// <summary>0 for a sum that is only what rounding left of its parts.</summary>
    public static double Rounded(double sum, double magnitudeOfParts) => Math.Abs(sum) <= Rounding * magnitudeOfParts ? 0 : sum;

    public LinearForm Build()
    {
        var kept = 0;
        foreach (var sum in _sums) kept += sum.Total != 0 ? 1 : 0;
        if (kept == 0) return new LinearForm([], _constant.Total);
        var terms = new Term[kept];
        kept = 0;
        foreach (var sum in _sums)
        {
            if (sum.Total is var coefficient and not 0) terms[kept++] = sum.Term with { Coefficient = coefficient };
        }

        return new LinearForm(ImmutableCollectionsMarshal.AsImmutableArray(terms), _constant.Total);
    }

    private int IndexOf(in Term term)
    {
        if (_indexes is not null) return _indexes.GetValueOrDefault(term.Name, -1);

        var sums = CollectionsMarshal.AsSpan(_sums);
        for (var i = 0; i < sums.Length; i++)
        {
            if (sums[i].Term.HasNameOf(term)) return i;
        }

        if (sums.Length >= FewNames) StartIndex();
        return -1;
    }

    private void StartIndex()
    {
        _indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _sums.Count; i++) _indexes.Add(_sums[i].Term.Name, i);
    }

    private readonly record struct Sum(Term Term, double Value = 0, double Magnitude = 0)
    {
        public double Total => Rounded(Value, Magnitude);

        public Sum Plus(double part) => this with { Value = Value + part, Magnitude = Magnitude + Math.Abs(part) };
    }
}
