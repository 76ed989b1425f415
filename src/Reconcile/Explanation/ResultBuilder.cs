using System.Globalization;
using Reconcile.Accounts;
using Reconcile.Consistency;
using Reconcile.Inference;
using Reconcile.Modelling;
using Reconcile.Provenance;

namespace Reconcile.Explanation;

/// <summary>From resolved components to what the user reads.</summary>
internal sealed class ResultBuilder
{
    private readonly Dossier _dossier;
    private readonly Evidence _evidence;
    private readonly Model _model;
    private readonly ReconcileOptions _options;
    private readonly Wording _wording;
    private readonly ConflictExplainer _explainer;

    public ResultBuilder(Evidence evidence, Model model, ReconcileOptions options)
    {
        _dossier = evidence.Dossier;
        _evidence = evidence;
        _model = model;
        _options = options;
        _wording = new Wording(_dossier, model);
        _explainer = new ConflictExplainer(_wording);
    }

    public Reconciliation Build(IReadOnlyList<ResolvedComponent> components, IReadOnlyList<Finding> findings)
    {
        var disputes = DisputesOf(components);
        var conflicts = disputes.All.SelectMany(dispute => dispute.Conflicts).Concat(DiscrepanciesOf(components)).ToArray();
        var estimates = new Estimate[_model.Quantities.Length];
        var builder = new EstimateBuilder(_dossier, _evidence.AsOf, new GradeBook(_dossier, _options.DefaultReliability), _wording);
        for (var i = 0; i < components.Count; i++)
        {
            builder.Add(components[i].Estimate, [.. disputes.ByComponent[i].Select(dispute => dispute.Accounts.ToArray())], estimates);
        }

        ComponentEstimate[] resolved = [.. components.Select(component => component.Estimate)];
        return new Reconciliation
        {
            Dossier = _dossier,
            AsOf = _evidence.AsOf,
            Level = _options.Level,
            Estimates = estimates,
            Conflicts = conflicts,
            Differences = new DifferenceFinder(_dossier, _wording).Find(resolved, _evidence),
            Disputes = disputes.All,
            Verdicts = new VerdictBuilder(_dossier, _evidence, _wording).Build(resolved, disputes.ByComponent),
            Warnings = [.. findings, .. EngineWarnings.Of(resolved, builder.Residue, _options)],
            Options = _options,
        };
    }

    /// <summary>Disputes numbered in the order of their first claim, and by component in the order of the search.</summary>
    private (Dispute[] All, IReadOnlyList<Dispute[]> ByComponent) DisputesOf(IReadOnlyList<ResolvedComponent> components)
    {
        var order = new List<(int FirstClaim, int Component, int Dispute)>();
        for (var i = 0; i < components.Count; i++)
        {
            var estimate = components[i].Estimate;
            for (var j = 0; j < estimate.Disputes.Disputes.Count; j++)
            {
                order.Add((estimate.Disputes.Disputes[j].Claims.Min(claim => estimate.Component.Claims[claim].Position), i, j));
            }
        }

        order.Sort();
        var all = new Dispute[order.Count];
        var byComponent = components.Select(component => new Dispute[component.Estimate.Disputes.Disputes.Count]).ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            var (_, component, dispute) = order[i];
            all[i] = byComponent[component][dispute] = ToDispute(components[component], dispute, "d" + (i + 1).ToString(CultureInfo.InvariantCulture));
        }

        return (all, byComponent);
    }

    private Dispute ToDispute(ResolvedComponent component, int position, string id)
    {
        var estimate = component.Estimate;
        var dispute = estimate.Disputes.Disputes[position];
        return new Dispute
        {
            Id = id,
            Quantities =
            [
                .. Enumerable.Range(0, estimate.States.Length)
                    .Where(state => estimate.States[state].Touching.Contains(position))
                    .OrderBy(state => estimate.Component.States[state].Position)
                    .Select(state => estimate.Component.States[state].Quantity),
            ],
            Conflicts = [.. dispute.Conflicts.Select(conflict => ToConflict(component.Tolerant, conflict, Width.Tolerant))],
            Accounts = [.. dispute.Accounts.Select((account, i) => ToAccount(estimate.Component, account, $"{id}.a{(i + 1).ToString(CultureInfo.InvariantCulture)}"))],
            Doubt = dispute.Doubt,
        };
    }

    private Account ToAccount(Component component, RivalAccount account, string id) => new()
    {
        Id = id,
        Weight = account.Weight,
        Accepts = ClaimsOf(component, account.Accepted),
        Rejects = ClaimsOf(component, account.Rejected),
    };

    private IEnumerable<Conflict> DiscrepanciesOf(IReadOnlyList<ResolvedComponent> components) =>
        components.SelectMany(component => component.Discrepancies.Select(set => ToConflict(component.Literal, set, Width.Literal)));

    private Conflict ToConflict(ClaimSystem system, int[] conflict, Width width)
    {
        var relations = system.RelationsOf(conflict);
        return new Conflict
        {
            Severity = width == Width.Literal ? ConflictSeverity.Discrepancy : ConflictSeverity.Conflict,
            Kind = ConflictExplainer.KindOf(system.Component, conflict),
            Claims = ClaimsOf(system.Component, conflict),
            Relations = [.. relations.Select(relation => _dossier.Relations[relation])],
            Explanation = _explainer.Explain(system.Component, conflict, relations, width),
        };
    }

    private Claim[] ClaimsOf(Component component, int[] claims) =>
        [.. claims.Select(claim => component.Claims[claim].Position).Order().Select(position => _dossier.Claims[position])];
}
