using Reconcile.Accounts;
using Reconcile.Consistency;
using Reconcile.Inference.Chains;
using Reconcile.Inference.Dense;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Inference.Spaces;
using Reconcile.Inference.Trees;
using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>The views of a component, one for each choice of accounts, made when asked for.</summary>
internal sealed class AccountViews
{
    private readonly Component _component;
    private readonly DisputeSet _disputes;
    private readonly ClaimSystem _tolerant;
    private ClaimSystem? _believed;
    private readonly UncountedParts _uncounted;
    private IAccountPosteriors _posteriors;
    private readonly double[]? _forced;
    private readonly double _level;
    private CancellationToken _cancellation;
    private readonly Dictionary<int[], AccountView?>? _views;
    private readonly ViewBudget? _budget;
    private readonly AccountView?[][] _switched;

    public AccountViews(
        Component component, DisputeSet disputes, ClaimSystem tolerant, double level, SearchLimits limits, CancellationToken cancellation)
    {
        _component = component;
        _disputes = disputes;
        _tolerant = tolerant;
        _level = level;
        _cancellation = cancellation;
        _uncounted = UncountedParts.Of(component);
        var leading = disputes.LeadingClaims(component.Claims.Length);
        var ranges = RangesOf(leading);
        var implied = ImpliedEquations.OfStates(component, tolerant, ranges);
        _forced = Forced(component, implied);
        // Where parts have a share other relations join the states.
        var shape = _uncounted.Component == component ? (tolerant as TreeSystem)?.Shape : null;
        _posteriors = TreePosteriors.TryCreate(_uncounted.Component, _uncounted, tolerant is TreeSystem, shape) ?? PosteriorsWith(implied);
        Leading = TryMake(leading, ranges) ?? MakeWithImplied(leading, ranges);
        _switched = [];
        if (disputes.Disputes.Count == 0) return;
        _budget = new ViewBudget(component, disputes, _posteriors, limits);
        _switched = new AccountView?[disputes.Disputes.Count][];
        if (!tolerant.IsFeasible(Leading.Accepted))
        {
            // Propagation gives up on circles that it went round very often, and may find a contradiction another time: the search has settled for accounts that nearly hold.
            if (tolerant is not PropagationSystem) throw new NumericalLimitException("The leading accounts hold together.");
            Converged = false;
        }

        _views = new Dictionary<int[], AccountView?>(SetComparer.Instance) { [new int[disputes.Disputes.Count]] = Leading };
    }

    /// <summary>Whether expectation propagation converged in every view so far.</summary>
    public bool Converged { get; private set; } = true;

    /// <summary>Whether several threads may ask one view for the values of states once it has prepared all.</summary>
    public bool AreThreadSafe => _posteriors.AreThreadSafe;

    /// <summary>The view under the leading account of each dispute.</summary>
    public AccountView Leading { get; }

    /// <summary>
    /// The view under one account of each dispute, by position. Null when these accounts cannot hold together, which is known only here where there
    /// were too many combinations to try them all.
    /// </summary>
    public AccountView? Of(int[] choice)
    {
        if (_views is null) return Leading;
        if (_views.TryGetValue(choice, out var view)) return view;
        if (AcceptedUnder(choice) is { } accepted) view = Make(accepted, RangesOf(accepted));
        _views.Add((int[])choice.Clone(), view);
        return view;
    }

    /// <summary>Makes the views of some choices that differ, on all cores where that is worth it; else each is made when it is asked for.</summary>
    public void MakeAll(IReadOnlyList<int[]> choices)
    {
        if (_views is null || !Cores.AreWorth(choices.Count * _posteriors.Cost)) return;
        var coming = new List<Coming>(choices.Count);
        foreach (var choice in choices)
        {
            if (_views.ContainsKey(choice)) continue;
            if (AcceptedUnder(choice) is { } accepted) coming.Add(new Coming(choice, accepted, RangesOf(accepted)));
            else _views.Add(choice, null);
        }

        var posteriors = new IAccountPosterior[coming.Count];
        Cores.Each(posteriors.Length, i => posteriors[i] = PosteriorOf(coming[i].Accepted, coming[i].Ranges));
        for (var i = 0; i < posteriors.Length; i++) _views.Add(coming[i].Choice, ViewOf(posteriors[i], coming[i].Accepted, coming[i].Ranges));
    }

    /// <summary>Makes the views under each account of each dispute, the others leading, for which there is one.</summary>
    public void MakeAllSwitched()
    {
        var choices = new List<int[]>();
        for (var dispute = 0; dispute < _disputes.Disputes.Count; dispute++)
        {
            for (var account = 1; account < _disputes.Disputes[dispute].Accounts.Length; account++)
            {
                if (_budget?.IsViewed(dispute, account) != false) choices.Add(SwitchedTo(dispute, account));
            }
        }

        MakeAll(choices);
    }

    /// <summary>Up to how many combinations of accounts are mixed; beyond it one dispute at a time.</summary>
    public int MostCombinations => _posteriors.MostCombinations;

    /// <summary>Whether some views were too many to be made.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether as many further views may be made.</summary>
    public bool CanMake(int views)
    {
        if (_views is null || _budget is null || _views.Count + views <= _budget.MostViews) return true;
        IsCut = true;
        return false;
    }

    /// <summary>The view under one account of one dispute, the others leading; null when it cannot hold, or when it is among the lightest of too many.</summary>
    public AccountView? Switched(int dispute, int account)
    {
        if (account == 0) return Leading;
        if (_budget?.IsViewed(dispute, account) == false)
        {
            IsCut = true;
            return null;
        }

        var known = _switched[dispute] ??= new AccountView?[_disputes.Disputes[dispute].Accounts.Length];
        if (known[account] is { } view) return view;
        return known[account] = Of(SwitchedTo(dispute, account));
    }

    private int[] SwitchedTo(int dispute, int account)
    {
        var choice = new int[_disputes.Disputes.Count];
        choice[dispute] = account;
        return choice;
    }

    /// <summary>The claims that hold; null when they cannot.</summary>
    private bool[]? AcceptedUnder(int[] choice)
    {
        var accepted = _disputes.LeadingClaims(_component.Claims.Length);
        for (var dispute = 0; dispute < choice.Length; dispute++) DisputeSet.Choose(accepted, _disputes.Disputes[dispute].Accounts[choice[dispute]]);
        return _tolerant.IsFeasible(accepted) ? accepted : null;
    }

    /// <summary>From here on views are made for a reader of the results, whom a cancellation of the work before no longer concerns.</summary>
    public void LeaveToReaders() => _cancellation = CancellationToken.None;

    /// <summary>By state, the value that the relations leave it; NaN: they leave room. Null: all have room.</summary>
    private static double[]? Forced(Component component, IReadOnlyList<ImpliedEquation> implied)
    {
        if (implied.Count == 0) return null;
        var forced = new double[component.States.Length];
        Array.Fill(forced, double.NaN);
        foreach (var (form, value) in implied) forced[form.States[0]] = value;
        return forced;
    }

    private Interval[] RangesOf(bool[] accepted)
    {
        var ranges = new Interval[_component.States.Length];
        _tolerant.Ranges(accepted, ranges);
        return ranges;
    }

    /// <summary>Null where inequalities that can only hold as equations may have kept the view from settling.</summary>
    private AccountView? TryMake(bool[] accepted, Interval[] tolerant)
    {
        try
        {
            var view = Make(accepted, tolerant);
            return Converged || _tolerant is TreeSystem ? view : null;
        }
        catch (NumericalLimitException) when (_tolerant is not TreeSystem)
        {
            return null;
        }
    }

    private IAccountPosteriors PosteriorsWith(IReadOnlyList<ImpliedEquation> implied) =>
        ChainPosteriors.TryCreate(_uncounted.Component, _uncounted, implied) ?? (IAccountPosteriors)new DensePosteriors(_uncounted.Component, _uncounted, implied);

    private AccountView MakeWithImplied(bool[] accepted, Interval[] tolerant)
    {
        _posteriors = PosteriorsWith(ImpliedEquations.OfAll(_component, _tolerant));
        Converged = true;
        return Make(accepted, tolerant);
    }

    private AccountView Make(bool[] accepted, Interval[] tolerant) => ViewOf(PosteriorOf(accepted, tolerant), accepted, tolerant);

    private IAccountPosterior PosteriorOf(bool[] accepted, Interval[] tolerant) => _posteriors.Of(accepted, new StateScales(_component, accepted, tolerant), _cancellation);

    private AccountView ViewOf(IAccountPosterior posterior, bool[] accepted, Interval[] tolerant)
    {
        Converged &= posterior.Converged;
        return new AccountView(_component, posterior, accepted, _uncounted, tolerant, BelievedRangesOf, _forced, _level);
    }

    private Interval[] BelievedRangesOf(bool[] accepted)
    {
        var ranges = new Interval[_component.States.Length];
        var kept = AtTheirWord(accepted);
        // Two increments of 60 and 62 would raise all that follows round by round, to what nobody said.
        if (Believed is PropagationSystem large && large.IsUnsettled(kept)) _tolerant.Ranges(accepted, ranges);
        else Believed.Ranges(kept, ranges);
        return ranges;
    }

    private ClaimSystem Believed => _believed ??= ClaimSystem.CreateBelieved(_component, _tolerant);

    /// <summary>The claims that hold also as they were said: where some do only within their error, the cheapest of these are left out.</summary>
    private bool[] AtTheirWord(bool[] accepted)
    {
        if (Believed.IsFeasible(accepted)) return accepted;
        var kept = (bool[])accepted.Clone();
        do
        {
            kept[Believed.MinimalConflict(kept).MinBy(claim => _component.Claims[claim].Cost)] = false;
        }
        while (!Believed.IsFeasible(kept));
        return kept;
    }

    /// <summary>A view to be made.</summary>
    private sealed record Coming(int[] Choice, bool[] Accepted, Interval[] Ranges);
}
