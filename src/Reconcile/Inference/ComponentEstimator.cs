using System.Collections;
using Reconcile.Accounts;
using Reconcile.Consistency;
using Reconcile.Inference.Marginals;
using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>Estimates the states of one component: the posterior inside the leading accounts, and the mixture over the accounts of the disputes that touch each state.</summary>
internal sealed class ComponentEstimator
{
    /// <summary>A dispute touches a state when another of its accounts moves mean or deviation by more than this many standard deviations.</summary>
    private const double LeastMove = 0.02;

    private readonly DisputeSet _disputes;
    private readonly AccountViews _views;
    private readonly double _level;
    private readonly AccountView _leading;

    /// <summary>For each dispute, the states of which its claims speak.</summary>
    private readonly BitArray[] _claimed;

    private int[] _touching = [];
    private List<Choice> _choices = [];

    private ComponentEstimator(Component component, DisputeSet disputes, AccountViews views, double level)
    {
        _disputes = disputes;
        _views = views;
        _level = level;
        _leading = views.Leading;
        _claimed = [.. disputes.Disputes.Select(dispute => Claimed(component, dispute))];
    }

    public static ComponentEstimate Estimate(
        Component component, DisputeSet disputes, ClaimSystem tolerant, double level, SearchLimits limits, CancellationToken cancellation)
    {
        var views = new AccountViews(component, disputes, tolerant, level, limits, cancellation);
        var estimator = new ComponentEstimator(component, disputes, views, level);
        var states = new StateEstimate[component.States.Length];
        if (disputes.Disputes.Count == 0 && views.AreThreadSafe && Cores.AreWorth(states.Length)) estimator.EstimateOnAllCores(states, cancellation);
        else estimator.EstimateInTurn(states, cancellation);

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

    private void EstimateInTurn(StateEstimate[] states, CancellationToken cancellation)
    {
        _views.MakeAllSwitched();
        Estimate(states, 0, states.Length, cancellation);
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

    /// <summary>A choice of accounts for some disputes, with its weight.</summary>
    private sealed record Choice(AccountChoice[] Accounts, double Weight, AccountView View);

    /// <summary>A choice with what it gives one state.</summary>
    private readonly record struct Combination(Choice Choice, AccountValue Value)
    {
        public AccountView View => Choice.View;

        public double Weight => Choice.Weight;
    }

    private Combination[] Combined(int state, int[] touching)
    {
        var choices = ChoicesOf(touching);
        var combinations = new Combination[choices.Count];
        for (var i = 0; i < combinations.Length; i++) combinations[i] = new Combination(choices[i], choices[i].View.ShownValueOf(state));
        return combinations;
    }

    /// <summary>The choices of accounts that can hold; the same as for the state before where the same disputes touch both.</summary>
    private List<Choice> ChoicesOf(int[] touching)
    {
        if (touching.AsSpan().SequenceEqual(_touching)) return _choices;
        var counts = Array.ConvertAll(touching, dispute => _disputes.Disputes[dispute].Accounts.Length);
        (_touching, _choices) = (touching, []);
        List<int[]> choices = [.. Combinations.Of(counts, _views.MostCombinations).Select(accounts => ChoiceOf(touching, accounts))];
        _views.MakeAll(choices);
        foreach (var choice in choices)
        {
            if (_views.Of(choice) is not { } view) continue;
            var accounts = Array.ConvertAll(touching, dispute => new AccountChoice(dispute, choice[dispute]));
            var weight = 1.0;
            foreach (var (dispute, account) in accounts) weight *= _disputes.Disputes[dispute].Accounts[account].Weight;
            _choices.Add(new Choice(accounts, weight, view));
        }

        return _choices;
    }

    /// <summary>One account of each dispute: of those that touch a state as given, of the others the leading one.</summary>
    private int[] ChoiceOf(int[] touching, int[] accounts)
    {
        var choice = new int[_disputes.Disputes.Count];
        for (var i = 0; i < touching.Length; i++) choice[touching[i]] = accounts[i];
        return choice;
    }

    /// <summary>Best under the leading accounts; range of the mixture.</summary>
    private AccountValue Mixed(int state, Combination[] combinations)
    {
        var leading = _leading.ValueOf(state);
        if (leading.Best is not { } best) return leading with { Low = Reached(combinations, leading.Low, sign: 1), High = Reached(combinations, leading.High, sign: -1) };
        return Range(state, combinations, best);
    }

    /// <summary>
    /// The closed end of a state whose other side the leading accounts leave open: as far out as it takes for the accounts whose ends it holds to have the probability of the range. Null where one of these
    /// is open on that side.
    /// </summary>
    private double? Reached(Combination[] combinations, double? leading, int sign)
    {
        if (leading is not { } end) return null;
        var outwards = Array.ConvertAll(combinations, combination => (End: sign * (sign > 0 ? combination.Value.Low : combination.Value.High) ?? double.NegativeInfinity, combination.Weight));
        Array.Sort(outwards, static (a, b) => b.End.CompareTo(a.End));
        var (left, reached) = (_level * outwards.Sum(static combination => combination.Weight), sign * end);
        foreach (var (other, weight) in outwards)
        {
            reached = Math.Min(reached, other);
            left -= weight;
            if (left <= 0) break;
        }

        return double.IsInfinity(reached) ? null : sign * reached;
    }

    /// <summary>The range of those combinations that leave no side open.</summary>
    private AccountValue Range(int state, ReadOnlySpan<Combination> combinations, double best)
    {
        var (heaviest, closed) = (-1, 0);
        for (var i = 0; i < combinations.Length; i++)
        {
            if (combinations[i].Value.IsOpen) continue;
            closed++;
            if (heaviest < 0 || combinations[i].Weight > combinations[heaviest].Weight) heaviest = i;
        }

        var value = combinations[heaviest].Value;
        var mixture = new WeightedMarginal[closed];
        var next = 0;
        foreach (ref readonly var combination in combinations)
        {
            if (!combination.Value.IsOpen) mixture[next++] = new WeightedMarginal(MarginalOf(state, combination), combination.Weight);
        }

        var (low, high) = ShortestInterval.Of(mixture, _level);
        // Where nothing is counted under the heaviest accounts, all that is feasible under them may be true.
        return value.FromPrior
            ? value with { Best = best, Low = Math.Min(best, Math.Min(low, value.Low!.Value)), High = Math.Max(best, Math.Max(high, value.High!.Value)) }
            : _leading.Bounded(state, best, low, high);
    }

    /// <summary>What combined accounts say of a state: where they count nothing, anything feasible alike.</summary>
    private static Marginal MarginalOf(int state, in Combination combination) => combination.Value is { FromPrior: true, Low: { } low, High: { } high }
        ? Marginal.Even(low, high)
        : combination.View.MarginalOf(state);

    /// <summary>Groups of combinations whose ranges overlap, when there are several.</summary>
    private RangePart[] Parts(int state, Combination[] combinations)
    {
        Combination[] byLow = [.. combinations.OrderBy(static combination => combination.Value.Low ?? double.NegativeInfinity)];
        var starts = new List<int>();
        var end = double.NegativeInfinity;
        for (var i = 0; i < byLow.Length; i++)
        {
            if (i == 0 || (byLow[i].Value.Low ?? double.NegativeInfinity) > end) starts.Add(i);
            end = Math.Max(end, byLow[i].Value.High ?? double.PositiveInfinity);
        }

        if (starts.Count < 2) return [];
        var parts = new RangePart[starts.Count];
        for (var part = 0; part < parts.Length; part++) parts[part] = Part(state, byLow.AsSpan(starts[part]..(part + 1 < starts.Count ? starts[part + 1] : byLow.Length)));
        Array.Sort(parts, static (a, b) => b.Weight.CompareTo(a.Weight));
        return parts;
    }

    private RangePart Part(int state, ReadOnlySpan<Combination> group)
    {
        var (heaviest, weight) = (0, 0.0);
        var accounts = new HashSet<AccountChoice>();
        for (var i = 0; i < group.Length; i++)
        {
            weight += group[i].Weight;
            accounts.UnionWith(group[i].Choice.Accounts);
            if (group[heaviest].View != _leading && (group[i].View == _leading || group[i].Weight > group[heaviest].Weight)) heaviest = i;
        }

        var value = group[heaviest].Value.Best is { } best ? Within(group, Range(state, group, best)) : group[heaviest].Value;
        return new RangePart([.. accounts.OrderBy(static choice => choice.Dispute).ThenBy(static choice => choice.Account)], weight, value);
    }

    /// <summary>A range that reaches no further than those of the accounts over which it was taken.</summary>
    private static AccountValue Within(ReadOnlySpan<Combination> group, AccountValue range)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var (_, value) in group) (low, high) = (Math.Min(low, value.Low ?? double.NegativeInfinity), Math.Max(high, value.High ?? double.PositiveInfinity));

        return range with { Low = Math.Max(range.Low!.Value, low), High = Math.Min(range.High!.Value, high) };
    }

    /// <summary>
    /// With very many combinations each dispute is a shift of its own: the mixture is close to a normal whose variance adds up what the accounts
    /// leave open and how far each dispute moves the mean.
    /// </summary>
    private AccountValue OneAtATime(int state, int[] touching)
    {
        var leading = _leading.ValueOf(state);
        if (leading.Best is not { } best) return leading;
        var mean = _leading.MeanOf(state);
        var variance = leading.FromPrior ? 0 : Math.Pow(_leading.DeviationOf(state), 2);
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

        var (low, high) = ShortestInterval.Of([new WeightedMarginal(new Marginal(centre, Math.Sqrt(Math.Max(0, variance))), 1)], _level);
        return leading.FromPrior
            ? leading with { Low = leading.Low + Math.Min(0, low - mean), High = leading.High + Math.Max(0, high - mean) }
            : _leading.Bounded(state, best, low, high);
    }
}
