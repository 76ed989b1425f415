using Reconcile.Modelling;

namespace Reconcile.Accounts;

/// <summary>
/// What it costs to call a set of claims wrong. Claims of one root on one quantity and date cost the dearest only; the root's claims on other
/// quantities count <see cref="SiblingShare"/> each: a source that is wrong once may be wrong twice. Not thread-safe: it keeps its sums between questions.
/// </summary>
internal sealed class RejectionCost
{
    /// <summary>Share of the cost of a root's further claims (convention).</summary>
    public const double SiblingShare = 0.35;

    private readonly ModelledClaim[] _claims;
    private readonly int[] _groups;
    private readonly double[] _least;
    private readonly double[] _dearestOfGroup;
    private readonly (double Sum, double Dearest)[] _roots;

    public RejectionCost(Component component)
    {
        _claims = component.Claims;
        _groups = new int[_claims.Length];
        _least = new double[_claims.Length];
        _dearestOfGroup = new double[_claims.Length];
        _roots = new (double, double)[component.Roots];
        NumberGroups();
        BoundIncrements();
    }

    /// <summary>The least by which rejecting a claim raises the cost of any set: a bound that never promises too much.</summary>
    public double LeastIncrement(int claim) => _least[claim];

    /// <summary>The cost of a set; adding a claim never lowers it.</summary>
    public double Of(ReadOnlySpan<int> rejected)
    {
        foreach (var claim in rejected)
        {
            ref var dearest = ref _dearestOfGroup[_groups[claim]];
            dearest = Math.Max(dearest, _claims[claim].Cost);
        }

        foreach (var claim in rejected)
        {
            ref var group = ref _dearestOfGroup[_groups[claim]];
            ref var root = ref _roots[_claims[claim].Root];
            root = (root.Sum + group, Math.Max(root.Dearest, group));
            group = 0;
        }

        var total = 0.0;
        foreach (var claim in rejected)
        {
            ref var root = ref _roots[_claims[claim].Root];
            total += root.Dearest + (SiblingShare * (root.Sum - root.Dearest));
            root = default;
        }

        return total;
    }

    private void NumberGroups()
    {
        var numbers = new Dictionary<(int, string, Period?, DateOnly?), int>(_claims.Length);
        for (var i = 0; i < _claims.Length; i++)
        {
            var claim = _claims[i].Claim;
            var key = (_claims[i].Root, claim.Quantity, claim.During, claim.During is null ? claim.Day : null);
            if (!numbers.TryGetValue(key, out var number)) numbers.Add(key, number = numbers.Count);
            _groups[i] = number;
        }
    }

    private void BoundIncrements()
    {
        var inRoot = new int[_roots.Length];
        var inGroup = new int[_claims.Length];
        for (var i = 0; i < _claims.Length; i++)
        {
            inRoot[_claims[i].Root]++;
            inGroup[_groups[i]]++;
        }

        for (var i = 0; i < _claims.Length; i++)
        {
            _least[i] = inGroup[_groups[i]] > 1 ? 0
                : inRoot[_claims[i].Root] > 1 ? SiblingShare * _claims[i].Cost
                : _claims[i].Cost;
        }
    }
}
