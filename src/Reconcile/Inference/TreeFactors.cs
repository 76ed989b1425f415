using Reconcile.Figures;

namespace Reconcile.Inference;

/// <summary>All factors of an account on a tree: prior, claims, bounds and inequalities.</summary>
internal static class TreeFactors
{
    /// <summary>Standard deviation, in scales of the component, of what is known beforehand of the value of a form: nothing.</summary>
    private const double Nothing = 1e7;

    /// <summary>Standard deviation of a state that the relations fix, in scales of the component.</summary>
    private const double Fixed = 1e-9;

    /// <summary>The factors, and for each shared error of several claims its variable in the groups.</summary>
    public static (List<TreeFactor> Factors, int[] SharedErrors) Of(
        TreeNetwork network, UncountedParts uncounted, bool[] accepted, ErrorGroups groups, FactorSettings settings)
    {
        var component = network.Component;
        var scales = settings.Scales;
        var factors = new List<TreeFactor>(network.Nodes + component.Claims.Length);
        for (var node = 0; node < network.Nodes; node++)
        {
            var isState = node < component.States.Length;
            factors.Add(TreeFactor.Normal(node, isState ? PriorOf(component.States[node].Bounds, scales[node]) : Shape.Normal(0, Nothing * scales.Largest), Origin.Prior, 0));
        }

        var shared = groups.SharedErrors();
        var place = new int[groups.Variables];
        Array.Fill(place, -1);
        for (var i = 0; i < shared.Length; i++) place[shared[i]] = i;
        var shapes = new ClaimShapes(component, accepted, groups, settings);
        for (var claim = 0; claim < accepted.Length; claim++)
        {
            if (!accepted[claim]) continue;
            var said = shapes.Of(claim);
            var error = said.ErrorVariable < 0 ? -1 : place[said.ErrorVariable];
            var deviation = said.ErrorVariable >= 0 && error < 0 ? groups.DeviationOf(said.ErrorVariable)!.Value * said.ErrorSize : 0;
            factors.Add(said.Shape.IsNormal
                ? TreeFactor.Normal(network.NodeOf(claim), said.Shape, Origin.Claim, claim, error, said.ErrorSize)
                : new TreeFactor(network.NodeOf(claim), said.Shape, Origin.Claim, claim) { Error = error, Size = said.ErrorSize, OwnVariance = deviation * deviation });
        }

        foreach (var (node, shape, origin, number) in network.HardFactors(uncounted)) factors.Add(new TreeFactor(node, shape, origin, number));
        return (factors, shared);
    }

    private static Shape PriorOf(Modelling.Interval bounds, double scale) =>
        bounds.IsClosed && bounds.Low == bounds.High ? Shape.Normal(bounds.Low, Fixed * scale) : Shape.Normal(scale, FactorSet.PriorWidth * scale);
}
