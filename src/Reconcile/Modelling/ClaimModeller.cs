using Reconcile.Provenance;
using Reconcile.Relations;

namespace Reconcile.Modelling;

/// <summary>From claims to modelled claims, component by component, in an order that depends on their content alone.</summary>
internal sealed class ClaimModeller
{
    private readonly Dossier _dossier;
    private readonly QuantityIndex _index;
    private readonly ClaimAppraiser _appraiser;
    private readonly ReconcileOptions _options;

    /// <summary>The claims that count, by position in the dossier.</summary>
    private readonly List<int> _counting;
    private readonly Said[] _said;

    /// <param name="evidence">The claims, each with its standing.</param>
    /// <param name="index">The quantities.</param>
    /// <param name="subjects">What each claim speaks of, as read.</param>
    /// <param name="groups">Learns which quantities the claims link.</param>
    /// <param name="options">How figures and grades read.</param>
    public ClaimModeller(Evidence evidence, QuantityIndex index, IReadOnlyList<SubjectReading?> subjects, StateGroups groups, ReconcileOptions options)
    {
        _dossier = evidence.Dossier;
        _index = index;
        _options = options;
        _appraiser = new ClaimAppraiser(_dossier, options);
        _counting = new List<int>(_dossier.Claims.Count);
        _said = new Said[_dossier.Claims.Count];
        for (var i = 0; i < _said.Length; i++)
        {
            if (evidence.StandingOf(i) != Standing.Counts) continue;
            _counting.Add(i);
            _said[i] = SaidOf(_dossier.Claims[i], subjects[i]);
            if (_said[i].Form is { } form) groups.Join(form, _said[i].Denominator);
        }
    }

    /// <summary>The claims of each component: those on one state by state, then those on several; among themselves by content.</summary>
    public ModelledClaim[][] ByComponent(Numbering numbering)
    {
        var sizes = numbering.Sizes;
        var firsts = new int[sizes.Length + 1];
        for (var i = 0; i < sizes.Length; i++) firsts[i + 1] = firsts[i] + sizes[i] + 1;
        var starts = new int[firsts[^1] + 1];
        int Place(int claim)
        {
            ref readonly var said = ref _said[claim];
            var state = said.FirstState;
            var component = numbering.Components[state];
            return firsts[component] + (said.Form is null ? numbering.Locals[state] : sizes[component]);
        }

        foreach (var claim in _counting) starts[Place(claim) + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var sorted = new int[_counting.Count];
        var next = starts.AsSpan(0, starts.Length - 1).ToArray();
        foreach (var claim in _counting) sorted[next[Place(claim)]++] = claim;
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            if (starts[i + 1] - starts[i] > 1) sorted.AsSpan(starts[i]..starts[i + 1]).Sort((a, b) => ClaimOrder.ByContent(_dossier.Claims[a], _dossier.Claims[b]));
        }

        var sources = new SourceNumbers(_appraiser, _counting.Count);
        var components = new ModelledClaim[sizes.Length][];
        for (var i = 0; i < components.Length; i++) components[i] = Modelled(sorted.AsSpan(starts[firsts[i]]..starts[firsts[i + 1]]), numbering, sources);
        return components;
    }

    private ModelledClaim[] Modelled(ReadOnlySpan<int> positions, Numbering numbering, SourceNumbers sources)
    {
        if (positions.IsEmpty) return [];
        sources.StartComponent();
        var claims = new ModelledClaim[positions.Length];
        Form? last = null;
        for (var i = 0; i < claims.Length; i++)
        {
            ref readonly var said = ref _said[positions[i]];
            var state = numbering.Locals[said.FirstState];
            // Claims on one state share its form.
            var form = said.Form is { } written ? numbering.Localised(written) : last?.Single == state ? last : Form.Of(state);
            last = form;
            claims[i] = Modelled(positions[i], said, form, said.Denominator is { } denominator ? numbering.Localised(denominator) : null, sources);
        }

        return claims;
    }

    private ModelledClaim Modelled(int position, in Said said, Form form, Form? denominator, SourceNumbers sources)
    {
        var claim = _dossier.Claims[position];
        var subject = said.Form is { } written ? SubjectOf(written) : _index.Quantities[said.FirstState].Subject;
        var source = sources.Of(claim, subject);
        var read = _appraiser.Interpret(claim);
        var error = ClaimAppraiser.ErrorOf(claim, source.Error);
        var likelihood = _appraiser.LikelihoodOf(claim);
        var accuracy = _appraiser.AccuracyOf(claim, source.Accuracy, likelihood);
        var leaning = denominator is null ? _appraiser.LeaningOf(claim.Source, subject) : null;
        var tolerant = ClaimAppraiser.Widen(read, claim.Figure.Kind, error, leaning);
        var constant = said.Constant;
        return new ModelledClaim
        {
            Position = position,
            Claim = claim,
            Form = form,
            Denominator = denominator,
            Kind = claim.During is null ? claim.Figure.Kind : FigureKind.Floor,
            Literal = new Interval(read.Low - constant, read.High - constant),
            Tolerant = new Interval(tolerant.Low - constant, tolerant.High - constant),
            Value = read.Value - constant,
            Best = read.Best - constant,
            Shape = read.Shape with { Low = read.Shape.Low - constant, High = read.Shape.High - constant },
            Root = source.Root,
            ErrorGroup = source.ErrorGroup,
            RelativeError = error,
            Accuracy = accuracy,
            Likelihood = likelihood,
            Cost = ClaimAppraiser.CostOf(accuracy),
            Leaning = leaning,
        };
    }

    private Said SaidOf(Claim claim, SubjectReading? reading)
    {
        if (_index.TryGetPosition(claim.Quantity, out var single)) return new Said(single, null, null, 0);
        var subject = reading?.Subject ?? throw new InvalidOperationException($"A validated subject must parse: \"{claim.Quantity}\".");
        var form = ConstraintBuilder.ToForm(subject.Numerator, _index);
        if (subject.Denominator is { } below) return new Said(form.States[0], form, ConstraintBuilder.ToForm(below, _index), 0);
        var constant = subject.Numerator.Constant;
        return form.Single >= 0 && constant == 0 ? new Said(form.Single, null, null, 0) : new Said(form.States[0], form, null, constant);
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

    /// <summary>What a claim speaks of, over positions of quantities.</summary>
    /// <param name="FirstState">The state, or the first of several.</param>
    /// <param name="Form">The form; null: that state alone.</param>
    /// <param name="Denominator">For a share.</param>
    /// <param name="Constant">What the form has besides.</param>
    private readonly record struct Said(int FirstState, Form? Form, Form? Denominator, double Constant);
}
