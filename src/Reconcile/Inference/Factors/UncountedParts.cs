using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// Parts of a sum of which nobody says anything. Left free, each would push the total up, for there are more ways to split a large rest than a small one;
/// but how many names a rest has tells nothing of its size. So these parts share the rest equally, and show their feasible range. Parts that are only limited have their share as <see cref="LimitedParts"/> says.
/// </summary>
/// <param name="IsUncounted">By state.</param>
/// <param name="Pairs">First − Second = Apart.</param>
/// <param name="Component">The component, in which relations that only limit such parts are equations that give them their share.</param>
internal sealed record UncountedParts(bool[] IsUncounted, IReadOnlyList<(int First, int Second, double Apart)> Pairs, Component Component)
{
    /// <summary>By state, into how many shares the room is divided of which it has one; 0, or empty: nobody divides it.</summary>
    public int[] Shares { get; private init; } = [];

    public static UncountedParts Of(Component component)
    {
        if (component.Constraints.Length == 0) return new UncountedParts(new bool[component.States.Length], [], component);
        var mentions = Mentions(component);
        var limited = new LimitedParts(component, mentions);
        var (pairs, shares) = (limited.Pairs, limited.Shares);
        foreach (var constraint in component.Constraints)
        {
            if (!constraint.IsEquation) continue;
            foreach (var sign in (ReadOnlySpan<double>)[1, -1])
            {
                var parts = LimitedParts.Silent(component, constraint.Form, sign, mentions);
                if (parts.Count < 2) continue;
                foreach (var part in parts) shares[part] = parts.Count;
                // What one kind does from day to day another cannot: a total that shared with a stock would hold it up.
                foreach (var alike in parts.GroupBy(part => component.Days > 1 ? component.States[part].Quantity.Kind : default)) AddPairs([.. alike], limited.Lows, pairs);
            }
        }

        return new UncountedParts(Array.ConvertAll(shares, static share => share > 0), pairs, limited.Applied) { Shares = shares };
    }

    /// <summary>The room in which a part may be anywhere, by how large its share of it is at most; null: it has none.</summary>
    public Interval? RoomOf(int state, double high)
    {
        if (!IsUncounted[state] || Shares.Length == 0) return null;
        var low = Component.States[state].Bounds.Low;
        return new Interval(low, low + (Shares[state] * (high - low)));
    }

    private static void AddPairs(int[] parts, double[] lows, List<(int, int, double)> pairs)
    {
        for (var i = 1; i < parts.Length; i++) pairs.Add((parts[i], parts[0], lows[parts[i]] - lows[parts[0]]));
    }

    /// <summary>How many claims and constraints speak of each state; "at least 0" is no word.</summary>
    private static int[] Mentions(Component component)
    {
        var mentions = new int[component.States.Length];
        foreach (var claim in component.Claims)
        {
            if (claim.SaysNothing) continue;
            Count(claim.Form, mentions);
            if (claim.Denominator is { } denominator) Count(denominator, mentions);
        }

        foreach (var course in component.Courses) CountOnAllDays(course, mentions);
        foreach (var constraint in component.Constraints) Count(constraint.Form, mentions);
        return mentions;
    }

    /// <summary>A moving quantity of which a claim speaks on some day, be it with others, is silent on no other: what it was tells of what it is.</summary>
    private static void CountOnAllDays(Course course, int[] mentions)
    {
        if (!Array.Exists(course.States, state => mentions[state] > 0)) return;
        foreach (var state in course.States) mentions[state]++;
    }

    private static void Count(Form form, int[] mentions)
    {
        foreach (var state in form.States) mentions[state]++;
    }
}
