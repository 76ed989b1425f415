using Reconcile.Accounts;
using Reconcile.Consistency;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>The views of a component, one for each choice of accounts, made when asked for.</summary>
internal sealed class AccountViews
{
    private const int MostRounds = 8;
    private const double CoarseResolution = 1e-5;

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

    /// <summary>Shares need the size of their denominator, which is part of the answer: a few rounds settle it.</summary>
    private Posterior Propagate(bool[] accepted)
    {
        double[]? point = null;
        var hasShares = Array.Exists(_component.Claims, claim => claim.IsShare);
        for (var round = 0; ; round++)
        {
            var posterior = ExpectationPropagation.Run(new FactorSet(_space, accepted, point), _cancellation)
                ?? ExpectationPropagation.Run(new FactorSet(_space, accepted, point, CoarseResolution), _cancellation)
                ?? throw new InvalidOperationException("The figures of one component are too far apart in scale.");
            if (!hasShares) return posterior;
            var next = new double[_component.States.Length];
            for (var state = 0; state < next.Length; state++) next[state] = posterior.MeanOf(posterior.Factors.DirectionOf(state)) + _space.Offset(state);
            if (round == MostRounds || (point is not null && IsClose(point, next))) return posterior;
            point = next;
        }
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
