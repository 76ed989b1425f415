using Reconcile.Accounts;
using Reconcile.Inference;
using Reconcile.Modelling;
using Reconcile.Provenance;

namespace Reconcile.Explanation;

/// <summary>What became of each claim, and why. No claim is lost: each has a verdict.</summary>
internal sealed class VerdictBuilder(Dossier dossier, Evidence evidence, Wording wording)
{
    private readonly Verdict[] _verdicts = new Verdict[dossier.Claims.Count];
    private readonly Dictionary<Dispute, Dictionary<Claim, List<Claim>>> _rivals = new(ReferenceEqualityComparer.Instance);

    /// <param name="components">All components.</param>
    /// <param name="disputes">For each component, its disputes as results.</param>
    public Verdict[] Build(IReadOnlyList<ComponentEstimate> components, IReadOnlyList<Dispute[]> disputes)
    {
        for (var i = 0; i < components.Count; i++) AddComponent(components[i], disputes[i]);
        for (var i = 0; i < _verdicts.Length; i++) _verdicts[i] ??= SetAside(i);
        return _verdicts;
    }

    private void AddComponent(ComponentEstimate component, Dispute[] disputes)
    {
        var disputeOf = new int[component.Component.Claims.Length];
        Array.Fill(disputeOf, -1);
        for (var dispute = 0; dispute < component.Disputes.Disputes.Count; dispute++)
        {
            foreach (var claim in component.Disputes.Disputes[dispute].Claims) disputeOf[claim] = dispute;
        }

        for (var claim = 0; claim < disputeOf.Length; claim++)
        {
            var modelled = component.Component.Claims[claim];
            var tension = TensionOf(component, claim);
            _verdicts[modelled.Position] = disputeOf[claim] < 0
                ? new Verdict { Claim = modelled.Claim, Outcome = Outcome.Accepted, Weight = 1, Tension = tension, Because = "no conflict involves it" }
                : Disputed(modelled.Claim, claim, component.Disputes.Disputes[disputeOf[claim]], disputes[disputeOf[claim]], tension);
        }
    }

    private Verdict Disputed(Claim claim, int position, RivalDispute rival, Dispute dispute, double? tension)
    {
        double weight = 0;
        var accepting = 0;
        for (var account = 0; account < rival.Accounts.Length; account++)
        {
            if (Array.BinarySearch(rival.Accounts[account].Accepted, position) < 0) continue;
            weight += rival.Accounts[account].Weight;
            accepting++;
        }

        var outcome = accepting == 0 ? Outcome.Rejected : accepting == rival.Accounts.Length ? Outcome.Accepted : Outcome.Contested;
        return new Verdict { Claim = claim, Outcome = outcome, Weight = weight, Tension = tension, Because = Because(claim, outcome, weight, dispute) };
    }

    /// <summary>For each claim of a dispute, those that it conflicts with.</summary>
    private Dictionary<Claim, List<Claim>> RivalsIn(Dispute dispute)
    {
        if (_rivals.TryGetValue(dispute, out var known)) return known;
        var rivals = new Dictionary<Claim, List<Claim>>(ReferenceEqualityComparer.Instance);
        foreach (var conflict in dispute.Conflicts)
        {
            foreach (var claim in conflict.Claims)
            {
                if (!rivals.TryGetValue(claim, out var others)) rivals.Add(claim, others = []);
                others.AddRange(conflict.Claims.Where(other => !ReferenceEquals(other, claim)));
            }
        }

        _rivals.Add(dispute, rivals);
        return rivals;
    }

    private string Because(Claim claim, Outcome outcome, double weight, Dispute dispute)
    {
        var rivals = RivalsIn(dispute).GetValueOrDefault(claim, []).Distinct<Claim>(ReferenceEqualityComparer.Instance).ToArray();
        var against = rivals.Length switch
        {
            0 => "the bounds and relations rule it out",
            <= 3 => $"it conflicts with {Wording.List(rivals.Select(wording.Said))}",
            _ => $"it conflicts with {wording.Said(rivals[0])}, {wording.Said(rivals[1])} and {rivals.Length - 2} others",
        };
        return outcome switch
        {
            Outcome.Rejected => $"{against}; no account that was kept accepts it",
            Outcome.Contested => $"{against}; accounts with a weight of {Wording.Percent(weight)} accept it",
            _ => $"{against}, but every account that was kept accepts it",
        };
    }

    private Verdict SetAside(int position)
    {
        var claim = dossier.Claims[position];
        return evidence.StandingOf(position) switch
        {
            Standing.Superseded => Zero(claim, Outcome.Superseded, $"replaced by {wording.Said(dossier.Claims[evidence.InsteadOf(position)])} [{dossier.Claims[evidence.InsteadOf(position)].Id}]"),
            Standing.Repeated => Zero(claim, Outcome.Repeated, $"says the same as [{dossier.Claims[evidence.InsteadOf(position)].Id}] of the same root, {wording.Source(claim.Source)}"),
            Standing.Retracted => Zero(claim, Outcome.Retracted, claim.Retracted.Day is { } day ? FormattableString.Invariant($"withdrawn by its source on {day:yyyy-MM-dd}") : "withdrawn by its source"),
            _ => throw new InvalidOperationException($"Claim {claim.Id} has no verdict."),
        };
    }

    private static Verdict Zero(Claim claim, Outcome outcome, string because) => new() { Claim = claim, Outcome = outcome, Weight = 0, Because = because };

    /// <summary>Distance of the estimate from the claim, in the claim's own standard deviations; 0 inside a range or on the right side of a bound.</summary>
    private static double? TensionOf(ComponentEstimate component, int claim)
    {
        var modelled = component.Component.Claims[claim];
        if (ValueOf(component, modelled.Form) is not { } estimate) return null;
        if (modelled.Denominator is { } denominator)
        {
            if (ValueOf(component, denominator) is not { } below) return null;
            estimate /= below;
        }

        var deviation = modelled.Deviation;
        if (!(deviation > 0) || !double.IsFinite(estimate)) return null;
        var (low, high) = modelled.Best is { } said ? (said, said) : (modelled.Literal.Low, modelled.Literal.High);
        return Math.Max(0, Math.Max(low - estimate, estimate - high)) / deviation;
    }

    private static double? ValueOf(ComponentEstimate component, Form form)
    {
        var sum = 0.0;
        for (var i = 0; i < form.States.Length; i++)
        {
            if (component.States[form.States[i]].Value.Best is not { } best) return null;
            sum += form.Coefficients[i] * best;
        }

        return sum;
    }
}
