using Reconcile.Inference;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Modelling;

namespace Reconcile.Explanation;

/// <summary>
/// What roots say of a moving quantity by their newest figures of other days. Such a figure says what is printed where the estimate of its own day lies within its error and the printed value within
/// its words; or where the root's increments since then lead from it to the day that is printed.
/// </summary>
internal sealed class OtherDays(ComponentEstimate component, Course course, int state, List<FactorShare> shares)
{
    /// <summary>On other days a root counts with this part of the share of the weightiest one, too (convention).</summary>
    private const double LeastOfWeightiest = 0.2;

    /// <summary>What so few days before said what is printed counts whatever it tells beside the others (convention).</summary>
    private const int MostDaysBetween = 7;

    private readonly ModelledClaim[] _claims = component.Component.Claims;
    private ILookup<int, ModelledClaim>? _increments;

    /// <summary>Of each root that speaks of other days, and bears on the printed one or says the same of a day near it, the newest claims.</summary>
    /// <param name="except">Roots that speak of the day itself.</param>
    public IEnumerable<Support> Except(HashSet<int> except)
    {
        if (!HasValue(state)) yield break;
        var informed = Informed();
        // Where very many roots speak, none of them has much.
        var least = Math.Min(SupportingClaims.LeastShare, LeastOfWeightiest * MostInformed());
        foreach (var root in Accepted().Where(claim => claim.State != state && course.Has(claim.State) && HasValue(claim.State)).GroupBy(static claim => claim.Root))
        {
            if (except.Contains(root.Key)) continue;
            var isInformed = informed.TryGetValue(root.Key, out var share) && share >= least;
            foreach (var claim in Newest([.. root]))
            {
                var grown = Grown(claim);
                var said = grown ?? Unmoved(claim);
                var support = new Support(claim, said, said is null && !IsWithinError(claim));
                var saysSo = said is not null && support is { GivesValue: true, IsCredible: true } && (grown is not null || Math.Abs(DayNumberOf(claim.State) - DayNumberOf(state)) <= MostDaysBetween);
                if (isInformed || saysSo) yield return support;
            }
        }
    }

    private IEnumerable<ModelledClaim> Accepted() => _claims.Where((claim, number) => component.Leading.Accepted[number] && !claim.SaysNothing && claim.Claim.Basis != Basis.Projection);

    /// <summary>The share of each root in what is known of the day, by figures of other days and by increments.</summary>
    private Dictionary<int, double> Informed()
    {
        var informed = new Dictionary<int, double>();
        foreach (var share in shares)
        {
            if (share.Origin != Origin.Claim) continue;
            var claim = _claims[share.Number];
            if (claim.State == state || claim.Claim.Basis == Basis.Projection || !IsOfCourse(claim)) continue;
            informed[claim.Root] = informed.GetValueOrDefault(claim.Root) + share.Share;
        }

        return informed;
    }

    private double MostInformed() => shares
        .Where(static share => share.Origin == Origin.Claim)
        .GroupBy(share => _claims[share.Number].Root)
        .Select(static root => root.Sum(share => share.Share))
        .DefaultIfEmpty()
        .Max();

    private bool IsOfCourse(ModelledClaim claim) => claim.State >= 0 ? course.Has(claim.State) : IsIncrement(claim);

    private bool IsIncrement(ModelledClaim claim) => claim.Claim.During is not null && claim.Denominator is null && course.Has(claim.Form.States[0]);

    /// <summary>A root's last claims before the day, else its first ones after it; what gives a value and is credible goes before what does not.</summary>
    private List<ModelledClaim> Newest(List<ModelledClaim> root)
    {
        var valued = root.FindAll(static claim => Support.Of(claim) is { GivesValue: true, IsCredible: true });
        if (valued.Count > 0) root = valued;
        var before = root.FindAll(claim => claim.State < state);
        var day = before.Count > 0 ? before.Max(static claim => claim.State) : root.Min(static claim => claim.State);
        return root.FindAll(claim => claim.State == day);
    }

    /// <summary>A claim at its word, where that is what is printed but for a part of the ranges of both days that no reader sees.</summary>
    private Interval? Unmoved(ModelledClaim claim)
    {
        if (!IsWithinError(claim)) return null;
        var unseen = ConfidenceScore.LeastMove * Math.Min(WidthOn(claim.State), WidthOn(state));
        var best = BestOn(state);
        return new Interval(claim.Inside.Low - unseen, claim.Inside.High + unseen).Holds(best) ? claim.Inside : null;
    }

    private double WidthOn(int day) => component.States[day].Value is { Low: { } low, High: { } high } ? high - low : double.PositiveInfinity;

    /// <summary>Whether the error of a claim leaves room for the estimates of its own day and of the printed one.</summary>
    private bool IsWithinError(ModelledClaim claim) => claim.Tolerant.Holds(BestOn(claim.State)) && claim.Tolerant.Holds(BestOn(state));

    /// <summary>A claim and what its root says that the quantity grew by from then to the printed day, without a gap: together they speak of that day.</summary>
    private Interval? Grown(ModelledClaim claim)
    {
        if (!claim.GivesValue || component.Component.Increments.Length == 0) return null;
        _increments ??= Accepted().Where(increment => increment.GivesValue && IsIncrement(increment)).ToLookup(static increment => increment.Root);
        var (day, said) = (claim.State, claim.Inside);
        while (day < state)
        {
            var next = _increments[claim.Root].Where(increment => increment.Form.States[0] == day && increment.Form.States[^1] <= state).MaxBy(static increment => increment.Form.States[^1]);
            if (next is null || next.Form.States[^1] <= day) return null;
            (day, said) = (next.Form.States[^1], new Interval(said.Low + next.Inside.Low, said.High + next.Inside.High));
        }

        return day == state ? said : null;
    }

    private bool HasValue(int day) => component.States[day].Value.Best is not null;

    private double BestOn(int day) => component.States[day].Value.Best!.Value;

    private int DayNumberOf(int day) => component.Component.States[day].Day!.Value.DayNumber;
}
