using Reconcile.Consistency;
using Reconcile.Modelling;

namespace Reconcile.Explanation;

/// <summary>Turns a minimal conflict into one sentence that names claims, figures, sources and relations.</summary>
internal sealed class ConflictExplainer(Wording wording)
{
    public static ConflictKind KindOf(Component component, ReadOnlySpan<int> claims, bool falls)
    {
        var first = component.Claims[claims[0]];
        bool oneRoot = claims.Length > 1, oneSubject = claims.Length > 1;
        foreach (var claim in claims)
        {
            oneRoot &= component.Claims[claim].Root == first.Root;
            oneSubject &= SpeakOfTheSame(component.Claims[claim], first);
        }

        return oneRoot ? ConflictKind.Self : falls ? ConflictKind.Fall : oneSubject ? ConflictKind.Contradiction : ConflictKind.Relation;
    }

    /// <summary>Whether both speak of one quantity, or of one share or expression, written alike, on one day.</summary>
    private static bool SpeakOfTheSame(ModelledClaim a, ModelledClaim b) =>
        a.State >= 0 || b.State >= 0 ? a.State == b.State : a.Claim.Quantity == b.Claim.Quantity && a.Form.States.SequenceEqual(b.Form.States);

    /// <param name="component">The component.</param>
    /// <param name="conflict">The claims.</param>
    /// <param name="relations">The relations that the contradiction uses.</param>
    /// <param name="falls">Whether it also uses that totals never fall.</param>
    /// <param name="width">How wide the claims are taken.</param>
    public string Explain(Component component, int[] conflict, int[] relations, bool falls, Width width)
    {
        var claims = conflict.Select(claim => component.Claims[claim]).ToArray();
        var within = Array.Exists(claims, static claim => claim.Leaning is not null) ? "the error and the interest of the sources" : "the error of the sources";
        var ending = width == Width.Literal ? $", taken at their word; within {within} they can" : "";
        if (falls) return Fall(component, claims, relations) + ending + ".";
        if (claims.Length == 1) return Alone(claims[0], relations) + ending + ".";
        var said = Saying(component);
        if (claims.Length == 2 && SpeakOfTheSame(claims[0], claims[1])) return Contradiction(claims, relations, said) + (ending.Length > 0 ? ending : OfOneRoot(claims)) + ".";
        return (Sum(component, claims, relations, width) ?? Pair(component, claims, relations, width) ?? Together(component, claims, relations)) + ending + ".";
    }

    private string Alone(ModelledClaim claim, int[] relations) =>
        $"{wording.About(claim.Claim)} cannot hold {(relations.Length > 0 ? $"under {wording.Rules(relations)}" : "within the bounds of the quantity")}";

    /// <summary>Figures of several days of which a total would have to fall.</summary>
    private string Fall(Component component, ModelledClaim[] claims, int[] relations)
    {
        var under = relations.Length > 0 ? $" under {wording.Rules(relations)}" : "";
        if (claims.Length == 2 && Array.TrueForAll(claims, claim => claim.State >= 0) && claims[0].Claim.Quantity == claims[1].Claim.Quantity)
        {
            var (earlier, later) = component.States[claims[0].State].Day <= component.States[claims[1].State].Day ? (claims[0], claims[1]) : (claims[1], claims[0]);
            // Of a stock, or of what rises, it is something else in the relations that would have to fall.
            if (component.States[earlier.State].Quantity.Kind == QuantityKind.Total && earlier.Value > later.Value)
            {
                return $"{wording.Quantity(earlier.Claim.Quantity)}, a total, cannot fall {wording.FromTo(earlier.Claim, later.Claim)}{under}";
            }
        }

        var why = relations.Length > 0 ? $"{wording.Rules(relations)}, and " : "";
        return $"{ByQuantity(claims, wording.SaidOn)} {CannotHold(claims)}, as {why}totals never fall";
    }

    /// <summary>For example <c>killed, 400 (X) and 600 (Y); and casualties, 900 (Z)</c>.</summary>
    private string ByQuantity(ModelledClaim[] claims, Func<Claim, string> said)
    {
        var groups = claims.Select(claim => claim.Claim).GroupBy(claim => claim.Quantity, StringComparer.Ordinal)
            .Select(group => $"{wording.Quantity(group.Key)}, {Wording.List(group.Select(said))}").ToArray();
        return groups.Length == 1 ? groups[0] : $"{string.Join("; ", groups[..^1])}; and {groups[^1]},";
    }

    private string Contradiction(ModelledClaim[] claims, int[] relations, Func<Claim, string> said)
    {
        var (low, high) = claims[0].Value <= claims[1].Value ? (claims[0], claims[1]) : (claims[1], claims[0]);
        var under = relations.Length > 0 ? $" under {wording.Rules(relations)}" : "";
        return $"{wording.Quantity(low.Claim.Quantity)} cannot be both {said(low.Claim)} and {said(high.Claim)}{under}";
    }

    /// <summary>What to do where a root contradicts itself of one day, and nothing tells which of its figures came last.</summary>
    private static string OfOneRoot(ModelledClaim[] claims) =>
        claims[0].Root == claims[1].Root ? "; if one corrects the other, name the corrected one in its supersedes" : "";

    /// <summary>The parts of one sum against its total: "400 (X) + 3,600 (Y) cannot reach 9,000 (Z)".</summary>
    private string? Sum(Component component, ModelledClaim[] claims, int[] relations, Width width)
    {
        if (relations.Length != 1) return null;
        var equation = Array.Find(component.Constraints, constraint => constraint.IsEquation && (constraint.LowRelation == relations[0] || constraint.HighRelation == relations[0]));
        if (equation is null || equation.Range.Low != 0 || SumParts.Of(equation.Form) is not { } sum) return null;
        var total = Array.FindAll(claims, claim => claim.State == sum.Total);
        var parts = Array.FindAll(claims, claim => sum.Parts.Contains(claim.State));
        if (total.Length != 1 || parts.Length != claims.Length - 1) return null;
        var reach = parts.Sum(part => width.Of(part).High);
        var verb = reach < width.Of(total[0]).Low && parts.Length == sum.Parts.Count ? "cannot reach" : "cannot stay within";
        var left = string.Join(" + ", parts.Select(part => wording.About(part.Claim)));
        return $"{left} {verb} {wording.About(total[0].Claim)}, as {wording.Rules(relations)}";
    }

    /// <summary>Two claims on different quantities, one of which has to be the smaller.</summary>
    private string? Pair(Component component, ModelledClaim[] claims, int[] relations, Width width)
    {
        if (claims.Length != 2 || claims[0].State < 0 || claims[1].State < 0 || relations.Length == 0) return null;
        var (low, high) = width.Of(claims[0]).High < width.Of(claims[1]).Low ? (claims[0], claims[1]) : (claims[1], claims[0]);
        if (!(width.Of(low).High < width.Of(high).Low) || !IsAtMost(high.State, low.State, component, relations)) return null;
        return $"{wording.About(high.Claim)} cannot exceed {wording.About(low.Claim)}, as {wording.Rules(relations)}";
    }

    /// <summary>Whether relations say outright that one state is at most another: as a ≤ b, or as a part of a sum, from one to the next.</summary>
    private static bool IsAtMost(int state, int other, Component component, int[] relations)
    {
        var reached = new HashSet<int> { state };
        for (var grown = true; grown && !reached.Contains(other);)
        {
            grown = false;
            foreach (var constraint in component.Constraints)
            {
                if (relations.Contains(constraint.LowRelation) || relations.Contains(constraint.HighRelation)) grown |= AddLarger(constraint, component, reached);
            }
        }

        return reached.Contains(other);
    }

    /// <summary>Adds what a relation says to be at least as large as something reached; whether there was any.</summary>
    private static bool AddLarger(Constraint constraint, Component component, HashSet<int> reached)
    {
        if (SumParts.Of(constraint.Form) is not { } sum) return false;
        var isPositive = constraint.Form.Coefficients[constraint.Form.States.IndexOf(sum.Total)] > 0;
        var (excess, lack) = isPositive ? (constraint.Range.Low, -constraint.Range.High) : (-constraint.Range.High, constraint.Range.Low);
        var grown = false;
        // Total − parts ≥ 0: each part is at most the total, unless another can be below 0.
        if (excess >= 0 && sum.Parts.Any(part => reached.Contains(part) && sum.Parts.All(other => other == part || component.States[other].Bounds.Low >= 0))) grown |= reached.Add(sum.Total);
        if (lack >= 0 && sum.Parts.Count == 1 && reached.Contains(sum.Total)) grown |= reached.Add(sum.Parts[0]);
        return grown;
    }

    /// <summary>Where something moves, the day belongs to what was said.</summary>
    private Func<Claim, string> Saying(Component component) => component.Courses.Length > 0 ? wording.SaidOn : wording.Said;

    private static string CannotHold(ModelledClaim[] claims) => $"cannot {(claims.Length == 2 ? "both" : "all")} hold";

    private string Together(Component component, ModelledClaim[] claims, int[] relations)
    {
        var under = relations.Length > 0 ? $" under {wording.Rules(relations)}"
            : claims.Count(static claim => claim.Claim.During is not null) switch
            {
                0 => "",
                1 => ": the total before a period and what it adds must come to the total after it",
                _ => ": what several periods add must come to what was said of all of them, and to the totals before and after",
            };
        return $"{(component.Courses.Length > 0 ? ByQuantity(claims, wording.SaidOn) : Wording.List(claims.Select(claim => wording.About(claim.Claim))))} {CannotHold(claims)}{under}";
    }
}
