namespace Reconcile.Mathematics;

/// <summary>The non-decreasing sequence nearest to a given one in weighted squares: pool adjacent violators (Ayer et al. 1955; Barlow et al. 1972), O(n).</summary>
internal static class IsotonicRegression
{
    /// <param name="values">Replaced by the fit.</param>
    /// <param name="weights">Above 0, one for each value; empty: all the same.</param>
    public static void Fit(Span<double> values, ReadOnlySpan<double> weights)
    {
        var count = values.Length;
        Span<int> ends = count <= 128 ? stackalloc int[count] : new int[count];
        Span<double> sums = count <= 128 ? stackalloc double[count] : new double[count];
        var blocks = 0;
        for (var i = 0; i < count; i++)
        {
            var (mean, weight) = (values[i], weights.IsEmpty ? 1 : weights[i]);
            while (blocks > 0 && values[blocks - 1] > mean)
            {
                blocks--;
                var total = weight + sums[blocks];
                mean += (values[blocks] - mean) * (sums[blocks] / total);
                weight = total;
            }

            (values[blocks], sums[blocks], ends[blocks]) = (mean, weight, i + 1);
            blocks++;
        }

        for (var block = blocks - 1; block >= 0; block--)
        {
            var start = block > 0 ? ends[block - 1] : 0;
            values[start..ends[block]].Fill(values[block]);
        }
    }
}
