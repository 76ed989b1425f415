using Reconcile.Modelling;

namespace Reconcile.Consistency;

/// <summary>Where an inequality comes from.</summary>
/// <param name="Constant">Its constant.</param>
/// <param name="Row">The row of which it is one end.</param>
/// <param name="Claim">The claim; −1: a relation.</param>
/// <param name="Relation">The relation; −1: a claim.</param>
internal readonly record struct InequalitySource(double Constant, int Row, int Claim, int Relation);

/// <summary>
/// The rows of a system as inequalities between bounds. Bound 2s is the lower bound of state s, bound 2s + 1 its upper bound with its sign changed, so that every
/// bound is tightened by raising it. One end of a row is Σ weight · bound + constant ≤ 0 with weights above 0, over the bounds that make its form extreme. Solved
/// for one term it raises the other bound of that term's state: weight · other ≥ constant + Σ over the other terms of weight · bound.
/// </summary>
internal sealed class Inequalities
{
    private readonly int[] _starts;
    private readonly int[] _bounds;
    private readonly double[] _weights;
    private readonly InequalitySource[] _sources;
    private readonly Lists _watchers;
    private readonly Lists _ofClaim;
    private readonly Lists _unaryOfClaim;
    private readonly Lists _unaryOfState;

    public Inequalities(RowTable table, int states, int claims)
    {
        var (count, terms) = (0, 0);
        foreach (var row in table.Rows)
        {
            var ends = (double.IsFinite(row.Low) ? 1 : 0) + (double.IsFinite(row.High) ? 1 : 0);
            count += ends;
            terms += ends * row.Form.States.Length;
            MostTerms = Math.Max(MostTerms, row.Form.States.Length);
        }

        (_starts, _bounds, _weights, _sources) = (new int[count + 1], new int[terms], new double[terms], new InequalitySource[count]);
        count = 0;
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var row = table.Rows[i];
            if (double.IsFinite(row.High)) Add(row.Form, atItsLeast: true, count++, new InequalitySource(-row.High, i, row.Claim, row.HighRelation));
            if (double.IsFinite(row.Low)) Add(row.Form, atItsLeast: false, count++, new InequalitySource(row.Low, i, row.Claim, row.LowRelation));
        }

        _watchers = new Lists(2 * states, Pairs(_sources.Length, inequality => Bounds(inequality).ToArray()));
        _ofClaim = new Lists(claims, Pairs(_sources.Length, inequality => _sources[inequality].Claim < 0 ? [] : [_sources[inequality].Claim]));
        var unary = table.Unary.ToArray();
        _unaryOfClaim = new Lists(claims, Pairs(unary.Length, position => [unary[position].Claim]));
        _unaryOfState = new Lists(states, Pairs(unary.Length, position => [unary[position].State]));
    }

    public int Count => _sources.Length;

    /// <summary>The length of all together.</summary>
    public int Terms => _bounds.Length;

    /// <summary>The length of the longest.</summary>
    public int MostTerms { get; }

    public ReadOnlySpan<int> Bounds(int inequality) => _bounds.AsSpan(_starts[inequality].._starts[inequality + 1]);

    public ReadOnlySpan<double> Weights(int inequality) => _weights.AsSpan(_starts[inequality].._starts[inequality + 1]);

    public ref readonly InequalitySource SourceOf(int inequality) => ref _sources[inequality];

    /// <summary>The inequalities in which a bound stands.</summary>
    public ReadOnlySpan<int> Watchers(int bound) => _watchers[bound];

    /// <summary>The inequalities of a claim on several states.</summary>
    public ReadOnlySpan<int> OfClaim(int claim) => _ofClaim[claim];

    /// <summary>Positions of what a claim says of single states.</summary>
    public ReadOnlySpan<int> UnaryOfClaim(int claim) => _unaryOfClaim[claim];

    /// <summary>Positions of what claims say of one state.</summary>
    public ReadOnlySpan<int> UnaryOfState(int state) => _unaryOfState[state];

    private static IEnumerable<(int Key, int Item)> Pairs(int items, Func<int, int[]> keys)
    {
        for (var item = 0; item < items; item++)
        {
            foreach (var key in keys(item)) yield return (key, item);
        }
    }

    private void Add(Form form, bool atItsLeast, int inequality, InequalitySource source)
    {
        var start = _starts[inequality];
        for (var i = 0; i < form.States.Length; i++)
        {
            // A form is least where states with positive coefficients are at their lower bounds and the others at their upper ones.
            _bounds[start + i] = (2 * form.States[i]) + (form.Coefficients[i] > 0 == atItsLeast ? 0 : 1);
            _weights[start + i] = Math.Abs(form.Coefficients[i]);
        }

        _starts[inequality + 1] = start + form.States.Length;
        _sources[inequality] = source;
    }

    /// <summary>Lists of items by key, each ascending, in two arrays.</summary>
    private sealed class Lists
    {
        private readonly int[] _starts;
        private readonly int[] _items;

        public Lists(int keys, IEnumerable<(int Key, int Item)> pairs)
        {
            _starts = new int[keys + 2];
            foreach (var (key, _) in pairs) _starts[key + 2]++;
            for (var key = 2; key < _starts.Length; key++) _starts[key] += _starts[key - 1];
            _items = new int[_starts[^1]];
            foreach (var (key, item) in pairs) _items[_starts[key + 1]++] = item;
        }

        public ReadOnlySpan<int> this[int key] => _items.AsSpan(_starts[key].._starts[key + 1]);
    }
}
