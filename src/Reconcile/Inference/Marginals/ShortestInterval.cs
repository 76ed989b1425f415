using System.Buffers;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Marginals;

/// <summary>A marginal with its weight in a mixture.</summary>
internal readonly record struct WeightedMarginal(Marginal Marginal, double Weight);

/// <summary>
/// The shortest interval of a stated probability of a mixture. Where all points whose density is above a threshold are one piece, it is that piece; the threshold is
/// found by regula falsi (the Illinois variant; Dowell and Jarratt 1971) on the probability above it. Where they are several, the pieces would not do: an account of little weight
/// whose figure is sharp would stretch the interval over a gap and push the other end inwards.
/// </summary>
internal readonly ref struct ShortestInterval
{
    /// <summary>On a plateau all points are equally dense; then the middle is preferred, so that rounding does not choose.</summary>
    private const double MiddlePreference = 1e-4;

    /// <summary>Half the width of a point, in its own size.</summary>
    private const double PointWidth = 1e-12;

    /// <summary>The size of a point at 0: small beside every figure, so that the unit in which figures are given decides nothing.</summary>
    private const double LeastSize = 1e-9;

    private const int MostSteps = 100;

    /// <summary>What is left of a stretch at each golden section.</summary>
    private const double GoldenShare = 0.6180339887498949;

    /// <summary>Leave a billionth of the stretch.</summary>
    private const int GoldenSteps = 44;

    private readonly ReadOnlySpan<double> _points;
    private readonly Span<double> _left;
    private readonly Span<double> _right;

    private ShortestInterval(ReadOnlySpan<double> points, Span<double> left, Span<double> right)
    {
        _points = points;
        _left = left;
        _right = right;
    }

    /// <summary>Ends of the shortest interval that has the probability <paramref name="level"/>; weights need not add up to 1.</summary>
    public static (double Low, double High) Of(ReadOnlySpan<WeightedMarginal> mixture, double level)
    {
        if (mixture.Length == 1 && mixture[0].Marginal.IsNormal) return OfNormal(mixture[0].Marginal, level);
        var rented = ArrayPool<double>.Shared.Rent(3 * Marginal.Points * mixture.Length);
        var most = Marginal.Points * mixture.Length;
        var count = FillPoints(mixture, rented);
        var interval = new ShortestInterval(rented.AsSpan(0, count), rented.AsSpan(most, count - 1), rented.AsSpan(2 * most, count - 1));
        interval.FillDensities(mixture);
        var ends = interval.Ends(level);
        ArrayPool<double>.Shared.Return(rented);
        return ends;
    }

    /// <summary>Standard deviations from the middle to the ends of the shortest interval of a normal.</summary>
    public static double NormalHalf(double level) => StandardNormal.Quantile(Math.Min(0.5 + (0.5 * level), Math.BitDecrement(1.0)));

    private static (double Low, double High) OfNormal(Marginal marginal, double level)
    {
        var half = NormalHalf(level) * marginal.Sd;
        return (marginal.Mean - half, marginal.Mean + half);
    }

    private static int FillPoints(ReadOnlySpan<WeightedMarginal> mixture, double[] points)
    {
        var count = 0;
        foreach (var (marginal, _) in mixture)
        {
            if (marginal.IsPoint)
            {
                var slack = Slack(marginal);
                points[count++] = marginal.Mean - slack;
                points[count++] = marginal.Mean + slack;
                continue;
            }

            for (var i = 0; i < Marginal.Points; i++) points[count++] = PointOf(marginal, i);
        }

        if (mixture.Length > 1) Array.Sort(points, 0, count);
        return count;
    }

    /// <summary>The last point is the end itself: by rounding it could lie beyond, and the last cell would be lost.</summary>
    private static double PointOf(Marginal marginal, int i) =>
        i == Marginal.Points - 1 ? marginal.High : marginal.Low + ((marginal.High - marginal.Low) * i / (Marginal.Points - 1));

    private static double Slack(Marginal marginal) => Math.Max(Math.Abs(marginal.Mean), LeastSize) * PointWidth;

    /// <summary>Density at both ends of each cell: a density may jump where the support of a part begins or ends.</summary>
    private void FillDensities(ReadOnlySpan<WeightedMarginal> mixture)
    {
        _left.Clear();
        _right.Clear();
        foreach (var (marginal, weight) in mixture)
        {
            if (marginal.IsPoint) AddPoint(marginal, weight);
            else AddDensity(marginal, weight);
        }

        var (first, last) = (_points[0], _points[^1]);
        var scale = last > first ? 1 / (last - first) : 0;
        for (var i = 0; i < _left.Length; i++)
        {
            _left[i] *= Preference((_points[i] + _points[i] - first - last) * scale);
            _right[i] *= Preference((_points[i + 1] + _points[i + 1] - first - last) * scale);
        }
    }

    private static double Preference(double fromMiddle) => 1 - (MiddlePreference * fromMiddle * fromMiddle);

    private void AddPoint(Marginal marginal, double weight)
    {
        var slack = Slack(marginal);
        for (var i = 0; i < _left.Length; i++)
        {
            if (_points[i] < marginal.Mean - slack || _points[i + 1] > marginal.Mean + slack) continue;
            _left[i] += weight / (2 * slack);
            _right[i] += weight / (2 * slack);
        }
    }

    private void AddDensity(Marginal marginal, double weight)
    {
        var density = marginal.Density;
        var factor = weight * marginal.Factor;
        var perPoint = (Marginal.Points - 1) / (marginal.High - marginal.Low);
        var first = _points.BinarySearch(marginal.Low);
        if (first < 0) first = ~first;
        while (first > 0 && _points[first - 1] == marginal.Low) first--;
        var before = factor * Marginal.Between(density, (_points[first] - marginal.Low) * perPoint);
        for (var i = first; i < _left.Length && _points[i + 1] <= marginal.High; i++)
        {
            var after = factor * Marginal.Between(density, (_points[i + 1] - marginal.Low) * perPoint);
            _left[i] += before;
            _right[i] += after;
            before = after;
        }
    }

    private (double Low, double High) Ends(double level)
    {
        var most = 0.0;
        for (var i = 0; i < _left.Length; i++) most = Math.Max(most, Math.Max(_left[i], _right[i]));
        var threshold = Threshold(most, level * MassAbove(0));
        var (low, high) = (double.NaN, double.NaN);
        for (var i = 0; i < _left.Length; i++)
        {
            if (!(Math.Max(_left[i], _right[i]) >= threshold)) continue;
            var from = _left[i] >= threshold ? _points[i] : Crossing(i, threshold);
            if (from > high) return AcrossGaps(level);
            if (double.IsNaN(low)) low = from;
            high = _right[i] >= threshold ? _points[i + 1] : Crossing(i, threshold);
        }

        return (low, high);
    }

    /// <summary>
    /// The best of the intervals that start or end at a point, then moved to both sides as far as its ends stay in their cells, by golden sections (Kiefer 1953).
    /// </summary>
    private (double Low, double High) AcrossGaps(double level)
    {
        var rented = ArrayPool<double>.Shared.Rent(3 * _points.Length);
        var below = new MassBelow(_points, _left, _right, rented.AsSpan(0, _points.Length));
        var starts = rented.AsSpan(_points.Length, 2 * _points.Length);
        var wanted = level * below.Total;
        var count = 0;
        foreach (var point in _points)
        {
            var mass = below.Of(point);
            if (mass + wanted <= below.Total) starts[count++] = point;
            if (mass >= wanted) starts[count++] = below.Quantile(mass - wanted);
        }

        starts = starts[..count];
        starts.Sort();
        var best = 0;
        for (var i = 1; i < count; i++)
        {
            if (below.Length(starts[i], wanted) < below.Length(starts[best], wanted)) best = i;
        }

        var (from, to) = (starts[Math.Max(0, best - 1)], starts[Math.Min(count - 1, best + 1)]);
        for (var step = 0; step < GoldenSteps; step++)
        {
            var (a, b) = (to - (GoldenShare * (to - from)), from + (GoldenShare * (to - from)));
            if (below.Length(a, wanted) <= below.Length(b, wanted)) to = b;
            else from = a;
        }

        var low = 0.5 * (from + to);
        if (below.Length(starts[best], wanted) <= below.Length(low, wanted)) low = starts[best];
        var high = low + below.Length(low, wanted);
        ArrayPool<double>.Shared.Return(rented);
        return (low, high);
    }

    private double Crossing(int cell, double threshold) =>
        _points[cell] + ((_points[cell + 1] - _points[cell]) * (threshold - _left[cell]) / (_right[cell] - _left[cell]));

    /// <summary>The density above which the wanted mass lies, to digits of its own: beside a point everything else is thin.</summary>
    private double Threshold(double most, double wanted)
    {
        double low = 0, high = most;
        double above = MassAbove(0) - wanted, below = -wanted;
        var side = 0;
        for (var step = 0; step < MostSteps && high - low > 1e-13 * high; step++)
        {
            var middle = low + ((high - low) * above / (above - below));
            if (!(middle > low && middle < high)) middle = 0.5 * (low + high);
            var excess = MassAbove(middle) - wanted;
            if (Math.Abs(excess) <= 1e-12 * wanted) return middle;
            if (excess > 0)
            {
                (low, above) = (middle, excess);
                if (side > 0) below *= 0.5;
                side = 1;
            }
            else
            {
                (high, below) = (middle, excess);
                if (side < 0) above *= 0.5;
                side = -1;
            }
        }

        return low;
    }

    /// <summary>The mass where the density is above a threshold; it is linear within each cell.</summary>
    private double MassAbove(double threshold)
    {
        var mass = 0.0;
        for (var i = 0; i < _left.Length; i++)
        {
            var (less, more) = _left[i] < _right[i] ? (_left[i], _right[i]) : (_right[i], _left[i]);
            if (more <= threshold) continue;
            var width = _points[i + 1] - _points[i];
            mass += less >= threshold ? 0.5 * (less + more) * width : 0.5 * (more + threshold) * width * (more - threshold) / (more - less);
        }

        return mass;
    }
}
