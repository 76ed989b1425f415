using Reconcile.Accounts;
using Reconcile.Consistency;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>The views of a component, one for each choice of accounts, made when asked for.</summary>
internal sealed class AccountViews
{
    private const int MostRounds = 8;
    private const double CoarseResolution = 1e-5;

    /// <summary>A shared error further from 0 than this many of its standard deviations tells of figures that contradict each other.</summary>
    private const double MostError = 1.5;

    private readonly Component _component;
    private readonly DisputeSet _disputes;
    private readonly ClaimSystem _tolerant;
    private readonly ClaimSystem _literal;
    private readonly ReducedSpace _space;
    private readonly double _level;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<int[], AccountView> _views = new(SetComparer.Instance);

    public AccountViews(Component component, DisputeSet disputes, ClaimSystem tolerant, ClaimSystem literal, double level, CancellationToken cancellation)
    {
        _component = component;
        _disputes = disputes;
        _tolerant = tolerant;
        _literal = literal;
        _level = level;
        _cancellation = cancellation;
        _space = ReducedSpace.Of(component);
    }

    /// <summary>Whether expectation propagation converged in every view so far.</summary>
    public bool Converged { get; private set; } = true;

    /// <summary>The view under one account of each dispute, by position.</summary>
    public AccountView Of(int[] choice)
    {
        if (_views.TryGetValue(choice, out var view)) return view;
        var accepted = _disputes.LeadingClaims(_component.Claims.Length);
        for (var dispute = 0; dispute < choice.Length; dispute++) DisputeSet.Choose(accepted, _disputes.Disputes[dispute].Accounts[choice[dispute]]);
        view = Make(accepted);
        _views.Add(choice, view);
        return view;
    }

    private AccountView Make(bool[] accepted)
    {
        var tolerant = new Interval[_component.States.Length];
        _tolerant.Ranges(accepted, tolerant);
        var literal = tolerant;
        if (_literal.IsFeasible(accepted))
        {
            literal = new Interval[tolerant.Length];
            _literal.Ranges(accepted, literal);
        }

        var posterior = Propagate(accepted);
        Converged &= posterior.Converged;
        return new AccountView(_space, posterior, accepted, tolerant, literal, _level);
    }

    /// <summary>One round where nothing depends on the answer itself; more where shares or the errors of contradicting figures need its size.</summary>
    private Posterior Propagate(bool[] accepted)
    {
        var settings = FactorSettings.First;
        var posterior = Run(accepted, settings);
        var strained = posterior.Factors.GroupsBeyond(MostError, posterior).ToHashSet();
        if (strained.Count > 0)
        {
            var independent = Run(accepted, settings with { FoldErrors = true });
            settings = settings with { Point = PointOf(independent), Strained = strained };
            posterior = Run(accepted, settings);
        }

        if (!Array.Exists(_component.Claims, claim => claim.IsShare)) return posterior;
        for (var round = 0; round < MostRounds; round++)
        {
            var point = PointOf(posterior);
            if (settings.Point is { } last && IsClose(last, point)) break;
            settings = settings with { Point = point };
            posterior = Run(accepted, settings);
        }

        return posterior;
    }

    private Posterior Run(bool[] accepted, FactorSettings settings) =>
        ExpectationPropagation.Run(new FactorSet(_space, accepted, settings), _cancellation)
        ?? ExpectationPropagation.Run(new FactorSet(_space, accepted, settings with { Resolution = CoarseResolution }), _cancellation)
        ?? throw new InvalidOperationException("The figures of one component are too far apart in scale.");

    private double[] PointOf(Posterior posterior)
    {
        var point = new double[_component.States.Length];
        for (var state = 0; state < point.Length; state++) point[state] = posterior.MeanOf(posterior.Factors.DirectionOf(state)) + _space.Offset(state);
        return point;
    }

    private static bool IsClose(double[] a, double[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (Math.Abs(a[i] - b[i]) > 1e-9 * (Math.Abs(a[i]) + Math.Abs(b[i]))) return false;
        }

        return true;
    }
}
