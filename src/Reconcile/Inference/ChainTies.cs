using Reconcile.Mathematics;

namespace Reconcile.Inference;

/// <summary>
/// The means of a chain if, besides, some pairs of states on days beside each other were equal: the method of multipliers (Hestenes 1969; Powell 1969), each round a solution in time
/// linear in the number of days.
/// </summary>
internal sealed class ChainTies
{
    /// <summary>How much more a tie knows of a difference than all factors.</summary>
    private const double Strength = 1e6;

    private const int MostRounds = 12;

    /// <summary>A difference this small beside the states is rounding.</summary>
    private const double Rounding = 1e-13;

    private readonly ChainPosterior _posterior;
    private readonly ArrowLayout _layout;
    private readonly double[] _lower;
    private readonly double[] _shift;
    private readonly List<Tie> _ties = [];
    private readonly List<int> _coordinates = [];
    private readonly List<double> _coefficients = [];

    public ChainTies(ChainPosterior posterior, IReadOnlyList<(int First, int Second)> equal)
    {
        _posterior = posterior;
        _layout = posterior.Factors.Layout;
        _lower = new double[_layout.Length];
        _shift = new double[_layout.Size];
        posterior.Assemble(_lower, _shift, Origin.Prior, 1);
        var form = new SparseForm(_layout.Size);
        foreach (var (first, second) in equal) Add(first, second, form);
    }

    /// <summary>The mean of every state; those without ties where these are beyond the digits of a double.</summary>
    public double[] Means()
    {
        if (!ArrowCholesky.TryFactor(_layout, _lower)) return _posterior.StateMeans();
        var multipliers = new double[_ties.Count];
        var mean = new double[_layout.Size];
        for (var round = 0; round < MostRounds; round++)
        {
            _shift.CopyTo(mean, 0);
            for (var i = 0; i < multipliers.Length; i++) AddTo(mean, _ties[i], (-_ties[i].Precision * _ties[i].Offset) - multipliers[i]);
            ArrowCholesky.Solve(_layout, _lower, mean);
            if (!HasGap(mean, multipliers)) break;
        }

        return _posterior.StateMeans(mean);
    }

    /// <summary>Σ coefficient · coordinate + Offset = 0.</summary>
    private readonly record struct Tie(int First, int Count, double Offset, double Precision, double Size);

    private void Add(int first, int second, SparseForm form)
    {
        var factors = _posterior.Factors;
        foreach (var (state, sign) in (ReadOnlySpan<(int, double)>)[(first, -1), (second, 1)])
        {
            ref readonly var factor = ref factors.All[state];
            for (var i = factor.First; i < factor.First + factor.Count; i++) form.Add(factors.Coordinates[i], sign * factors.Coefficients[i]);
        }

        var start = _coordinates.Count;
        var count = form.MoveTo(_coordinates, _coefficients);
        var variance = 0.0;
        for (var i = start; i < start + count; i++)
        {
            for (var j = start; j < start + count; j++) variance += _coefficients[i] * _coefficients[j] * _posterior.Covariance[_layout.LocationOf(_coordinates[i], _coordinates[j])];
        }

        // What the relations keep apart no tie can join.
        if (!(variance > 0)) return;
        var tie = new Tie(start, count, factors.All[second].Offset - factors.All[first].Offset, Strength / variance, Math.Abs(_posterior.MeanOf(first)) + Math.Abs(_posterior.MeanOf(second)));
        _ties.Add(tie);
        for (var i = start; i < start + count; i++)
        {
            for (var j = start; j <= i; j++) _lower[_layout.LocationOf(_coordinates[i], _coordinates[j])] += tie.Precision * _coefficients[i] * _coefficients[j];
        }
    }

    private void AddTo(double[] target, in Tie tie, double multiple)
    {
        for (var i = tie.First; i < tie.First + tie.Count; i++) target[_coordinates[i]] += multiple * _coefficients[i];
    }

    /// <summary>Raises the multipliers by what is still missing.</summary>
    private bool HasGap(double[] mean, double[] multipliers)
    {
        var hasGap = false;
        for (var i = 0; i < multipliers.Length; i++)
        {
            var tie = _ties[i];
            var gap = tie.Offset;
            for (var j = tie.First; j < tie.First + tie.Count; j++) gap += _coefficients[j] * mean[_coordinates[j]];
            multipliers[i] += tie.Precision * gap;
            hasGap |= Math.Abs(gap) > Rounding * tie.Size;
        }

        return hasGap;
    }
}
