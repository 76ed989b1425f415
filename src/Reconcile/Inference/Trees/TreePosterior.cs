using Reconcile.Inference.Factors;
using Reconcile.Inference.Marginals;
using Reconcile.Inference.Posteriors;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Trees;

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
    private readonly TreeElimination _elimination;
    private readonly TreeFactors _factors;
    private readonly TreeErrors _errors;
    private readonly double[] _means;
    private readonly double[] _precisions;
    private readonly double[] _shifts;

    private TreePosterior(TreeNetwork network, ErrorGroups groups, TreeFactors factors)
    {
        _network = network;
        _groups = groups;
        _factors = factors;
        _elimination = new TreeElimination(network);
        _errors = new TreeErrors(network, groups, factors);
        _means = new double[network.Nodes];
        _precisions = new double[network.Nodes];
        _shifts = new double[network.Nodes];
    }

    public bool Converged { get; private set; }

    /// <summary>Mean of each state.</summary>
    public double[] States => _means[.._network.Component.States.Length];

    internal TreeElimination Elimination => _elimination;

    internal TreeNetwork Network => _network;

    internal TreeErrors Errors => _errors;

    internal TreeFactors Factors => _factors;

    /// <param name="network">The tree.</param>
    /// <param name="uncounted">Parts of which nobody says anything.</param>
    /// <param name="accepted">The claims of the account.</param>
    /// <param name="groups">The errors that they share; not looked at where the settings fold errors or set claims apart.</param>
    /// <param name="settings">How claims become factors.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static TreePosterior Run(TreeNetwork network, UncountedParts uncounted, bool[] accepted, ErrorGroups groups, FactorSettings settings, CancellationToken cancellation)
    {
        if (settings.FoldErrors) groups = ErrorGroups.None(network.Component, settings.Parts);
        else if (!settings.Parts.AreNone) groups = new ErrorGroups(network.Component, accepted, settings.Parts);
        var posterior = new TreePosterior(network, groups, TreeFactors.Of(network, uncounted, accepted, groups, settings));
        posterior.Solve();
        posterior.Propagate(cancellation);
        return posterior;
    }

    private void Propagate(CancellationToken cancellation)
    {
        var open = OpenFactors();
        var steps = new SiteStep[open.Count];
        Converged = open.Count == 0;
        for (var round = 0; round < MostRounds && !Converged; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            Converged = Update(open, steps, out var hasMoved);
            if (hasMoved) Solve();
        }
    }

    /// <summary>The factors that are not normal.</summary>
    private List<int> OpenFactors()
    {
        var open = new List<int>();
        for (var i = 0; i < _factors.All.Length; i++)
        {
            if (!_factors.All[i].Shape.IsNormal) open.Add(i);
        }

        return open;
    }

    public double MeanOf(int state) => _means[state];

    public double DeviationOf(int state) => Math.Sqrt(VarianceOf(state));

    public Marginal MarginalOf(int state)
    {
        var variance = VarianceOf(state);
        List<FactorView>? views = null;
        foreach (var number in _factors.On(state))
        {
            ref readonly var factor = ref _factors.All[number];
            if (factor.Shape.IsNormal || (factor.Precision == 0 && factor.Shift == 0)) continue;
            var (mean, own) = FormOf(factor);
            if (SkewCorrection.IsUnfelt(factor.Shape, own, factor.Precision)) continue;
            var slope = factor.Error < 0 ? 1 - (factor.OwnVariance * factor.FeltPrecision) : 1 + (factor.Size * _errors.CovarianceWith(state, factor.Error) / variance);
            var rest = factor.Error < 0 && factor.OwnVariance == 0 ? 0 : Math.Max(0, own - (slope * slope * variance));
            (views ??= []).Add(new FactorView(factor.Shape, 0, mean, slope, own, rest, factor.Precision, factor.Shift));
        }

        return views is null ? new Marginal(_means[state], Math.Sqrt(variance)) : SkewCorrection.Apply(views, _means[state], Math.Sqrt(variance), 0);
    }

    public double OwnShareOf(int state)
    {
        if (_errors.Count > 0) return 0;
        var precision = 0.0;
        foreach (var number in _factors.On(state))
        {
            ref readonly var factor = ref _factors.All[number];
            if (factor.Origin == Origin.Claim) precision += factor.FeltPrecision;
        }

        return precision * VarianceOf(state);
    }

    public (double Prior, double Bounds) UnclaimedShareOf(int state) => new TreeShares(this, state).Unclaimed();

    /// <remarks>Where nobody says anything all is known beforehand, however many limits there are.</remarks>
    public List<FactorShare> SharesOf(int state) =>
        _network.Component.Claims.Length == 0 ? [new FactorShare(Origin.Prior, 0, 1)] : new TreeShares(this, state).Shares();

    /// <summary>Shared errors that lie this far from 0.</summary>
    public List<StrainedError>? ErrorsBeyond(double deviations) => _errors.Beyond(deviations, _groups);

    internal double VarianceOf(int node) => _elimination.Variances[node] + _errors.VarianceAdded(node);

    /// <summary>Mean and variance of y = x + Size·b + e under all factors.</summary>
    private (double Mean, double Variance) FormOf(in TreeFactor factor)
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

    private bool Update(List<int> open, SiteStep[] steps, out bool hasMoved)
    {
        var (unsettled, moved) = (0, 0);
        Cores.For(steps.Length, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                steps[i] = StepOf(_factors.All[open[i]]);
                if (!(steps[i].Gap < MeanTolerance)) unsettled = 1;
                if (steps[i].Moves) moved = 1;
            }
        });
        hasMoved = moved > 0;

        for (var i = 0; i < steps.Length && hasMoved; i++)
        {
            ref var factor = ref _factors.All[open[i]];
            factor.Precision += steps[i].Precision;
            factor.Shift += steps[i].Shift;
        }

        return unsettled == 0;
    }

    private SiteStep StepOf(in TreeFactor factor)
    {
        var (mean, variance) = FormOf(factor);
        return SiteStep.Of(factor.Shape, 0, mean, variance, (factor.Precision, factor.Shift), Damping);
    }

    private void Solve()
    {
        _factors.PriorPrecisions.CopyTo(_precisions, 0);
        _factors.PriorShifts.CopyTo(_shifts, 0);
        foreach (ref readonly var factor in _factors.All)
        {
            _precisions[factor.Node] += factor.FeltPrecision;
            _shifts[factor.Node] += factor.FeltShift;
        }

        _elimination.SetPrecisions(_precisions);
        _elimination.Means(_shifts, homogeneous: false, _means);
        _errors.Solve(_elimination, _means);
    }
}
