using System.Globalization;
using Reconcile.Accounts;
using Reconcile.Consistency;
using Reconcile.Inference;
using Reconcile.Modelling;
using Reconcile.Provenance;
using Reconcile.Results;

namespace Reconcile.Explanation;

/// <summary>From resolved components to what the user reads: numbers now, sentences when somebody reads them.</summary>
internal sealed class ResultBuilder
{
    private readonly Dossier _dossier;
    private readonly Evidence _evidence;
    private readonly Model _model;
    private readonly ReconcileOptions _options;
    private readonly Wording _wording;
    private readonly ConflictExplainer _explainer;

    /// <summary>Conflicts so far, which are made in the order of the result.</summary>
    private int _conflicts;

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
        var estimates = new Estimate[_model.Quantities.Length];
        var resolved = new ComponentEstimate[components.Count];
        var builder = new EstimateBuilder(_dossier, _evidence.AsOf, new GradeBook(_dossier, _options.DefaultReliability), _wording);
        for (var i = 0; i < resolved.Length; i++)
        {
            resolved[i] = components[i].Estimate;
            builder.Add(resolved[i], disputes.ByComponent[i], estimates);
        }

        var warnings = EngineCodes.WarningsOf(resolved, builder.Residue, _options);
        var doubtful = DoubtfulRevisions.Of(_evidence, _options.Reading, _wording);
        var steep = SteepSteps.Of(resolved, _wording);
        return new Reconciliation
        {
            Dossier = _dossier,
            AsOf = _evidence.AsOf,
            Level = _options.Level,
            Estimates = estimates,
            Conflicts = ConflictsOf(disputes.All, components),
            FoundDifferences = new DifferenceList(_dossier, _wording, resolved, _evidence),
            Disputes = disputes.All,
            FoundVerdicts = new VerdictBuilder(_dossier, _evidence, _wording, resolved, disputes.ByComponent),
            Warnings = warnings.Count + doubtful.Count + steep.Count == 0 ? findings : [.. findings, .. doubtful, .. steep, .. warnings],
            Options = _options,
        };
    }

    /// <summary>Disputes numbered in the order of their first claim, and by component in the order of the search.</summary>
    private (Dispute[] All, Dispute[][] ByComponent) DisputesOf(IReadOnlyList<ResolvedComponent> components)
    {
        var byComponent = new Dispute[components.Count][];
        var order = new List<(int FirstClaim, int Component, int Dispute)>();
        for (var i = 0; i < byComponent.Length; i++)
        {
            var estimate = components[i].Estimate;
            var disputes = estimate.Disputes.Disputes;
            byComponent[i] = disputes.Count == 0 ? [] : new Dispute[disputes.Count];
            for (var j = 0; j < disputes.Count; j++) order.Add((FirstClaimOf(estimate.Component, disputes[j]), i, j));
        }

        if (order.Count == 0) return ([], byComponent);
        order.Sort();
        var all = new Dispute[order.Count];
        for (var i = 0; i < all.Length; i++)
        {
            var (_, component, dispute) = order[i];
            all[i] = byComponent[component][dispute] = ToDispute(components[component], dispute, "d" + (i + 1).ToString(CultureInfo.InvariantCulture));
        }

        return (all, byComponent);
    }

    private static int FirstClaimOf(Component component, RivalDispute dispute)
    {
        var first = int.MaxValue;
        foreach (var claim in dispute.Claims) first = Math.Min(first, component.Claims[claim].Position);
        return first;
    }

    private Dispute ToDispute(ResolvedComponent component, int position, string id)
    {
        var estimate = component.Estimate;
        var dispute = estimate.Disputes.Disputes[position];
        var accounts = new Account[dispute.Accounts.Length];
        for (var i = 0; i < accounts.Length; i++) accounts[i] = ToAccount(estimate.Component, dispute.Accounts[i], $"{id}.a{(i + 1).ToString(CultureInfo.InvariantCulture)}");
        var conflicts = new Conflict[dispute.Conflicts.Count];
        for (var i = 0; i < conflicts.Length; i++) conflicts[i] = ToConflict(component.Tolerant, dispute.Conflicts[i], Width.Tolerant);
        return new Dispute { Id = id, Quantities = QuantitiesOf(estimate, position), Conflicts = conflicts, Accounts = accounts, Doubt = dispute.Doubt };
    }

    private static Quantity[] QuantitiesOf(ComponentEstimate estimate, int dispute)
    {
        var states = new List<State>();
        for (var state = 0; state < estimate.States.Length; state++)
        {
            if (Array.IndexOf(estimate.States[state].Touching, dispute) >= 0) states.Add(estimate.Component.States[state]);
        }

        states.Sort(static (a, b) => a.Position.CompareTo(b.Position));
        return [.. states.DistinctBy(static state => state.Position).Select(static state => state.Quantity)];
    }

    private Account ToAccount(Component component, RivalAccount account, string id) => new()
    {
        Id = id,
        Weight = account.Weight,
        Accepts = ClaimsOf(component, account.Accepted),
        Rejects = ClaimsOf(component, account.Rejected),
    };

    /// <summary>The conflicts of all disputes, then the discrepancies.</summary>
    private List<Conflict> ConflictsOf(Dispute[] disputes, IReadOnlyList<ResolvedComponent> components)
    {
        var conflicts = new List<Conflict>();
        foreach (var dispute in disputes) conflicts.AddRange(dispute.Conflicts);
        foreach (var component in components)
        {
            foreach (var set in component.Discrepancies) conflicts.Add(ToConflict(component.Literal, set, Width.Literal));
        }

        return conflicts;
    }

    private Conflict ToConflict(ClaimSystem system, int[] conflict, Width width)
    {
        var relations = system.RelationsOf(conflict, out var falls);
        var written = relations.Length == 0 ? [] : new Relation[relations.Length];
        for (var i = 0; i < written.Length; i++) written[i] = _dossier.Relations[relations[i]];
        var id = "k" + (++_conflicts).ToString(CultureInfo.InvariantCulture);
        return new Conflict(id, ClaimsOf(system.Component, conflict), written, new ConflictSentence(_explainer, system.Component, conflict, relations, falls, width))
        {
            Severity = width == Width.Literal ? ConflictSeverity.Discrepancy : ConflictSeverity.Conflict,
            Kind = ConflictExplainer.KindOf(system.Component, conflict, falls),
        };
    }

    private Claim[] ClaimsOf(Component component, int[] claims)
    {
        if (claims.Length == 0) return [];
        var positions = new int[claims.Length];
        for (var i = 0; i < positions.Length; i++) positions[i] = component.Claims[claims[i]].Position;
        Array.Sort(positions);
        var written = new Claim[positions.Length];
        for (var i = 0; i < written.Length; i++) written[i] = _dossier.Claims[positions[i]];
        return written;
    }

    private sealed class ConflictSentence(ConflictExplainer explainer, Component component, int[] conflict, int[] relations, bool falls, Width width) : Deferred<string>
    {
        protected override string Work() => explainer.Explain(component, conflict, relations, falls, width);
    }

    private sealed class DifferenceList(Dossier dossier, Wording wording, ComponentEstimate[] components, Evidence evidence) : Deferred<IReadOnlyList<Difference>>
    {
        protected override IReadOnlyList<Difference> Work() => new DifferenceFinder(dossier, wording).Find(components, evidence);
    }
}
