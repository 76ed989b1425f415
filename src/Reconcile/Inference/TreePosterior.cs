using Reconcile.Mathematics;

namespace Reconcile.Inference;

/// <summary>
/// The posterior of an account on a tree: expectation propagation with all sites updated at once, each round an O(n) elimination. Errors that several claims
/// share border the tree as an arrow: x = m − M b, with M one more elimination for each error.
/// </summary>
internal sealed class TreePosterior : IAccountPosterior
{
    /// <summary>All sites move at once, so each moves less far than one by one.</summary>
    private const double Damping = 0.6;

    private const double MeanTolerance = 1e-6;
    private const int MostRounds = 200;

    private readonly TreeNetwork _network;
    private readonly ErrorGroups _groups;
    private readonly TreeElimination _tree;
    private readonly List<TreeFactor> _factors;
    private readonly TreeErrors _errors;
    private readonly double[] _means;

    private TreePosterior(TreeNetwork network, ErrorGroups groups, List<TreeFactor> factors, int[] sharedErrors)
    {
        _network = network;
        _groups = groups;
        _factors = factors;
        _tree = new TreeElimination(network);
        _errors = new TreeErrors(network, groups, factors, sharedErrors);
        _means = new double[network.Nodes];
        FactorsOf = ByNode(network.Nodes, factors);
    }

    public bool Converged { get; private set; }

    /// <summary>Mean of each state.</summary>
    public double[] States => _means[.._network.Component.States.Length];

    internal TreeElimination Tree => _tree;

    internal TreeNetwork Network => _network;

    internal TreeErrors Errors => _errors;

    /// <summary>The factors of each node.</summary>
    internal List<TreeFactor>[] FactorsOf { get; }

    public static TreePosterior Run(TreeNetwork network, UncountedParts uncounted, bool[] accepted, FactorSettings settings, CancellationToken cancellation)
    {
        var groups = settings.FoldErrors ? ErrorGroups.None(network.Component) : new ErrorGroups(network.Component, accepted);
        var (factors, shared) = TreeFactors.Of(network, uncounted, accepted, groups, settings);
        var posterior = new TreePosterior(network, groups, factors, shared);
        posterior.Solve();
        var open = factors.FindAll(factor => !factor.Shape.IsNormal);
        posterior.Converged = open.Count == 0;
        for (var round = 0; round < MostRounds && !posterior.Converged; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            posterior.Converged = posterior.Update(open);
            posterior.Solve();
        }

        return posterior;
    }

    public double MeanOf(int state) => _means[state];

    public double DeviationOf(int state) => Math.Sqrt(VarianceOf(state));

    public Marginal MarginalOf(int state)
    {
        var variance = VarianceOf(state);
        var views = new List<FactorView>();
        foreach (var factor in FactorsOf[state])
        {
            if (factor.Shape.IsNormal || (factor.Precision == 0 && factor.Shift == 0)) continue;
            var (mean, own) = FormOf(factor);
            if (SkewCorrection.IsUnfelt(factor.Shape, own, factor.Precision)) continue;
            var slope = factor.Error < 0 ? 1 - (factor.OwnVariance * factor.FeltPrecision) : 1 + (factor.Size * _errors.CovarianceWith(state, factor.Error) / variance);
            var rest = factor.Error < 0 && factor.OwnVariance == 0 ? 0 : Math.Max(0, own - (slope * slope * variance));
            views.Add(new FactorView(factor.Shape, 0, mean, slope, own, rest, factor.Precision, factor.Shift));
        }

        return SkewCorrection.Apply(views, _means[state], Math.Sqrt(variance), 0);
    }

    public (double Prior, double Bounds) UnclaimedShareOf(int state)
    {
        double prior = 0, bounds = 0;
        foreach (var share in SharesOf(state))
        {
            if (share.Origin == Origin.Prior) prior += share.Share;
            if (share.Origin == Origin.Bound) bounds += share.Share;
        }

        return (prior, bounds);
    }

    public List<FactorShare> SharesOf(int state) => new TreeInfluences(this, state).Shares();

    /// <summary>Error groups whose shared error lies this far from 0.</summary>
    public List<int> StrainedGroups(double deviations) => _errors.GroupsBeyond(deviations, _groups);

    internal double VarianceOf(int node) => _tree.Variances[node] + _errors.VarianceAdded(node);

    /// <summary>Mean and variance of y = x + Size·b + e under all factors.</summary>
    private (double Mean, double Variance) FormOf(TreeFactor factor)
    {
        double mean = _means[factor.Node], variance = VarianceOf(factor.Node);
        if (factor.Error >= 0)
        {
            mean += factor.Size * _errors.Means[factor.Error];
            variance += factor.Size * ((2 * _errors.CovarianceWith(factor.Node, factor.Error)) + (factor.Size * _errors.Variance(factor.Error)));
        }

        if (factor.OwnVariance == 0) return (mean, variance);
        // The site over y tells of e too: take the felt site out, add the own error, put the whole site back.
        var cavityPrecision = (1 / variance) - factor.FeltPrecision;
        var cavityVariance = (1 / cavityPrecision) + factor.OwnVariance;
        var cavityMean = ((mean / variance) - factor.FeltShift) / cavityPrecision;
        var precision = (1 / cavityVariance) + factor.Precision;
        return (((cavityMean / cavityVariance) + factor.Shift) / precision, 1 / precision);
    }

    private bool Update(List<TreeFactor> open)
    {
        var settled = true;
        var steps = new (double Precision, double Shift)[open.Count];
        for (var i = 0; i < steps.Length; i++)
        {
            settled &= TryStep(open[i], out steps[i]);
        }

        for (var i = 0; i < steps.Length; i++)
        {
            open[i].Precision += steps[i].Precision;
            open[i].Shift += steps[i].Shift;
        }

        return settled;
    }

    /// <summary>How a site has to change. False when it has not settled yet.</summary>
    private bool TryStep(TreeFactor factor, out (double Precision, double Shift) step)
    {
        var (mean, variance) = FormOf(factor);
        var cavityPrecision = (1 / variance) - factor.Precision;
        step = (-0.5 * factor.Precision, -0.5 * factor.Shift);
        if (!(cavityPrecision > 1e-12 / variance)) return false;
        var cavityVariance = 1 / cavityPrecision;
        var cavityMean = cavityVariance * ((mean / variance) - factor.Shift);
        PieceMoments tilted = ShapeMoments.Tilt(factor.Shape, cavityMean, cavityVariance);
        step = default;
        if (double.IsNegativeInfinity(tilted.LogMass)) return false;
        var precision = Math.Max(0, (1 / tilted.Variance) - cavityPrecision);
        var shift = (tilted.Mean * (cavityPrecision + precision)) - (cavityMean * cavityPrecision);
        step = (Damping * (precision - factor.Precision), Damping * (shift - factor.Shift));
        return Math.Abs(tilted.Mean - mean) < MeanTolerance * Math.Sqrt(variance);
    }

    private void Solve()
    {
        var precisions = new double[_network.Nodes];
        var shifts = new double[_network.Nodes];
        foreach (var factor in _factors)
        {
            precisions[factor.Node] += factor.FeltPrecision;
            shifts[factor.Node] += factor.FeltShift;
        }

        _tree.SetPrecisions(precisions);
        _tree.Means(shifts, homogeneous: false, _means);
        _errors.Solve(_tree, _means);
    }

    private static List<TreeFactor>[] ByNode(int nodes, List<TreeFactor> factors)
    {
        var byNode = new List<TreeFactor>[nodes];
        for (var i = 0; i < nodes; i++) byNode[i] = [];
        foreach (var factor in factors) byNode[factor.Node].Add(factor);
        return byNode;
    }
}
