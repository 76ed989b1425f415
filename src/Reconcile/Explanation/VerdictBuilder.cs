using Reconcile.Accounts;
using Reconcile.Inference;
using Reconcile.Modelling;
using Reconcile.Provenance;
using Reconcile.Results;

namespace Reconcile.Explanation;

/// <summary>What became of each claim, and why. No claim is lost: each has a verdict.</summary>
/// <param name="dossier">The dossier.</param>
/// <param name="evidence">Its claims, each with its standing.</param>
/// <param name="wording">How claims are named.</param>
/// <param name="components">All components.</param>
/// <param name="disputes">For each component, its disputes as results.</param>
internal sealed class VerdictBuilder(Dossier dossier, Evidence evidence, Wording wording, ComponentEstimate[] components, Dispute[][] disputes) : Deferred<IReadOnlyList<Verdict>>
{
    private SetAsideClaims? _setAside;

    protected override IReadOnlyList<Verdict> Work()
    {
        var verdicts = new Verdict[dossier.Claims.Count];
        for (var i = 0; i < components.Length; i++) AddComponent(verdicts, components[i], disputes[i]);
        for (var i = 0; i < verdicts.Length; i++) verdicts[i] ??= SetAside(i);
        return verdicts;
    }

    private void AddComponent(Verdict[] verdicts, ComponentEstimate component, Dispute[] disputes)
    {
        var claims = component.Component.Claims;
        for (var dispute = 0; dispute < disputes.Length; dispute++)
        {
            var rivals = new Rivals(disputes[dispute]);
            foreach (var claim in component.Disputes.Disputes[dispute].Claims)
            {
                verdicts[claims[claim].Position] = Disputed(component, claim, component.Disputes.Disputes[dispute], rivals);
            }
        }

        for (var claim = 0; claim < claims.Length; claim++)
        {
            ref var verdict = ref verdicts[claims[claim].Position];
            if (verdict is not null) continue;
            var remarks = new Remarks(claims[claim]);
            verdict = new Verdict
            {
                Claim = claims[claim].Claim,
                Outcome = Outcome.Accepted,
                Weight = 1,
                Tension = TensionOf(component, claim),
                Likelihood = remarks.Likelihood,
                Leaning = remarks.Leaning,
                Because = remarks.Behind("no conflict involves it"),
            };
        }
    }

    private Verdict Disputed(ComponentEstimate component, int claim, RivalDispute dispute, Rivals rivals)
    {
        double weight = 0;
        var accepting = 0;
        foreach (var account in dispute.Accounts)
        {
            if (Array.BinarySearch(account.Accepted, claim) < 0) continue;
            weight += account.Weight;
            accepting++;
        }

        var outcome = accepting == 0 ? Outcome.Rejected : accepting == dispute.Accounts.Length ? Outcome.Accepted : Outcome.Contested;
        var modelled = component.Component.Claims[claim];
        var remarks = new Remarks(modelled);
        return new Verdict(modelled.Claim, outcome, new DisputedBecause(wording, modelled.Claim, outcome, weight, rivals, remarks))
        {
            Weight = weight,
            Tension = TensionOf(component, claim),
            Likelihood = remarks.Likelihood,
            Leaning = remarks.Leaning,
        };
    }

    private Verdict SetAside(int position)
    {
        var outcome = evidence.StandingOf(position) switch
        {
            Standing.Superseded => Outcome.Superseded,
            Standing.Repeated => Outcome.Repeated,
            Standing.Retracted => Outcome.Retracted,
            _ => throw new InvalidOperationException($"Claim {dossier.Claims[position].Id} has no verdict."),
        };
        _setAside ??= new SetAsideClaims(dossier, evidence, wording);
        return new Verdict { Claim = dossier.Claims[position], Outcome = outcome, Weight = 0, Because = _setAside.Because(position) };
    }

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

        var (low, high) = modelled.Best is { } said ? (said, said) : (modelled.Literal.Low, modelled.Literal.High);
        var deviation = DeviationOf(modelled, low, high, estimate);
        if (!(deviation > 0) || !double.IsFinite(estimate)) return null;
        return Math.Max(0, Math.Max(low - estimate, estimate - high)) / deviation;
    }

    /// <summary>That of the claim as a measurement; where its source leans, that of the side on which the estimate lies, since the two sides are not alike.</summary>
    private static double DeviationOf(ModelledClaim claim, double low, double high, double estimate)
    {
        if (claim.Leaning is null) return claim.Deviation;
        var side = estimate < low ? low - claim.Tolerant.Low : claim.Tolerant.High - high;
        return double.IsFinite(side) ? side / ModelledClaim.DeviationsAt95 : claim.Deviation;
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

    /// <summary>For each claim of a dispute, those that it conflicts with.</summary>
    private sealed class Rivals(Dispute dispute) : Deferred<Dictionary<Claim, HashSet<Claim>>>
    {
        public Claim[] Of(Claim claim) => Value.TryGetValue(claim, out var rivals) ? [.. rivals] : [];

        protected override Dictionary<Claim, HashSet<Claim>> Work()
        {
            var rivals = new Dictionary<Claim, HashSet<Claim>>(ReferenceEqualityComparer.Instance);
            foreach (var conflict in dispute.Conflicts)
            {
                foreach (var claim in conflict.Claims)
                {
                    if (!rivals.TryGetValue(claim, out var others)) rivals.Add(claim, others = new HashSet<Claim>(ReferenceEqualityComparer.Instance));
                    foreach (var other in conflict.Claims)
                    {
                        if (!ReferenceEquals(other, claim)) others.Add(other);
                    }
                }
            }

            return rivals;
        }
    }

    private sealed class DisputedBecause(Wording wording, Claim claim, Outcome outcome, double weight, Rivals rivals, Remarks remarks) : Deferred<string>
    {
        protected override string Work()
        {
            // The opponents on the same quantity first: a sentence that names only some must not leave out what the dispute is about.
            string[] all = [.. rivals.Of(claim).OrderBy(rival => rival.Quantity == claim.Quantity ? 0 : 1).ThenBy(wording.Said, StringComparer.Ordinal).Select(wording.Said)];
            var against = all.Length switch
            {
                0 => "the bounds and relations rule it out",
                <= 3 => $"it conflicts with {Wording.List(all)}",
                _ => $"it conflicts with {all[0]}, {all[1]} and {Wording.Number(all.Length - 2)} others",
            };
            var fate = outcome switch
            {
                Outcome.Rejected => $"{against}; no account that was kept accepts it",
                Outcome.Contested => $"{against}; accounts with a weight of {Wording.Percent(weight)} accept it",
                _ => $"{against}, but every account that was kept accepts it",
            };
            return remarks.Behind(fate);
        }
    }

    /// <summary>What else is to be said of a claim: its word of likelihood, and how its source leans.</summary>
    private sealed class Remarks(ModelledClaim claim)
    {
        public string? Likelihood { get; } = Wording.Likelihood(claim);

        public string? Leaning { get; } = Wording.Leaning(claim);

        public string Behind(string fate) => fate + (Likelihood is null ? "" : $"; {Likelihood}") + (Leaning is null ? "" : $"; its source {Leaning}");
    }
}
