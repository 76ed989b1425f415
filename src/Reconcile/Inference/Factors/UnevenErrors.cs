using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// A source that does not lean need not err alike in all things. Where others state the same quantities and put some of its figures much further off than others, its error is as much less shared as
/// the differences between them exceed what the errors of the others explain: else the figure of a small part that one other root contradicts would move a total on which three agree.
/// The variance between its figures is that of DerSimonian and Laird (1986) for studies of a random effect.
/// </summary>
internal static class UnevenErrors
{
    /// <summary>An exact figure is not surer than this part of itself.</summary>
    private const double LeastDeviation = 1e-6;

    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="parts">What of the errors is not shared so far.</param>
    /// <returns>The same where nobody shows that an error differs from figure to figure.</returns>
    public static ErrorParts Apart(Component component, bool[] accepted, ErrorParts parts)
    {
        if (component.Roots < 2 || component.States.Length < 2) return parts;
        Compared[]? compared = null;
        for (var state = 0; state < component.States.Length; state++)
        {
            var claims = component.ClaimsOn(state);
            for (var i = 0; i < claims.Length && claims.Length > 1; i++)
            {
                if (Shares(component, accepted, claims[i]) && IsFirstOfGroup(component, accepted, claims, i)) Compare(component, accepted, claims, component.Claims[claims[i]], ref (compared ??= new Compared[component.ErrorGroups])[component.Claims[claims[i]].ErrorGroup]);
            }
        }

        for (var group = 0; group < compared?.Length; group++)
        {
            if (compared[group].Count > 1) parts = parts.WithPart(group, compared[group].OwnPart());
        }

        return parts;
    }

    private static bool Shares(Component component, bool[] accepted, int claim) =>
        accepted[claim] && component.Claims[claim] is { GivesValue: true, IsWide: false, Leaning: null, Scales: true, RelativeError: > 0 };

    private static bool IsFirstOfGroup(Component component, bool[] accepted, ReadOnlySpan<int> claims, int position)
    {
        for (var i = 0; i < position; i++)
        {
            if (component.Claims[claims[i]].ErrorGroup == component.Claims[claims[position]].ErrorGroup && Shares(component, accepted, claims[i])) return false;
        }

        return true;
    }

    /// <summary>Notes how far the figures of a group on one state lie above those of other roots.</summary>
    private static void Compare(Component component, bool[] accepted, ReadOnlySpan<int> claims, ModelledClaim first, ref Compared compared)
    {
        var (own, others) = (default(WeightedValue), default(WeightedValue));
        foreach (var number in claims)
        {
            var claim = component.Claims[number];
            if (!accepted[number] || claim is not { GivesValue: true, IsWide: false, Leaning: null }) continue;
            if (claim.ErrorGroup == first.ErrorGroup) own.Add(claim.Value, Math.Max((claim.Literal.High - claim.Literal.Low) / 2 / ModelledClaim.DeviationsAt95, LeastDeviation * Math.Abs(claim.Value)));
            else if (claim.Root != first.Root) others.Add(claim.Value, Math.Max(claim.Deviation, LeastDeviation * Math.Abs(claim.Value)));
        }

        if (!(others.Weight > 0) || !(own.Weight > 0) || own.Value == 0) return;
        compared.ErrorDeviation = first.ErrorDeviation;
        var repeated = ErrorSizes.OwnShare * first.ErrorDeviation;
        compared.Add((own.Value - others.Value) / own.Value, ((1 / own.Weight) + (1 / others.Weight)) / (own.Value * own.Value) + (repeated * repeated));
    }

    /// <summary>A mean by precision.</summary>
    private struct WeightedValue
    {
        private double _sum;

        public double Weight { get; private set; }

        public readonly double Value => _sum / Weight;

        public void Add(double value, double deviation)
        {
            var weight = 1 / (deviation * deviation);
            Weight += weight;
            _sum += weight * value;
        }
    }

    /// <summary>How far others put the figures of one error from what it says, each relative to the figure.</summary>
    private struct Compared
    {
        private double _weight;
        private double _squaredWeight;
        private double _sum;
        private double _squares;

        public int Count { get; private set; }

        public double ErrorDeviation { get; set; }

        public void Add(double difference, double variance)
        {
            var weight = 1 / variance;
            Count++;
            _weight += weight;
            _squaredWeight += weight * weight;
            _sum += weight * difference;
            _squares += weight * difference * difference;
        }

        /// <summary>The part of the variance of the error that figures do not share: what their scatter shows beyond its expectation and one standard deviation of that (chi-squared).</summary>
        public readonly double OwnPart()
        {
            var scatter = _squares - (_sum * _sum / _weight);
            var freedom = Count - 1;
            var excess = scatter - freedom - Math.Sqrt(2 * freedom);
            var between = excess / (_weight - (_squaredWeight / _weight));
            var part = between / (ErrorDeviation * ErrorDeviation);
            return part > 0 ? Math.Min(1, part) : 0;
        }
    }
}
