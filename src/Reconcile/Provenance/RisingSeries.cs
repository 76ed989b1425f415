namespace Reconcile.Provenance;

/// <summary>
/// A root's own series on a total keeps the largest part that never falls, taken at its word; of the rest, what a later kept figure undercuts was revised downward.
/// Everything else stays evidence, against which the root then speaks itself. Increments, projections and undated figures are no part of it. Figures
/// of one day do not count against one another: the day may have risen.
/// </summary>
internal sealed class RisingSeries(Ledger ledger, HedgeReading reading)
{
    public void Apply(in Statements statements)
    {
        var series = new List<Entry>();
        foreach (var position in statements.Claims)
        {
            var claim = ledger.Claims[position];
            if (!ledger.Counts(position) || claim.During is not null || claim.Basis == Basis.Projection || ClaimOrder.DayOf(claim) is not { } day) continue;
            var read = reading.Interpret(claim.Figure);
            series.Add(new Entry(position, day, read.Low, read.High));
        }

        series.Sort(InOrderOfTime);
        if (NeverFalls(series)) return;
        SetUndercutAside(series, LongestRise.Of(series.ConvertAll(entry => (entry.Low, entry.High))));
    }

    /// <summary>From the last to the first: of what is left out, the first later kept figure that is wholly lower replaces it.</summary>
    private void SetUndercutAside(List<Entry> series, bool[] kept)
    {
        // Of the kept ones seen so far, those that are lower than all kept ones between them and here; the nearest on top.
        var lower = new List<Entry>();
        var sameDay = new List<Entry>();
        for (var i = series.Count - 1; i >= 0; i--)
        {
            var entry = series[i];
            if (sameDay.Count > 0 && sameDay[0].Day != entry.Day)
            {
                foreach (var earlier in sameDay) Push(lower, earlier);
                sameDay.Clear();
            }

            if (kept[i]) sameDay.Add(entry);
            else if (NearestBelow(lower, entry.Low) is { } replacement) ledger.Supersede(entry.Claim, replacement);
        }
    }

    private static void Push(List<Entry> lower, Entry entry)
    {
        while (lower.Count > 0 && lower[^1].High >= entry.High) lower.RemoveAt(lower.Count - 1);
        lower.Add(entry);
    }

    /// <summary>Highs rise from the bottom of the stack to its top: the topmost one below a value.</summary>
    private static int? NearestBelow(List<Entry> lower, double value)
    {
        int first = 0, last = lower.Count;
        while (first < last)
        {
            var middle = (first + last) / 2;
            if (lower[middle].High < value) first = middle + 1;
            else last = middle;
        }

        return first == 0 ? null : lower[first - 1].Claim;
    }

    private static bool NeverFalls(List<Entry> series)
    {
        var greatest = double.NegativeInfinity;
        foreach (var entry in series)
        {
            greatest = Math.Max(greatest, entry.Low);
            if (entry.High < greatest) return false;
        }

        return true;
    }

    private int InOrderOfTime(Entry a, Entry b)
    {
        var order = a.Day.CompareTo(b.Day);
        if (order == 0) order = a.Low.CompareTo(b.Low);
        if (order == 0) order = a.High.CompareTo(b.High);
        return order != 0 ? order : ClaimOrder.ByContent(ledger.Claims[a.Claim], ledger.Claims[b.Claim]);
    }

    private readonly record struct Entry(int Claim, DateOnly Day, double Low, double High);
}
