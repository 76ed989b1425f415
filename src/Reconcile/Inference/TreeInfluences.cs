namespace Reconcile.Inference;

/// <summary>
/// The error budget of one state on a tree. Covariances follow the paths away from the state; where a path carries almost nothing any more, what is
/// left counts for the relation that it goes through.
/// </summary>
internal sealed class TreeInfluences
{
    /// <summary>Paths that carry less than this share are not followed further.</summary>
    private const double LeastShare = 1e-4;

    /// <summary>Up to this number of nodes every path is followed: shared errors carry information past the tree.</summary>
    private const int MostFollowed = 1000;

    private readonly TreePosterior _posterior;
    private readonly int _state;
    private readonly double _variance;
    private readonly Dictionary<(Origin, int), double> _sums = [];
    private readonly Dictionary<int, List<int>> _claimsOfErrors = [];
    private readonly HashSet<int> _relations = [];

    public TreeInfluences(TreePosterior posterior, int state)
    {
        _posterior = posterior;
        _state = state;
        _variance = posterior.VarianceOf(state);
    }

    public List<FactorShare> Shares()
    {
        if (!(_variance > 0)) return [];
        var shape = _posterior.Network.Shape;
        Visit(_state, _posterior.Tree.Variances[_state]);
        Descend(_state, _posterior.Tree.Variances[_state], exceptRow: -1);
        var (node, factor) = (_state, 1.0);
        while (shape.RowAbove(node) is var row and >= 0)
        {
            foreach (var sibling in _posterior.Network.Rows[row].Form.States)
            {
                if (sibling != node && sibling != shape.StateAbove(row)) Follow(sibling, factor * _posterior.Tree.SiblingCovariance(row, node, sibling), row);
            }

            factor *= _posterior.Tree.SlopeOnAbove(node);
            node = shape.StateAbove(row);
            var covariance = factor * _posterior.Tree.Variances[node];
            if (!Carries(node, covariance))
            {
                Note(row);
                break;
            }

            Visit(node, covariance);
            Descend(node, covariance, row);
        }

        return Completed();
    }

    private void Descend(int node, double covariance, int exceptRow)
    {
        foreach (var row in _posterior.Network.Shape.RowsBelow(node))
        {
            if (row == exceptRow) continue;
            foreach (var below in _posterior.Network.Rows[row].Form.States)
            {
                if (below != node) Follow(below, covariance * _posterior.Tree.SlopeOnAbove(below), row);
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
    private bool Carries(int node, double covariance) =>
        (_posterior.Errors.Count > 0 && _posterior.Network.Nodes <= MostFollowed)
        || covariance * covariance > LeastShare * _variance * _posterior.Tree.Variances[node];

    private void Note(int row)
    {
        var noted = _posterior.Network.Rows[row];
        if (noted.LowRelation >= 0) _relations.Add(noted.LowRelation);
        if (noted.HighRelation >= 0) _relations.Add(noted.HighRelation);
    }

    private void Visit(int node, double covariance)
    {
        var whole = covariance + _posterior.Errors.CovarianceAdded(_state, node);
        foreach (var factor in _posterior.FactorsOf[node])
        {
            var shared = factor.Error < 0 ? whole : whole + (factor.Size * _posterior.Errors.CovarianceWith(_state, factor.Error));
            var key = (factor.Origin, factor.Number);
            if (factor.Error >= 0) ClaimsOf(factor.Error).Add(factor.Number);
            _sums[key] = _sums.GetValueOrDefault(key) + (factor.FeltPrecision * shared * shared / _variance);
        }
    }

    private List<int> ClaimsOf(int error)
    {
        if (!_claimsOfErrors.TryGetValue(error, out var claims)) _claimsOfErrors.Add(error, claims = []);
        return claims;
    }

    /// <summary>What is known of a shared error is information that its claims bring; the paths that were cut count for the relations they go through.</summary>
    private List<FactorShare> Completed()
    {
        foreach (var (error, claims) in _claimsOfErrors)
        {
            var share = _posterior.Errors.PriorShare(_state, error, _variance);
            var own = claims.Sum(claim => _sums[(Origin.Claim, claim)]);
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

        return [.. _sums.Where(sum => sum.Value > 0).Select(sum => new FactorShare(sum.Key.Item1, sum.Key.Item2, sum.Value / found))];
    }
}
