using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// Parts of a sum of which nobody says anything. Left free, each would push the total up, for there are more ways to split a large rest than a small one;
/// but how many names a rest has tells nothing of its size. So these parts share the rest equally, and show their feasible range. Parts that are only limited have their share as <see cref="LimitedParts"/> says.
/// </summary>
/// <param name="Shares">By state, into how many shares the room is divided of which it has one; 0: it has none, since somebody says something.</param>
/// <param name="Pairs">First − Second = Apart.</param>
/// <param name="Component">The component, in which relations that only limit such parts are equations that give them their share.</param>
internal sealed record UncountedParts(int[] Shares, IReadOnlyList<(int First, int Second, double Apart)> Pairs, Component Component)
{
    /// <summary>By state.</summary>
    public bool[] IsUncounted { get; } = Array.ConvertAll(Shares, static share => share > 0);

    public static UncountedParts Of(Component component)
    {
        if (component.Constraints.Length == 0) return new UncountedParts(new int[component.States.Length], [], component);
        var mentions = Mentions(component);
        var limited = Array.Exists(component.Constraints, static constraint => !constraint.IsEquation) ? new LimitedParts(component, mentions) : null;
        var (pairs, shares) = (limited?.Pairs ?? [], limited?.Shares ?? new int[component.States.Length]);
        foreach (var constraint in component.Constraints)
        {
            if (!constraint.IsEquation) continue;
            foreach (var sign in (ReadOnlySpan<double>)[1, -1])
            {
                if (LimitedParts.Silent(component, constraint.Form, sign, mentions) is not { Count: > 1 } parts) continue;
                foreach (var part in parts) shares[part] = parts.Count;
                // What one kind does from day to day another cannot: a total that shared with a stock would hold it up.
                foreach (var alike in ByKind(component, parts)) AddPairs(component, limited, [.. alike], pairs);
            }
        }

        return new UncountedParts(shares, pairs, limited?.Applied ?? component);
    }

    private static IEnumerable<IGrouping<QuantityKind, int>> ByKind(Component component, List<int> parts) =>
        parts.GroupBy(part => component.Days > 1 ? component.States[part].Quantity.Kind : default);

    /// <summary>The room in which a part may be anywhere, by how large its share of it is at most; null: it has none.</summary>
    public Interval? RoomOf(int state, double high)
    {
        if (Shares[state] == 0) return null;
        var low = Component.States[state].Bounds.Low;
        return new Interval(low, low + (Shares[state] * (high - low)));
    }

    private static void AddPairs(Component component, LimitedParts? limited, int[] parts, List<(int, int, double)> pairs)
    {
        for (var i = 1; i < parts.Length; i++) pairs.Add((parts[i], parts[0], Least(parts[i]) - Least(parts[0])));

        double Least(int part) => limited?.Lows[part] ?? component.States[part].Bounds.Low;
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
