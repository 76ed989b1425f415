using System.Collections;
using Reconcile.Accounts;
using Reconcile.Consistency;
using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>Estimates the states of one component: the posterior inside the leading accounts, and the mixture over the accounts of the disputes that touch each state.</summary>
internal sealed class ComponentEstimator
{
    /// <summary>A dispute touches a state when another of its accounts moves mean or deviation by more than this many standard deviations.</summary>
    private const double LeastMove = 0.02;

    private readonly Component _component;
    private readonly DisputeSet _disputes;
    private readonly AccountViews _views;
    private readonly double _level;
    private readonly AccountView _leading;

    /// <summary>For each dispute, the states of which its claims speak.</summary>
    private readonly BitArray[] _claimed;

    private ComponentEstimator(Component component, DisputeSet disputes, AccountViews views, double level)
    {
        _component = component;
        _disputes = disputes;
        _views = views;
        _level = level;
        _leading = views.Leading;
        _claimed = [.. disputes.Disputes.Select(dispute => Claimed(component, dispute))];
    }

    public static ComponentEstimate Estimate(
        Component component, DisputeSet disputes, ClaimSystem tolerant, ClaimSystem literal, double level, SearchLimits limits, CancellationToken cancellation)
    {
        var views = new AccountViews(component, disputes, tolerant, literal, level, limits, cancellation);
        var estimator = new ComponentEstimator(component, disputes, views, level);
        var states = new StateEstimate[component.States.Length];
        if (disputes.Disputes.Count == 0 && views.AreThreadSafe && Cores.AreWorth(states.Length)) estimator.EstimateOnAllCores(states, cancellation);
        else estimator.Estimate(states, 0, states.Length, cancellation);

        foreach (var course in component.Courses)
        {
            if (course.NeverFalls) RisingRanges.Apply(course, states);
        }

        views.LeaveToReaders();
        return new ComponentEstimate(component, disputes, views, states);
    }

    private void EstimateOnAllCores(StateEstimate[] states, CancellationToken cancellation)
    {
        _leading.PrepareAll();
        Cores.For(states.Length, (from, to) => Estimate(states, from, to, cancellation));
    }

    private void Estimate(StateEstimate[] states, int from, int to, CancellationToken cancellation)
    {
        for (var state = from; state < to; state++)
        {
            cancellation.ThrowIfCancellationRequested();
            states[state] = Estimate(state);
        }
    }

    private StateEstimate Estimate(int state)
    {
        if (_disputes.Disputes.Count == 0) return new StateEstimate(_leading.ValueOnceOf(state), [], []);
        var touching = Touching(state);
        if (touching.Length == 0) return new StateEstimate(_leading.ValueOf(state), touching, []);
        long product = 1;
        foreach (var dispute in touching) product = Math.Min(product * _disputes.Disputes[dispute].Accounts.Length, int.MaxValue);
        if (product == 1) return new StateEstimate(_leading.ValueOf(state), touching, []);
        if (product > _views.MostCombinations || (touching.Length > 1 && !_views.CanMake((int)product))) return new StateEstimate(OneAtATime(state, touching), touching, []);
        var combinations = Combined(state, touching);
        return new StateEstimate(Mixed(state, combinations), touching, Parts(state, combinations));
    }

    private static BitArray Claimed(Component component, RivalDispute dispute)
    {
        var claimed = new BitArray(component.States.Length);
        foreach (var claim in dispute.Claims)
        {
            foreach (var state in component.Claims[claim].Form.States) claimed[state] = true;
        }

        return claimed;
    }

    private int[] Touching(int state)
    {
        var touching = new List<int>();
        for (var dispute = 0; dispute < _disputes.Disputes.Count; dispute++)
        {
            if (Touches(dispute, state)) touching.Add(dispute);
        }

        return touching.Count == 0 ? [] : [.. touching];
    }

    private bool Touches(int dispute, int state)
    {
        if (_claimed[dispute][state]) return true;
        for (var account = 1; account < _disputes.Disputes[dispute].Accounts.Length; account++)
        {
            if (_views.Switched(dispute, account) is not { } view) continue;
            var deviation = _leading.DeviationOf(state);
            if (Math.Abs(view.MeanOf(state) - _leading.MeanOf(state)) > LeastMove * deviation) return true;
            if (Math.Abs(view.DeviationOf(state) - deviation) > LeastMove * deviation) return true;
            if (view.IsOpen(state) != _leading.IsOpen(state)) return true;
        }

        return false;
    }

    /// <summary>A choice of accounts for the touching disputes, with its weight and what it gives.</summary>
    private sealed record Combination(AccountChoice[] Accounts, double Weight, AccountView View, AccountValue Value);

    private List<Combination> Combined(int state, int[] touching)
    {
        var lists = touching.Select(dispute => _disputes.Disputes[dispute].Accounts.ToList()).ToArray();
        var combinations = new List<Combination>();
        foreach (var part in Combinations.Of(lists, _views.MostCombinations))
        {
            var choice = new int[_disputes.Disputes.Count];
            var weight = 1.0;
            for (var i = 0; i < part.Length; i++)
            {
                choice[touching[i]] = part[i];
                weight *= lists[i][part[i]].Weight;
            }

            if (_views.Of(choice) is not { } view) continue;
            combinations.Add(new Combination([.. touching.Select(dispute => new AccountChoice(dispute, choice[dispute]))], weight, view, view.ValueOf(state)));
        }

        return combinations;
    }

    /// <summary>Best under the leading accounts; range of the mixture.</summary>
    private AccountValue Mixed(int state, List<Combination> combinations)
    {
        var leading = _leading.ValueOf(state);
        if (leading.Best is not { } best) return leading;
        return Range(state, combinations.FindAll(combination => !combination.Value.IsOpen), best);
    }

    private AccountValue Range(int state, List<Combination> closed, double best)
    {
        // Where nothing is counted under the heaviest accounts, the feasible range is all there is to say.
        var heaviest = closed.MaxBy(combination => combination.Weight)!;
        if (heaviest.Value.FromPrior) return heaviest.Value with { Best = best, Low = Math.Min(best, heaviest.Value.Low!.Value), High = Math.Max(best, heaviest.Value.High!.Value) };
        var mixture = new WeightedMarginal[closed.Count];
        for (var i = 0; i < mixture.Length; i++) mixture[i] = new WeightedMarginal(closed[i].View.MarginalOf(state), closed[i].Weight);
        var (low, high) = Region.Of(mixture, _level);
        return _leading.Bounded(state, best, low, high);
    }

    /// <summary>Groups of combinations whose ranges overlap, when there are several.</summary>
    private List<RangePart> Parts(int state, List<Combination> combinations)
    {
        var groups = new List<List<Combination>>();
        var end = double.NegativeInfinity;
        foreach (var combination in combinations.OrderBy(combination => combination.Value.Low ?? double.NegativeInfinity))
        {
            if (groups.Count == 0 || (combination.Value.Low ?? double.NegativeInfinity) > end) groups.Add([]);
            groups[^1].Add(combination);
            end = Math.Max(end, combination.Value.High ?? double.PositiveInfinity);
        }

        if (groups.Count < 2) return [];
        var parts = groups.Select(group => Part(state, group)).ToList();
        parts.Sort((a, b) => b.Weight.CompareTo(a.Weight));
        return parts;
    }

    private RangePart Part(int state, List<Combination> group)
    {
        var heaviest = group.Find(combination => combination.View == _leading) ?? group.MaxBy(combination => combination.Weight)!;
        var value = heaviest.Value.IsOpen
            ? heaviest.Value
            : Range(state, group.FindAll(combination => !combination.Value.IsOpen), heaviest.Value.Best!.Value);
        var accounts = group.SelectMany(combination => combination.Accounts).Distinct().OrderBy(choice => choice.Dispute).ThenBy(choice => choice.Account).ToArray();
        return new RangePart(accounts, group.Sum(combination => combination.Weight), value);
    }

    /// <summary>
    /// With very many combinations each dispute is a shift of its own: the mixture is close to a normal whose variance adds up what the accounts
    /// leave open and how far each dispute moves the mean.
    /// </summary>
    private AccountValue OneAtATime(int state, int[] touching)
    {
        var leading = _leading.ValueOf(state);
        if (leading.Best is not { } best || leading.FromPrior) return leading;
        var mean = _leading.MeanOf(state);
        var variance = Math.Pow(_leading.DeviationOf(state), 2);
        var centre = mean;
        foreach (var dispute in touching)
        {
            var accounts = _disputes.Disputes[dispute].Accounts;
            double total = 0, first = 0, second = 0;
            for (var account = 0; account < accounts.Length; account++)
            {
                if (_views.Switched(dispute, account) is not { } view) continue;
                var shift = view.MeanOf(state) - mean;
                total += accounts[account].Weight;
                first += accounts[account].Weight * shift;
                second += accounts[account].Weight * shift * shift;
            }

            centre += first / total;
            variance += (second / total) - (first / total * first / total);
        }

        var (low, high) = Region.Of([new WeightedMarginal(new Marginal(centre, Math.Sqrt(Math.Max(0, variance))), 1)], _level);
        return _leading.Bounded(state, best, low, high);
    }
}
