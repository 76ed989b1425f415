using Reconcile.Inference.Factors;
using Reconcile.Inference.Marginals;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Chains;

/// <summary>
/// Marginals of the states of a chain, corrected for skew. The covariance of a state with what happens on other days is followed day by day, back and ahead.
/// </summary>
internal sealed class ChainMarginals
{
    /// <summary>Factors that share less of the variance of a state than this are skipped: skew goes with the cube of the correlation.</summary>
    private const double LeastSharedVariance = 4e-3;

    /// <summary>So many days to each side are looked at.</summary>
    private const int MostDays = 30;

    /// <summary>A form that differs from a state by less than this share of its variance is the state itself: entries of the inverse have no more digits where large states differ by a small one.</summary>
    private const double Same = 1e-7;

    private readonly ChainPosterior _posterior;
    private readonly ChainFactors _factors;
    private readonly ArrowLayout _layout;
    private readonly Felt[] _felt;
    private readonly int[] _starts;
    private readonly double[] _spread;
    private readonly ArrowLayout _reversed;
    private readonly double[] _reversedLower;
    private readonly int _mostBlocks;
    private readonly List<FactorView> _views = [];

    public ChainMarginals(ChainPosterior posterior)
    {
        _posterior = posterior;
        _factors = posterior.Factors;
        _layout = _factors.Layout;
        _spread = new double[_layout.Size];
        _reversed = _layout.Reversed();
        _reversedLower = Reversed();
        _mostBlocks = Math.Max(1, MostDays / Math.Max(1, _factors.Days / Math.Max(1, _layout.Blocks)));
        (_felt, _starts) = FeltByBlock();
    }

    public Marginal Of(int state)
    {
        ref readonly var own = ref _factors.All[state];
        var variance = _posterior.Factors.FormVariance(own, _posterior.Covariance);
        var mean = _posterior.Factors.FormMean(own, _posterior.Means);
        if (!(variance > 0)) return new Marginal(mean + own.Offset, 0);
        var (first, last) = Spread(own);
        _views.Clear();
        AddViews(first, last, variance);
        return SkewCorrection.Apply(_views, mean, Math.Sqrt(variance), own.Offset);
    }

    private readonly record struct Felt(int Factor, double Mean, double Variance);

    /// <summary>The factors whose site says something, by the first block that they touch.</summary>
    private (Felt[] Felt, int[] Starts) FeltByBlock()
    {
        var felt = new List<Felt>();
        for (var i = 0; i < _factors.All.Length; i++)
        {
            ref readonly var factor = ref _factors.All[i];
            if (factor.Shape.IsNormal || (factor.Precision == 0 && factor.Shift == 0)) continue;
            var variance = _posterior.Factors.FormVariance(factor, _posterior.Covariance);
            if (!SkewCorrection.IsUnfelt(factor.Shape, variance, factor.Precision)) felt.Add(new Felt(i, _posterior.Factors.FormMean(factor, _posterior.Means), variance));
        }

        var starts = new int[_layout.Blocks + 2];
        foreach (var item in felt) starts[_factors.All[item.Factor].FirstBlock + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var next = (int[])starts.Clone();
        var sorted = new Felt[felt.Count];
        foreach (var item in felt) sorted[next[_factors.All[item.Factor].FirstBlock]++] = item;
        return (sorted, starts);
    }

    /// <summary>L of the same matrix with the days in reverse order, which leads from each day to the next as L itself leads to the one before.</summary>
    private double[] Reversed()
    {
        var precision = new double[_layout.Length];
        _posterior.Assemble(precision, new double[_layout.Size], Origin.Prior, 1);
        var reversed = new double[_reversed.Length];
        _layout.CopyReversed(precision, _reversed, reversed);
        if (!ArrowCholesky.TryFactor(_reversed, reversed)) throw new NumericalLimitException("What can be solved from the first day on can be solved from the last.");
        return reversed;
    }

    /// <summary>Covariance of the form of a state with the border and the coordinates of the days around. Returns the first and last of these.</summary>
    private (int First, int Last) Spread(in ChainFactor form)
    {
        SpreadOver(form, _layout.Inner, _layout.Size);
        if (form.FirstBlock == _layout.Blocks)
        {
            SpreadOver(form, 0, _layout.Inner);
            return (0, _layout.Blocks - 1);
        }

        var own = form.FirstBlock;
        SpreadOver(form, _layout.Starts[own], _layout.Starts[own + 1]);
        var (first, last) = (own, own);
        for (; first > 0 && own - first < _mostBlocks; first--) SpreadTo(first - 1, first, _layout, _posterior.Lower, first - 1);
        for (; last + 1 < _layout.Blocks && last - own < _mostBlocks; last++) SpreadTo(last + 1, last, _reversed, _reversedLower, _layout.Blocks - last - 2);
        return (first, last);
    }

    /// <summary>From one day to the one beside it.</summary>
    private void SpreadTo(int block, int from, ArrowLayout layout, double[] lower, int number) => ArrowCholesky.Spread(
        layout,
        lower,
        number,
        _spread.AsSpan(_layout.Starts[from].._layout.Starts[from + 1]),
        _spread.AsSpan(_layout.Inner),
        _spread.AsSpan(_layout.Starts[block].._layout.Starts[block + 1]));

    private void SpreadOver(in ChainFactor form, int from, int to)
    {
        _spread.AsSpan(from..to).Clear();
        for (var i = form.First; i < form.First + form.Count; i++)
        {
            var (coordinate, coefficient) = (_factors.Coordinates[i], _factors.Coefficients[i]);
            for (var other = from; other < to; other++) _spread[other] += coefficient * _posterior.Covariance[_layout.LocationOf(coordinate, other)];
        }
    }

    private void AddViews(int first, int last, double variance)
    {
        for (var block = first; block <= last; block++) AddViewsOf(block, last, variance);
        AddViewsOf(_layout.Blocks, last, variance);
    }

    private void AddViewsOf(int block, int last, double variance)
    {
        for (var i = _starts[block]; i < _starts[block + 1]; i++)
        {
            var (number, mean, own) = _felt[i];
            ref readonly var factor = ref _factors.All[number];
            if (factor.LastBlock > last) continue;
            var shared = _posterior.Factors.FormMean(factor, _spread);
            var correlation = shared * shared / (own * variance);
            if (correlation < LeastSharedVariance) continue;
            var rest = correlation > 1 - Same ? 0 : own * (1 - correlation);
            _views.Add(new FactorView(factor.Shape, factor.Offset, mean, shared / variance, own, rest, factor.Precision, factor.Shift));
        }
    }
}
