namespace Reconcile.Provenance;

/// <summary>
/// The largest set of intervals, in order, through which some non-decreasing function passes: no kept interval lies wholly below an earlier kept one. Of several such
/// sets the one that keeps the last interval that any of them keeps, among these the last but one, and so on.
/// </summary>
/// <remarks>
/// For single numbers this is the longest non-decreasing subsequence (Schensted 1961; Fredman 1975). For intervals, let <c>F_i(u)</c> be the size of the largest set among the first
/// <c>i</c> whose lower ends are all at most <c>u</c>. It is a step function that rises by one at each of a multiset of breakpoints, and the next interval <c>[l, h]</c>
/// turns it into <c>max(F(u), 1 + F(min(u, h)))</c> for <c>u ≥ l</c>: a breakpoint more at <c>l</c>, and the first one beyond <c>h</c> less. The way back undoes these steps
/// one by one and takes an interval wherever the best set can have it. O(n log n) with counts in a tree (Fenwick 1994).
/// </remarks>
internal static class LongestRise
{
    /// <param name="intervals">In the order of time; low ≤ high, ±∞ allowed.</param>
    /// <returns>Which are kept.</returns>
    public static bool[] Of(IReadOnlyList<(double Low, double High)> intervals)
    {
        var values = intervals.Select(interval => interval.Low).Distinct().Order().ToArray();
        var breakpoints = new RankCounts(values.Length);
        var removed = new int[intervals.Count];
        for (var i = 0; i < removed.Length; i++)
        {
            breakpoints.Add(RankOf(values, intervals[i].Low), 1);
            removed[i] = breakpoints.FirstAfter(RanksUpTo(values, intervals[i].High));
            if (removed[i] >= 0) breakpoints.Add(removed[i], -1);
        }

        var kept = new bool[removed.Length];
        var bound = double.PositiveInfinity;
        for (var i = removed.Length - 1; i >= 0; i--)
        {
            var (low, high) = intervals[i];
            var most = breakpoints.CountBelow(RanksUpTo(values, bound));
            if (removed[i] >= 0) breakpoints.Add(removed[i], 1);
            breakpoints.Add(RankOf(values, low), -1);
            if (low > bound) continue;
            var narrower = Math.Min(bound, high);
            if (1 + breakpoints.CountBelow(RanksUpTo(values, narrower)) < most) continue;
            kept[i] = true;
            bound = narrower;
        }

        return kept;
    }

    private static int RankOf(double[] values, double value) => Array.BinarySearch(values, value);

    /// <summary>How many of the values are at most this one.</summary>
    private static int RanksUpTo(double[] values, double value)
    {
        var found = Array.BinarySearch(values, value);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>How often each rank stands in a multiset, with sums and searches in O(log n).</summary>
    private sealed class RankCounts(int ranks)
    {
        private readonly int[] _sums = new int[ranks + 1];
        private int _total;

        public void Add(int rank, int times)
        {
            _total += times;
            for (var i = rank + 1; i < _sums.Length; i += i & -i) _sums[i] += times;
        }

        /// <summary>How many stand at ranks below this one.</summary>
        public int CountBelow(int rank)
        {
            var count = 0;
            for (var i = rank; i > 0; i -= i & -i) count += _sums[i];
            return count;
        }

        /// <summary>The first rank from this one on that the multiset has; −1: none.</summary>
        public int FirstAfter(int rank)
        {
            var before = CountBelow(rank);
            if (before == _total) return -1;
            var position = 0;
            for (var step = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)_sums.Length); step > 0; step >>= 1)
            {
                if (position + step >= _sums.Length || _sums[position + step] > before) continue;
                position += step;
                before -= _sums[position];
            }

            return position;
        }
    }
}
