using Reconcile.Inference.Factors;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Trees;

/// <summary>The errors that several claims share, as the border of a tree: posterior of b, and how each node moves with b (x = m − M b).</summary>
internal sealed class TreeErrors
{
    private readonly TreeNetwork _network;
    private readonly TreeFactors _factors;
    private readonly int[] _felt;
    private readonly double[] _priorPrecisions;
    private readonly int[] _variables;
    private readonly int _count;
    private readonly double[][] _responses;
    private readonly double[] _covariance;
    private readonly double[] _added;

    public TreeErrors(TreeNetwork network, ErrorGroups groups, TreeFactors factors)
    {
        _network = network;
        _factors = factors;
        _variables = factors.SharedErrors;
        _count = _variables.Length;
        _felt = _count == 0 ? [] : Felt(factors);
        _priorPrecisions = [.. _variables.Select(variable => 1 / Math.Pow(Math.Max(groups.DeviationOf(variable)!.Value, 1e-6), 2))];
        _responses = [.. _variables.Select(_ => new double[network.Nodes])];
        _covariance = new double[_count * _count];
        _added = new double[_count == 0 ? 0 : network.Nodes];
        Means = new double[_count];
    }

    /// <summary>Posterior mean of each shared error.</summary>
    public double[] Means { get; }

    public double Variance(int error) => _covariance[(error * _count) + error];

    /// <summary>What the shared errors add to the variance of a node.</summary>
    public double VarianceAdded(int node) => _count == 0 ? 0 : _added[node];

    /// <summary>Covariance of a node with a shared error: −(M S)_node.</summary>
    public double CovarianceWith(int node, int error)
    {
        var sum = 0.0;
        for (var other = 0; other < _count; other++) sum -= _responses[other][node] * _covariance[(other * _count) + error];
        return sum;
    }

    /// <summary>What the shared errors add to the covariance of two nodes.</summary>
    public double CovarianceAdded(int first, int second)
    {
        var sum = 0.0;
        for (var error = 0; error < _count; error++) sum -= CovarianceWith(first, error) * _responses[error][second];
        return sum;
    }

    /// <summary>Share of what is known beforehand of an error in the information on a node.</summary>
    public double PriorShare(int node, int error, double variance)
    {
        var covariance = CovarianceWith(node, error);
        return _priorPrecisions[error] * covariance * covariance / variance;
    }

    public int Count => _count;

    public List<StrainedError>? Beyond(double deviations, ErrorGroups groups)
    {
        List<StrainedError>? beyond = null;
        for (var error = 0; error < _count; error++)
        {
            var strain = Math.Abs(Means[error]) * Math.Sqrt(_priorPrecisions[error]);
            if (strain > deviations) (beyond ??= []).Add(new StrainedError(groups.GroupOf(_variables[error]), strain));
        }

        return beyond;
    }

    /// <summary>Given the tree without the errors and its means, solves for the errors and corrects the means.</summary>
    public void Solve(TreeElimination tree, double[] means)
    {
        if (_count == 0) return;
        Respond(tree);
        var precision = new double[_count * _count];
        for (var error = 0; error < _count; error++) precision[(error * _count) + error] = _priorPrecisions[error];
        Array.Clear(Means);
        foreach (var number in _felt)
        {
            ref readonly var factor = ref _factors.All[number];
            var cross = factor.FeltPrecision * factor.Size;
            precision[(factor.Error * _count) + factor.Error] += cross * factor.Size;
            Means[factor.Error] += (factor.FeltShift * factor.Size) - (cross * means[factor.Node]);
            for (var other = 0; other < _count; other++) precision[(factor.Error * _count) + other] -= cross * _responses[other][factor.Node];
        }

        if (!Cholesky.TryFactor(precision, _count)) throw new NumericalLimitException("Shared errors with a proper prior have a proper posterior.");
        Cholesky.Invert(precision, _count, _covariance);
        Cholesky.Solve(precision, _count, Means);
        for (var node = 0; node < means.Length; node++)
        {
            for (var error = 0; error < _count; error++) means[node] -= _responses[error][node] * Means[error];
            _added[node] = CovarianceAdded(node, node);
        }
    }

    private static int[] Felt(TreeFactors factors)
    {
        var felt = new List<int>();
        for (var i = 0; i < factors.All.Length; i++)
        {
            if (factors.All[i].Error >= 0) felt.Add(i);
        }

        return [.. felt];
    }

    /// <summary>M: how the means answer to what the claims of each error say when it is 1.</summary>
    private void Respond(TreeElimination tree)
    {
        var shifts = new double[_network.Nodes];
        for (var error = 0; error < _count; error++)
        {
            Array.Clear(shifts);
            foreach (var number in _felt)
            {
                ref readonly var factor = ref _factors.All[number];
                if (factor.Error == error) shifts[factor.Node] += factor.FeltPrecision * factor.Size;
            }

            tree.Means(shifts, homogeneous: true, _responses[error]);
        }
    }
}
