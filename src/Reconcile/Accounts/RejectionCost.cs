using Reconcile.Modelling;

namespace Reconcile.Accounts;

/// <summary>
/// What it costs to call a set of claims wrong. Claims of one root on one quantity and date cost the dearest only; the root's claims on other
/// quantities count <see cref="SiblingShare"/> each: a source that is wrong once may be wrong twice.
/// </summary>
internal sealed class RejectionCost
{
    /// <summary>Share of the cost of a root's further claims (design convention).</summary>
    public const double SiblingShare = 0.35;

    private readonly ModelledClaim[] _claims;
    private readonly int[] _groups;
    private readonly double[] _least;

    public RejectionCost(Component component)
    {
        _claims = component.Claims;
        _groups = new int[_claims.Length];
        _least = new double[_claims.Length];
        NumberGroups();
        BoundIncrements();
    }

    /// <summary>The least by which rejecting a claim raises the cost of any set: a bound that never promises too much.</summary>
    public double LeastIncrement(int claim) => _least[claim];

    /// <summary>The cost of a set; adding a claim never lowers it.</summary>
    public double Of(ReadOnlySpan<int> rejected)
    {
        var total = 0.0;
        for (var i = 0; i < rejected.Length; i++)
        {
            if (IsFirstOfRoot(rejected, i)) total += OfRoot(rejected, i);
        }

        return total;
    }

    private double OfRoot(ReadOnlySpan<int> rejected, int first)
    {
        var root = _claims[rejected[first]].Root;
        double sum = 0, dearest = 0;
        for (var i = first; i < rejected.Length; i++)
        {
            if (_claims[rejected[i]].Root != root || !IsFirstOfGroup(rejected, first, i)) continue;
            var group = _groups[rejected[i]];
            var cost = 0.0;
            for (var j = i; j < rejected.Length; j++)
            {
                if (_groups[rejected[j]] == group) cost = Math.Max(cost, _claims[rejected[j]].Cost);
            }

            sum += cost;
            dearest = Math.Max(dearest, cost);
        }

        return dearest + (SiblingShare * (sum - dearest));
    }

    private bool IsFirstOfRoot(ReadOnlySpan<int> rejected, int position)
    {
        var root = _claims[rejected[position]].Root;
        for (var i = 0; i < position; i++)
        {
            if (_claims[rejected[i]].Root == root) return false;
        }

        return true;
    }

    private bool IsFirstOfGroup(ReadOnlySpan<int> rejected, int from, int position)
    {
        for (var i = from; i < position; i++)
        {
            if (_groups[rejected[i]] == _groups[rejected[position]]) return false;
        }

        return true;
    }

    private void NumberGroups()
    {
        var numbers = new Dictionary<(int, string, DateOnly?), int>();
        for (var i = 0; i < _claims.Length; i++)
        {
            var claim = _claims[i].Claim;
            var key = (_claims[i].Root, claim.Quantity, claim.AsOf ?? claim.Reported);
            if (!numbers.TryGetValue(key, out var number)) numbers.Add(key, number = numbers.Count);
            _groups[i] = number;
        }
    }

    private void BoundIncrements()
    {
        var inRoot = new Dictionary<int, int>();
        var inGroup = new Dictionary<int, int>();
        for (var i = 0; i < _claims.Length; i++)
        {
            inRoot[_claims[i].Root] = inRoot.GetValueOrDefault(_claims[i].Root) + 1;
            inGroup[_groups[i]] = inGroup.GetValueOrDefault(_groups[i]) + 1;
        }

        for (var i = 0; i < _claims.Length; i++)
        {
            _least[i] = inGroup[_groups[i]] > 1 ? 0
                : inRoot[_claims[i].Root] > 1 ? SiblingShare * _claims[i].Cost
                : _claims[i].Cost;
        }
    }
}
