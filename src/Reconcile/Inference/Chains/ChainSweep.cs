using Reconcile.Figures;
using Reconcile.Inference.Marginals;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Chains;

/// <summary>
/// One sweep over the sites of a chain: those of one block of days in turn, with rank-one changes of what is known of that block and the border, all blocks at once. Bounds and claims in one block
/// pull at each other most, and settle so among themselves.
/// </summary>
internal sealed class ChainSweep
{
    /// <summary>Share of each site update that is applied within a block (convention).</summary>
    private const double Damping = 0.8;

    /// <summary>Blocks move at once, so each moves less far than one by one.</summary>
    private const double DampingOfBlocks = 0.9;

    /// <summary>Where they overshoot all the same, they move less and less far, down to this.</summary>
    private const double LeastDamping = 0.3;

    private const double Slower = 0.85;

    /// <summary>In the first sweeps the sites find their size, which is no overshooting.</summary>
    private const int FirstSweeps = 12;

    /// <summary>A block is left when its sites move by less than this share of what they moved first.</summary>
    private const double LeftOver = 0.1;

    private const int MostTurns = 2;

    /// <summary>A half-line whose end lies this many standard deviations below the mean says nothing.</summary>
    private const double FarAway = 9;

    private readonly ChainFactors _factors;
    private readonly ArrowLayout _layout;
    private readonly int[] _sites;
    private readonly int[] _starts;
    private readonly int[] _borders;
    private readonly int[] _borderStarts;
    private readonly int[] _places;
    private readonly double[] _mean;
    private readonly double[] _covariance;
    private readonly double[] _spread;
    private readonly List<(double Precision, double Shift)> _before = [];
    private double _gap;
    private int _sweeps;
    private double _damping = DampingOfBlocks;
    private double _lastGap = double.PositiveInfinity;

    public ChainSweep(ChainFactors factors)
    {
        _factors = factors;
        _layout = factors.Layout;
        (_sites, _starts) = ByBlock(factors);
        (_borders, _borderStarts) = BordersOf(factors, _sites, _starts);
        _places = new int[_layout.Border];
        var size = _layout.LargestBlock + _layout.Border;
        _mean = new double[size];
        _spread = new double[size];
        _covariance = new double[size * size];
    }

    /// <summary>Settled when no tilted mean is further than this from its marginal mean, in standard deviations.</summary>
    public double Tolerance { get; private set; }

    /// <summary>Begins a propagation.</summary>
    public void Start(double tolerance)
    {
        Tolerance = tolerance;
        _damping = DampingOfBlocks;
        _sweeps = 0;
        _lastGap = double.PositiveInfinity;
    }

    /// <summary>Whether there is any site to update.</summary>
    public bool IsEmpty => _sites.Length == 0;

    /// <summary>The factors that are not normal, block by block; last those that touch two blocks.</summary>
    public ReadOnlySpan<int> Sites => _sites;

    /// <summary>Updates every site. True when none had to move.</summary>
    /// <param name="mean">Mean of all coordinates.</param>
    /// <param name="covariance">Their covariances.</param>
    /// <param name="hasMoved">Whether a site is another one now.</param>
    public bool Update(double[] mean, double[] covariance, out bool hasMoved)
    {
        var settled = true;
        var gap = 0.0;
        hasMoved = false;
        for (var block = 0; block <= _layout.Blocks; block++)
        {
            var sites = _sites.AsSpan(_starts[block].._starts[block + 1]);
            if (!IsAnyFelt(sites, mean, covariance)) continue;
            hasMoved = true;
            settled &= UpdateBlock(block, sites, mean, covariance, ref gap);
        }

        foreach (var site in _sites.AsSpan(_starts[^2]))
        {
            ref var factor = ref _factors.All[site];
            settled &= TryStep(factor, _factors.FormMean(factor, mean), _factors.FormVariance(factor, covariance), out var step);
            factor.Precision += _damping * step.Precision;
            factor.Shift += _damping * step.Shift;
            hasMoved |= step != default;
        }

        if (++_sweeps > FirstSweeps && gap > _lastGap) _damping = Math.Max(LeastDamping, Slower * _damping);
        _lastGap = gap;
        return settled;
    }

    private static (int[] Sites, int[] Starts) ByBlock(ChainFactors factors)
    {
        var blocks = factors.Layout.Blocks;
        var starts = new int[blocks + 3];
        int Place(in ChainFactor factor) => factor.FirstBlock == blocks || factor.FirstBlock == factor.LastBlock ? factor.FirstBlock : blocks + 1;
        foreach (ref readonly var factor in factors.All.AsSpan())
        {
            if (!factor.Shape.IsNormal) starts[Place(factor) + 1]++;
        }

        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var sites = new int[starts[^1]];
        var next = (int[])starts.Clone();
        for (var i = 0; i < factors.All.Length; i++)
        {
            if (!factors.All[i].Shape.IsNormal) sites[next[Place(factors.All[i])]++] = i;
        }

        return (sites, starts);
    }

    /// <summary>The coordinates of the border that the sites of each block touch.</summary>
    private static (int[] Borders, int[] Starts) BordersOf(ChainFactors factors, int[] sites, int[] starts)
    {
        var layout = factors.Layout;
        var borders = new List<int>();
        var firsts = new int[layout.Blocks + 2];
        var seen = new int[layout.Border];
        Array.Fill(seen, -1);
        for (var block = 0; block <= layout.Blocks; block++)
        {
            foreach (var site in sites.AsSpan(starts[block]..starts[block + 1]))
            {
                ref readonly var factor = ref factors.All[site];
                foreach (var coordinate in factors.Coordinates.AsSpan(factor.First, factor.Count))
                {
                    if (coordinate < layout.Inner || seen[coordinate - layout.Inner] == block) continue;
                    seen[coordinate - layout.Inner] = block;
                    borders.Add(coordinate - layout.Inner);
                }
            }

            firsts[block + 1] = borders.Count;
        }

        return ([.. borders], firsts);
    }

    private bool IsAnyFelt(ReadOnlySpan<int> sites, double[] mean, double[] covariance)
    {
        foreach (var site in sites)
        {
            ref readonly var factor = ref _factors.All[site];
            if (factor.Precision != 0 || factor.Shift != 0 || !double.IsPositiveInfinity(factor.Shape.High)) return true;
            if (!IsFar(factor.Shape, _factors.FormMean(factor, mean) + factor.Offset, _factors.FormVariance(factor, covariance))) return true;
        }

        return false;
    }

    private bool UpdateBlock(int block, ReadOnlySpan<int> sites, double[] mean, double[] covariance, ref double gap)
    {
        CopyBlock(block, mean, covariance);
        _before.Clear();
        foreach (var site in sites) _before.Add((_factors.All[site].Precision, _factors.All[site].Shift));
        var settled = true;
        var first = 0.0;
        for (var turn = 0; turn < MostTurns; turn++)
        {
            _gap = 0;
            var isStill = true;
            foreach (var site in sites) isStill &= Update(ref _factors.All[site], block);
            if (turn == 0) (settled, first) = (isStill, _gap);
            if (isStill || _gap < LeftOver * first) break;
        }

        gap = Math.Max(gap, first);
        for (var i = 0; i < sites.Length; i++)
        {
            ref var factor = ref _factors.All[sites[i]];
            factor.Precision = _before[i].Precision + (_damping * (factor.Precision - _before[i].Precision));
            factor.Shift = _before[i].Shift + (_damping * (factor.Shift - _before[i].Shift));
        }

        return settled;
    }

    private ReadOnlySpan<int> BordersOf(int block) => _borders.AsSpan(_borderStarts[block].._borderStarts[block + 1]);

    /// <summary>What is known of the coordinates of a block, and of those of the border that its sites touch.</summary>
    private void CopyBlock(int block, double[] mean, double[] covariance)
    {
        var own = _layout.SizeOf(block);
        var touched = BordersOf(block);
        var size = own + touched.Length;
        mean.AsSpan(block < _layout.Blocks ? _layout.Starts[block] : 0, own).CopyTo(_mean);
        ReadOnlySpan<double> corner = _layout.Corner(covariance);
        for (var i = 0; i < touched.Length; i++)
        {
            _places[touched[i]] = own + i;
            _mean[own + i] = mean[_layout.Inner + touched[i]];
            for (var j = 0; j < touched.Length; j++) _covariance[((own + i) * size) + own + j] = corner[(touched[i] * _layout.Border) + touched[j]];
        }

        if (own == 0) return;
        ReadOnlySpan<double> square = _layout.Square(covariance, block), rows = _layout.BorderRows(covariance, block);
        for (var i = 0; i < own; i++) square.Slice(i * own, own).CopyTo(_covariance.AsSpan(i * size));
        for (var i = 0; i < touched.Length; i++)
        {
            var row = rows.Slice(touched[i] * own, own);
            row.CopyTo(_covariance.AsSpan((own + i) * size));
            for (var j = 0; j < own; j++) _covariance[(j * size) + own + i] = row[j];
        }
    }

    /// <summary>Updates a site of a block and what is known of that block. True when it did not have to move.</summary>
    private bool Update(ref ChainFactor factor, int block)
    {
        var first = block < _layout.Blocks ? _layout.Starts[block] : _layout.Inner;
        var size = _layout.SizeOf(block) + BordersOf(block).Length;
        var spread = _spread.AsSpan(0, size);
        spread.Clear();
        var mean = 0.0;
        for (var i = factor.First; i < factor.First + factor.Count; i++)
        {
            var place = PlaceOf(_factors.Coordinates[i], first);
            mean += _factors.Coefficients[i] * _mean[place];
            Vectors.AddScaled(spread, _covariance.AsSpan(place * size, size), _factors.Coefficients[i]);
        }

        var variance = 0.0;
        for (var i = factor.First; i < factor.First + factor.Count; i++) variance += _factors.Coefficients[i] * spread[PlaceOf(_factors.Coordinates[i], first)];
        var isStill = TryStep(factor, mean, variance, out var step);
        if (!step.Moves) return isStill;
        var (precision, added) = (Damping * step.Precision, Damping * step.Shift);
        factor.Precision += precision;
        factor.Shift += added;
        var denominator = 1 + (precision * variance);
        var move = (added - (precision * mean)) / denominator;
        for (var i = 0; i < size; i++)
        {
            if (spread[i] == 0) continue;
            Vectors.AddScaled(_covariance.AsSpan(i * size, size), spread, -precision / denominator * spread[i]);
            _mean[i] += move * spread[i];
        }

        return isStill;
    }

    private int PlaceOf(int coordinate, int first) => coordinate >= _layout.Inner ? _places[coordinate - _layout.Inner] : coordinate - first;

    /// <summary>By how much a site misses what it should be. False when it has not settled yet.</summary>
    private bool TryStep(in ChainFactor factor, double mean, double variance, out SiteStep step)
    {
        step = default;
        if (variance > 0 && factor.Precision == 0 && factor.Shift == 0 && IsFar(factor.Shape, mean + factor.Offset, variance)) return true;
        step = SiteStep.Of(factor.Shape, factor.Offset, mean, variance, (factor.Precision, factor.Shift), 1);
        if (double.IsFinite(step.Gap)) _gap = Math.Max(_gap, step.Gap);
        return step.Gap < Tolerance;
    }

    private static bool IsFar(in Shape shape, double mean, double variance)
    {
        var above = mean - shape.Low;
        return double.IsPositiveInfinity(shape.High) && above > 0 && above * above > FarAway * FarAway * variance;
    }
}
