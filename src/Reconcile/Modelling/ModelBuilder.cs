using Reconcile.Provenance;
using Reconcile.Relations;

namespace Reconcile.Modelling;

/// <summary>From evidence to linear systems: states, constraints, claims, and the components that they form.</summary>
internal sealed class ModelBuilder
{
    private readonly Dossier _dossier;
    private readonly QuantityIndex _index;
    private readonly ClaimAppraiser _appraiser;
    private readonly StateGroups _groups;

    private ModelBuilder(Evidence evidence, ReconcileOptions options)
    {
        _dossier = evidence.Dossier;
        var relations = Parse(_dossier.Relations);
        _index = new QuantityIndex(_dossier, relations);
        _appraiser = new ClaimAppraiser(_dossier, options);
        _groups = new StateGroups(_index.Quantities);
        ConstraintBuilder.AddAll(relations, _index, _groups);
        AddClaims(evidence);
    }

    public static Model Build(Evidence evidence, ReconcileOptions options)
    {
        var builder = new ModelBuilder(evidence, options);
        return new Model([.. builder._index.Quantities], builder._groups.ToComponents());
    }

    private static List<ParsedRelation> Parse(IReadOnlyList<Relation> relations)
    {
        var parsed = new List<ParsedRelation>(relations.Count);
        foreach (var relation in relations)
        {
            if (!RelationParser.TryParseRelation(relation.Rule, out var result, out var error))
            {
                throw new InvalidOperationException($"A validated relation must parse: \"{relation.Rule}\", {error}.");
            }

            parsed.Add(result);
        }

        return parsed;
    }

    private void AddClaims(Evidence evidence)
    {
        var counting = new List<int>(_dossier.Claims.Count);
        for (var i = 0; i < _dossier.Claims.Count; i++)
        {
            if (evidence.StandingOf(i) == Standing.Counts) counting.Add(i);
        }

        counting.Sort((a, b) => ClaimOrder.ByContent(_dossier.Claims[a], _dossier.Claims[b]));
        var roots = new Dictionary<string, int>();
        var errorGroups = new Dictionary<(string, string?, Basis), int>();
        foreach (var position in counting)
        {
            var claim = _dossier.Claims[position];
            var (form, denominator) = FormsOf(claim, out var constant);
            if (!roots.TryGetValue(claim.Source, out var root)) roots.Add(claim.Source, root = roots.Count);
            var subject = SubjectOf(form);
            var errorKey = (claim.Source, subject, claim.Basis);
            if (!errorGroups.TryGetValue(errorKey, out var errorGroup)) errorGroups.Add(errorKey, errorGroup = errorGroups.Count);
            _groups.Add(Modelled(position, claim, form, denominator, constant, root, errorGroup, subject));
        }
    }

    private ModelledClaim Modelled(int position, Claim claim, Form form, Form? denominator, double constant, int root, int errorGroup, string? subject)
    {
        var read = _appraiser.Interpret(claim);
        var error = _appraiser.ErrorOf(claim);
        var accuracy = _appraiser.AccuracyOf(claim);
        var leaning = denominator is null ? _appraiser.LeaningOf(claim.Source, subject) : null;
        var tolerant = ClaimAppraiser.Widen(read, claim.Figure.Kind, error, leaning);
        return new ModelledClaim
        {
            Position = position,
            Claim = claim,
            Form = form,
            Denominator = denominator,
            Literal = new Interval(read.Low - constant, read.High - constant),
            Tolerant = new Interval(tolerant.Low - constant, tolerant.High - constant),
            Value = read.Value - constant,
            Best = read.Best - constant,
            Shape = read.Shape with { Low = read.Shape.Low - constant, High = read.Shape.High - constant },
            Root = root,
            ErrorGroup = errorGroup,
            RelativeError = error,
            Accuracy = accuracy,
            Cost = ClaimAppraiser.CostOf(accuracy),
            Leaning = leaning,
        };
    }

    private (Form Form, Form? Denominator) FormsOf(Claim claim, out double constant)
    {
        constant = 0;
        if (_index.TryGetPosition(claim.Quantity, out var single)) return (new Form([single], [1]), null);
        var subject = _index.SubjectOf(claim);
        if (subject.Denominator is null)
        {
            constant = subject.Numerator.Constant;
            return (ConstraintBuilder.ToForm(subject.Numerator, _index), null);
        }

        return (ConstraintBuilder.ToForm(subject.Numerator, _index), ConstraintBuilder.ToForm(subject.Denominator, _index));
    }

    /// <summary>The subject that all states of a form share; null when they have none or several.</summary>
    private string? SubjectOf(Form form)
    {
        var subject = _index.Quantities[form.States[0]].Subject;
        foreach (var state in form.States[1..])
        {
            if (_index.Quantities[state].Subject != subject) return null;
        }

        return subject;
    }
}
