using System.Runtime.InteropServices;
using Reconcile.Consistency;
using Reconcile.Figures;
using Reconcile.Inference.Factors;
using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference.Trees;

/// <summary>All factors of an account on a tree: the prior of each node, then claims, bounds and inequalities, which are listed by node.</summary>
internal sealed class TreeFactors
{
    /// <summary>Standard deviation, in scales of the component, of what is known beforehand of the value of a form: nothing.</summary>
    private const double Nothing = 1e7;

    /// <summary>Standard deviation of a state that the relations fix, in scales of the component.</summary>
    private const double Fixed = 1e-9;

    private readonly List<TreeFactor> _factors;
    private readonly int[] _starts;
    private readonly int[] _byNode;

    private TreeFactors(List<TreeFactor> factors, double[] priorPrecisions, double[] priorShifts, int[] sharedErrors)
    {
        _factors = factors;
        PriorPrecisions = priorPrecisions;
        PriorShifts = priorShifts;
        SharedErrors = sharedErrors;
        _starts = new int[priorPrecisions.Length + 1];
        foreach (ref readonly var factor in All) _starts[factor.Node + 1]++;
        for (var node = 0; node + 1 < _starts.Length; node++) _starts[node + 1] += _starts[node];
        _byNode = new int[factors.Count];
        var next = _starts.AsSpan(0, _starts.Length - 1).ToArray();
        for (var i = 0; i < _byNode.Length; i++) _byNode[next[All[i].Node]++] = i;
    }

    /// <summary>Claims, bounds and inequalities.</summary>
    public Span<TreeFactor> All => CollectionsMarshal.AsSpan(_factors);

    /// <summary>Precision of the prior of each node.</summary>
    public double[] PriorPrecisions { get; }

    /// <summary>Precision times mean of the prior of each node.</summary>
    public double[] PriorShifts { get; }

    /// <summary>For each error that several claims share its variable in the groups.</summary>
    public int[] SharedErrors { get; }

    /// <summary>The numbers of the factors of a node, in <see cref="All"/>.</summary>
    public ReadOnlySpan<int> On(int node) => _byNode.AsSpan(_starts[node].._starts[node + 1]);

    public static TreeFactors Of(TreeNetwork network, UncountedParts uncounted, bool[] accepted, ErrorGroups groups, FactorSettings settings)
    {
        var (precisions, shifts) = Priors(network, settings.Scales);
        var shared = groups.SharedErrors();
        var factors = new List<TreeFactor>(accepted.AsSpan().Count(true) + network.Nodes);
        AddClaims(factors, network, accepted, groups, shared, settings);
        network.AddHardFactors(factors, uncounted);
        return new TreeFactors(factors, precisions, shifts, shared);
    }

    private static (double[] Precisions, double[] Shifts) Priors(TreeNetwork network, StateScales scales)
    {
        var (precisions, shifts) = (new double[network.Nodes], new double[network.Nodes]);
        var states = network.Component.States;
        for (var node = 0; node < precisions.Length; node++)
        {
            var prior = node < states.Length ? PriorOf(states[node].Bounds, scales[node]) : Shape.Normal(0, Nothing * scales.Largest);
            precisions[node] = 1 / (prior.LowShoulder * prior.LowShoulder);
            shifts[node] = precisions[node] * prior.Low;
        }

        return (precisions, shifts);
    }

    private static Shape PriorOf(Interval bounds, double scale) =>
        bounds.IsFixed ? Shape.Normal(bounds.Low, Fixed * scale) : Shape.Normal(scale, StateScales.PriorWidth * scale);

    private static void AddClaims(List<TreeFactor> factors, TreeNetwork network, bool[] accepted, ErrorGroups groups, int[] shared, FactorSettings settings)
    {
        var place = new int[groups.Variables];
        Array.Fill(place, -1);
        for (var i = 0; i < shared.Length; i++) place[shared[i]] = i;
        var shapes = new ClaimShapes(network.Component, accepted, groups, settings);
        var holding = ClaimSystem.Members(accepted);
        CollectionsMarshal.SetCount(factors, holding.Length);
        Cores.For(holding.Length, (from, to) =>
        {
            var all = CollectionsMarshal.AsSpan(factors);
            for (var i = from; i < to; i++) all[i] = OfClaim(holding[i], network.NodeOf(holding[i]), shapes.Of(holding[i]), groups, place);
        });
    }

    private static TreeFactor OfClaim(int claim, int node, in ClaimFactor said, ErrorGroups groups, int[] place)
    {
        var error = said.ErrorVariable < 0 ? -1 : place[said.ErrorVariable];
        var deviation = said.ErrorVariable >= 0 && error < 0 ? groups.DeviationOf(said.ErrorVariable)!.Value * said.ErrorSize : 0;
        var isNormal = said.Shape.IsNormal;
        // The site of a normal factor never changes.
        var precision = isNormal ? 1 / (said.Shape.LowShoulder * said.Shape.LowShoulder) : 0;
        return new TreeFactor
        {
            Node = node,
            Shape = said.Shape,
            Origin = Origin.Claim,
            Number = claim,
            Error = error,
            Size = said.ErrorSize,
            OwnVariance = deviation * deviation,
            Precision = precision,
            Shift = precision * (isNormal ? said.Shape.Low : 0),
        };
    }
}
