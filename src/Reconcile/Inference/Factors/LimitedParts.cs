using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// Names for parts of what is told, of which an inequality says all that is known: "women ≤ killed". Left free on each of forty days, they would push the killed up beyond all that is said of them.
/// So such a part takes the middle of the room that the relation leaves it; several take an equal share each, and one goes to the rest. Relations that give such shares become equations.
/// </summary>
/// <remarks>
/// What has its share limits its whole no more than by its own least value, and if nothing else speaks of that, it has its share of another: so it goes on up a chain. A total takes no share that
/// might fall from day to day, and nothing takes one that it would have on some of its days alone.
/// </remarks>
internal sealed class LimitedParts
{
    private readonly Component _component;
    private readonly int[] _mentions;
    private readonly Constraint[] _constraints;
    private readonly bool _any;

    /// <param name="component">The component.</param>
    /// <param name="mentions">How many claims and relations speak of each state; those that give shares are taken off.</param>
    public LimitedParts(Component component, int[] mentions)
    {
        (_component, _mentions) = (component, mentions);
        _constraints = [.. component.Constraints];
        Lows = Array.ConvertAll(component.States, static state => state.Bounds.Low);
        Shares = new int[component.States.Length];
        var relations = Enumerable.Range(0, _constraints.Length).Where(i => !_constraints[i].IsEquation && !_constraints[i].Range.IsClosed)
            .GroupBy(i => (_constraints[i].LowRelation, _constraints[i].HighRelation)).Select(static days => days.ToArray()).ToArray();
        // Those that are themselves a limit of others come after these.
        for (var (patient, any) = (relations.Length > 0, relations.Length > 0); any || patient;)
        {
            (patient, any) = (any, false);
            for (var i = 0; i < relations.Length; i++)
            {
                if (relations[i].Length == 0 || !TryShare(relations[i], patient)) continue;
                relations[i] = [];
                _any = any = true;
            }
        }
    }

    /// <summary>By state, the least that it can be, as far as bounds and shares tell.</summary>
    public double[] Lows { get; }

    /// <summary>By state, into how many shares the room is divided of which it has one; 0: it has none.</summary>
    public int[] Shares { get; }

    /// <summary>First − Second = Apart.</summary>
    public List<(int First, int Second, double Apart)> Pairs { get; } = [];

    /// <summary>The component with equations for the relations that give shares.</summary>
    public Component Applied => _any ? new Component(_component.States, _constraints, _component.Claims, _component.Courses) : _component;

    /// <summary>States that only one relation mentions, with the coefficient sign · 1, bounded below alone; null: none.</summary>
    public static List<int>? Silent(Component component, Form form, double sign, int[] mentions)
    {
        List<int>? parts = null;
        for (var i = 0; i < form.States.Length; i++)
        {
            var bounds = component.States[form.States[i]].Bounds;
            if (form.Coefficients[i] == sign && mentions[form.States[i]] == 1 && double.IsFinite(bounds.Low) && double.IsPositiveInfinity(bounds.High)) (parts ??= []).Add(form.States[i]);
        }

        return parts;
    }

    /// <summary>Gives the parts in a relation their share on all its days, if they can have one.</summary>
    private bool TryShare(int[] days, bool isPatient)
    {
        var parts = new List<int>[days.Length];
        for (var day = 0; day < days.Length; day++)
        {
            var constraint = _constraints[days[day]];
            if (Silent(_component, constraint.Form, SignOf(constraint), _mentions) is not { } silent) return false;
            parts[day] = silent;
            if (!AreAlike(silent, parts[0]) || !MayShare(constraint, silent, isPatient)) return false;
        }

        if (_component.States[parts[0][0]].Day is not null && days.Length != _component.Days) return false;
        for (var day = 0; day < days.Length; day++) Share(days[day], parts[day]);
        return true;
    }

    private static int SignOf(Constraint constraint) => double.IsFinite(constraint.Range.High) ? 1 : -1;

    /// <summary>Whether the parts are the same quantities, with the same least values, as on another day.</summary>
    private bool AreAlike(List<int> parts, List<int> others)
    {
        if (parts.Count != others.Count) return false;
        for (var i = 0; i < parts.Count; i++)
        {
            if (_component.States[parts[i]].Quantity != _component.States[others[i]].Quantity || Lows[parts[i]] != Lows[others[i]]) return false;
        }

        return true;
    }

    private bool MayShare(Constraint constraint, List<int> parts, bool isPatient)
    {
        var (form, sign) = (constraint.Form, SignOf(constraint));
        var kind = KindOf(parts[0]);
        for (var i = 0; i < form.States.Length; i++)
        {
            var state = form.States[i];
            if (parts.Contains(state))
            {
                if (KindOf(state) != kind) return false;
                continue;
            }

            var isSibling = form.Coefficients[i] * sign > 0;
            if (isPatient && isSibling && _mentions[state] > 1 && !_component.HasWordOn(state)) return false;
            if (kind == QuantityKind.Total && KindOf(state) is var other && other != QuantityKind.Fixed && (isSibling || other == QuantityKind.Stock)) return false;
        }

        return true;
    }

    /// <summary>How a state moves from day to day; where nothing does, all are alike.</summary>
    private QuantityKind KindOf(int state) => _component.Days == 1 || _component.States[state].Day is null ? QuantityKind.Fixed : _component.States[state].Quantity.Kind;

    /// <summary>Of <i>n</i> parts each takes one of <i>n</i> + 1 shares of the room between their lower bounds and the end of an inequality.</summary>
    private void Share(int number, List<int> parts)
    {
        var constraint = _constraints[number];
        var (form, sign) = (constraint.Form, SignOf(constraint));
        var (end, relation) = sign > 0 ? (constraint.Range.High, constraint.HighRelation) : (constraint.Range.Low, constraint.LowRelation);
        var coefficients = form.Coefficients.ToArray();
        var least = -sign * end;
        var only = -1;
        for (var i = 0; i < coefficients.Length; i++)
        {
            if (!parts.Contains(form.States[i]))
            {
                only = only == -1 && coefficients[i] * sign < 0 ? i : -2;
                continue;
            }

            var more = coefficients[i] / parts.Count;
            coefficients[i] += more;
            end += more * Lows[form.States[i]];
            least += Lows[form.States[i]];
            Shares[form.States[i]] = parts.Count + 1;
        }

        for (var i = 1; i < parts.Count; i++) Pairs.Add((parts[i], parts[0], Lows[parts[i]] - Lows[parts[0]]));
        _constraints[number] = new Constraint(new Form(form.States.ToArray(), coefficients), new Interval(end, end), relation, relation, IsShare: true);
        if (only < 0) return;
        // What several others leave together bounds none of them by itself; of one it says no more than this.
        var whole = form.States[only];
        Lows[whole] = Math.Max(Lows[whole], least / Math.Abs(coefficients[only]));
        _mentions[whole]--;
    }
}
