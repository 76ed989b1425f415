using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;

namespace Reconcile.Inference.Trees;

/// <summary>
/// The error budget of one state on a tree. Covariances follow the paths away from the state; where a path carries almost nothing any more, what is
/// left counts for the relation that it goes through. A value, for one is made for each of many states.
/// </summary>
internal struct TreeShares
{
    /// <summary>Paths that carry less than this share are not followed further; ten times as much as long as too many do, so that the weakest are cut, wherever they stand.</summary>
    private const double LeastShare = 1e-4;

    /// <summary>So many nodes are visited at most: along a chain of limits nothing gets much weaker with the distance.</summary>
    private const int MostVisited = 400;

    /// <summary>Up to this number of nodes every path is followed: shared errors carry information past the tree.</summary>
    private const int MostFollowed = 1000;

    private readonly TreePosterior _posterior;
    private readonly int _state;
    private readonly double _variance;

    /// <summary>By factor; null where only what nobody claims is asked for.</summary>
    private Dictionary<(Origin, int), double>? _sums;
    private Dictionary<int, List<int>>? _claimsOfErrors;
    private HashSet<int>? _relations;
    private double _prior;
    private double _bounds;
    private double _found;
    private bool _isCut;
    private int _visited;
    private double _leastShare = LeastShare;

    public TreeShares(TreePosterior posterior, int state)
    {
        _posterior = posterior;
        _state = state;
        _variance = posterior.VarianceOf(state);
    }

    public List<FactorShare> Shares()
    {
        if (!(_variance > 0)) return [];
        do
        {
            _sums = [];
            _claimsOfErrors = [];
            _relations = [];
        }
        while (!WalkWithin());

        return Completed();
    }

    /// <summary>The shares of the prior and of the bounds of quantities alone, without a list.</summary>
    public (double Prior, double Bounds) Unclaimed()
    {
        if (!(_variance > 0)) return (0, 0);
        // What is known beforehand of shared errors counts for their claims, so only the whole tells the shares.
        if (_posterior.Errors.Count > 0)
        {
            double prior = 0, bounds = 0;
            foreach (var share in Shares())
            {
                if (share.Origin == Origin.Prior) prior += share.Share;
                if (share.Origin == Origin.Bound) bounds += share.Share;
            }

            return (prior, bounds);
        }

        while (!WalkWithin())
        {
        }

        var whole = _isCut ? Math.Max(_found, 1) : _found;
        return (_prior / whole, _bounds / whole);
    }

    /// <summary>False when too many paths were followed: then the next walk follows fewer.</summary>
    private bool WalkWithin()
    {
        (_prior, _bounds, _found, _isCut, _visited) = (0, 0, 0, false, 0);
        Walk();
        if (_visited <= MostVisited || FollowsAll || _leastShare >= 1) return true;
        _leastShare *= 10;
        return false;
    }

    private readonly bool FollowsAll => _posterior.Errors.Count > 0 && _posterior.Network.Nodes <= MostFollowed;

    private void Walk()
    {
        var structure = _posterior.Network.Structure;
        Visit(_state, _posterior.Elimination.Variances[_state]);
        Descend(_state, _posterior.Elimination.Variances[_state], exceptRow: -1);
        var (node, factor) = (_state, 1.0);
        while (structure.RowAbove(node) is var row and >= 0)
        {
            foreach (var sibling in _posterior.Network.Rows[row].Form.States)
            {
                if (sibling != node && sibling != structure.StateAbove(row)) Follow(sibling, factor * _posterior.Elimination.SiblingCovariance(row, node, sibling), row);
            }

            factor *= _posterior.Elimination.SlopeOnAbove(node);
            node = structure.StateAbove(row);
            var covariance = factor * _posterior.Elimination.Variances[node];
            if (!Carries(node, covariance))
            {
                Note(row);
                break;
            }

            Visit(node, covariance);
            Descend(node, covariance, row);
        }
    }

    private void Descend(int node, double covariance, int exceptRow)
    {
        foreach (var row in _posterior.Network.Structure.RowsBelow(node))
        {
            if (row == exceptRow) continue;
            foreach (var below in _posterior.Network.Rows[row].Form.States)
            {
                if (below != node) Follow(below, covariance * _posterior.Elimination.SlopeOnAbove(below), row);
            }
        }
    }

    private void Follow(int node, double covariance, int row)
    {
        if (!Carries(node, covariance))
        {
            Note(row);
            return;
        }

        Visit(node, covariance);
        Descend(node, covariance, exceptRow: -1);
    }

    /// <summary>Whether what lies at a node and beyond can matter: its squared correlation with the state.</summary>
    private readonly bool Carries(int node, double covariance) =>
        FollowsAll || (_visited <= MostVisited && covariance * covariance > _leastShare * _variance * _posterior.Elimination.Variances[node]);

    private void Note(int row)
    {
        _isCut = true;
        if (_relations is null) return;
        var noted = _posterior.Network.Rows[row];
        if (noted.LowRelation >= 0) _relations.Add(noted.LowRelation);
        if (noted.HighRelation >= 0) _relations.Add(noted.HighRelation);
    }

    private void Visit(int node, double covariance)
    {
        _visited++;
        var whole = _posterior.Errors.Count == 0 ? covariance : covariance + _posterior.Errors.CovarianceAdded(_state, node);
        Add(Origin.Prior, 0, _posterior.Factors.PriorPrecisions[node] * whole * whole / _variance);
        foreach (var number in _posterior.Factors.On(node))
        {
            ref readonly var factor = ref _posterior.Factors.All[number];
            var shared = factor.Error < 0 ? whole : whole + (factor.Size * _posterior.Errors.CovarianceWith(_state, factor.Error));
            if (factor.Error >= 0) ClaimsOf(factor.Error)?.Add(factor.Number);
            Add(factor.Origin, factor.Number, factor.FeltPrecision * shared * shared / _variance);
        }
    }

    private void Add(Origin origin, int number, double share)
    {
        _found += share;
        if (origin == Origin.Prior) _prior += share;
        if (origin == Origin.Bound) _bounds += share;
        if (_sums is not null) _sums[(origin, number)] = _sums.GetValueOrDefault((origin, number)) + share;
    }

    private readonly List<int>? ClaimsOf(int error)
    {
        if (_claimsOfErrors is null) return null;
        if (!_claimsOfErrors.TryGetValue(error, out var claims)) _claimsOfErrors.Add(error, claims = []);
        return claims;
    }

    /// <summary>What is known of a shared error is information that its claims bring; the paths that were cut count for the relations they go through.</summary>
    private readonly List<FactorShare> Completed()
    {
        if (_sums is null || _claimsOfErrors is null || _relations is null) return [];
        foreach (var (error, claims) in _claimsOfErrors)
        {
            var share = _posterior.Errors.PriorShare(_state, error, _variance);
            var own = SumOf(_sums, claims);
            if (own <= 0) continue;
            foreach (var claim in claims) _sums[(Origin.Claim, claim)] *= 1 + (share / own);
        }

        var found = _sums.Values.Sum();
        if (_relations.Count > 0 && found < 1)
        {
            foreach (var relation in _relations)
            {
                _sums[(Origin.Relation, relation)] = _sums.GetValueOrDefault((Origin.Relation, relation)) + ((1 - found) / _relations.Count);
            }

            found = 1;
        }

        return Normalised(_sums, found);
    }

    private static double SumOf(Dictionary<(Origin, int), double> sums, List<int> claims) => claims.Sum(claim => sums[(Origin.Claim, claim)]);

    private static List<FactorShare> Normalised(Dictionary<(Origin, int), double> sums, double found) =>
        [.. sums.Where(sum => sum.Value > 0).Select(sum => new FactorShare(sum.Key.Item1, sum.Key.Item2, sum.Value / found))];
}
