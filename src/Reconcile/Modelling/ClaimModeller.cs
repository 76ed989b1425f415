using Reconcile.Figures;
using Reconcile.Mathematics;
using Reconcile.Provenance;
using Reconcile.Relations;

namespace Reconcile.Modelling;

/// <summary>From claims to modelled claims, component by component, in an order that depends on their content alone.</summary>
internal sealed class ClaimModeller
{
    private readonly Dossier _dossier;
    private readonly DossierTexts _texts;
    private readonly QuantityIndex _index;
    private readonly ClaimAppraiser _appraiser;
    private readonly ReconcileOptions _options;

    /// <summary>The claims that count, by position in the dossier.</summary>
    private readonly List<int> _counting;
    private readonly Said[] _said;
    private readonly List<QuantityDay> _days = [];
    private readonly NewestDays _newest;

    /// <param name="evidence">The claims, each with its standing.</param>
    /// <param name="index">The quantities.</param>
    /// <param name="texts">What each claim speaks of and whose it is, as read.</param>
    /// <param name="groups">Learns which quantities the claims link.</param>
    /// <param name="options">How figures and grades read.</param>
    public ClaimModeller(Evidence evidence, QuantityIndex index, DossierTexts texts, StateGroups groups, ReconcileOptions options)
    {
        _dossier = evidence.Dossier;
        _texts = texts;
        _index = index;
        _options = options;
        _appraiser = new ClaimAppraiser(_dossier, options);
        _counting = new List<int>(_dossier.Claims.Count);
        _said = new Said[_dossier.Claims.Count];
        _newest = new NewestDays(index.Quantities);
        for (var i = 0; i < _said.Length; i++)
        {
            if (evidence.StandingOf(i) != Standing.Counts) continue;
            _counting.Add(i);
            _said[i] = SaidOf(_dossier.Claims[i], texts.Subjects[i]);
            if (_said[i].Form is { } form) groups.Join(form, _said[i].Denominator);
            else _newest.Add(_said[i].FirstState, _dossier.Claims[i]);
        }

        AddDays(evidence.AsOf);
    }

    /// <summary>The days of which the claims on moving quantities speak.</summary>
    public IReadOnlyList<QuantityDay> Days => _days;

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
            return firsts[component] + (said.Form is null ? numbering.StateOf(state, DayOf(said, numbering)) : sizes[component]);
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

        var sources = new SourceNumbers(_appraiser, _texts.Sources);
        var components = new ModelledClaim[sizes.Length][];
        for (var i = 0; i < components.Length; i++) components[i] = Modelled(sorted.AsSpan(starts[firsts[i]]..starts[firsts[i + 1]]), numbering, sources);
        return components;
    }

    private ModelledClaim[] Modelled(ReadOnlySpan<int> positions, Numbering numbering, SourceNumbers sources)
    {
        if (positions.IsEmpty) return [];
        var claims = new ModelledClaim[positions.Length];
        var sourceOf = SourcesOf(positions, sources);
        // What a reading of the user's own does when it is asked twice at once is not known.
        if (_options.Reading.IsThreadSafe && Cores.AreWorth(claims.Length))
        {
            ModelOnAllCores(positions.ToArray(), sourceOf, numbering, claims);
        }
        else
        {
            Model(positions, sourceOf, numbering, claims, 0, claims.Length);
        }

        SmallFigures.SetApart(claims, ThingOf);
        int[] against = [.. AgainstInterest.Among(claims)];
        foreach (var i in against) claims[i] = _appraiser.AgainstInterest(claims[i]);
        return claims;
    }

    private SmallFigures.Thing ThingOf(int position)
    {
        ref readonly var said = ref _said[position];
        var isOne = said.Form is null || said.Form.Single >= 0;
        return new SmallFigures.Thing(isOne ? said.FirstState : -1, _index.Quantities[said.FirstState].Unit, said.Since is not null);
    }

    private void ModelOnAllCores(int[] positions, ClaimSource[] sourceOf, Numbering numbering, ModelledClaim[] claims) =>
        Cores.For(claims.Length, (from, to) => Model(positions, sourceOf, numbering, claims, from, to));

    private ClaimSource[] SourcesOf(ReadOnlySpan<int> positions, SourceNumbers sources)
    {
        sources.StartComponent();
        var sourceOf = new ClaimSource[positions.Length];
        for (var i = 0; i < sourceOf.Length; i++) sourceOf[i] = sources.Of(_texts.SourceOf[positions[i]], SubjectOf(_said[positions[i]]), _dossier.Claims[positions[i]].Basis);
        return sourceOf;
    }

    private void Model(ReadOnlySpan<int> positions, ClaimSource[] sourceOf, Numbering numbering, ModelledClaim[] claims, int from, int to)
    {
        Form? last = null;
        for (var i = from; i < to; i++)
        {
            ref readonly var said = ref _said[positions[i]];
            var day = DayOf(said, numbering);
            var state = numbering.StateOf(said.FirstState, day);
            // Claims on one state share its form.
            var form = said.Form is not { } written ? last?.Single == state ? last : Form.Of(state)
                : said.Since is { } since ? numbering.Growth(written, numbering.TimelineOf(numbering.Components[said.FirstState]).IndexOf(since), day)
                : numbering.Localised(written, day);
            last = form;
            claims[i] = Modelled(positions[i], said, form, said.Denominator is { } denominator ? numbering.Localised(denominator, day) : null, sourceOf[i]);
        }
    }

    /// <summary>The position of the day of which a claim speaks; 0 where no moving quantity is part of it.</summary>
    private static int DayOf(in Said said, Numbering numbering) =>
        said.Day is { } day && numbering.Timelines[numbering.Components[said.FirstState]] is { } timeline ? timeline.IndexOf(day) : 0;

    /// <summary>An undated claim on a moving quantity speaks of the day of the dossier; without one, of the last day of which another claim speaks.</summary>
    private void AddDays(DateOnly? asOf)
    {
        if (!_index.Quantities.Any(static quantity => quantity.Kind != QuantityKind.Fixed)) return;
        DateOnly? latest = asOf;
        if (latest is null)
        {
            foreach (var claim in _counting) latest = _said[claim].Day is { } day && !(day < latest) ? day : latest;
            if (latest is null) return;
        }

        foreach (var claim in _counting)
        {
            ref var said = ref _said[claim];
            if (FirstMoving(said) is not { } moving)
            {
                said = said with { Day = null };
                continue;
            }

            var day = said.Day ?? latest.Value;
            said = said with { Day = day };
            _days.Add(new QuantityDay(moving, day));
            if (said.Since is { } since) _days.Add(new QuantityDay(moving, since));
        }
    }

    private int? FirstMoving(in Said said)
    {
        if (said.Form is null) return Moves(said.FirstState) ? said.FirstState : null;
        foreach (var quantity in said.Form.States)
        {
            if (Moves(quantity)) return quantity;
        }

        if (said.Denominator is null) return null;
        foreach (var quantity in said.Denominator.States)
        {
            if (Moves(quantity)) return quantity;
        }

        return null;
    }

    private bool Moves(int quantity) => _index.Quantities[quantity].Kind != QuantityKind.Fixed;

    private ModelledClaim Modelled(int position, in Said said, Form form, Form? denominator, in ClaimSource source)
    {
        var claim = _dossier.Claims[position];
        var read = _appraiser.Interpret(claim);
        var error = ClaimAppraiser.ErrorOf(claim, source.Error);
        var likelihood = _appraiser.LikelihoodOf(claim);
        var accuracy = _appraiser.AccuracyOf(claim, source.Accuracy, likelihood);
        var leaning = _appraiser.LeaningOf(claim, read, SubjectOf(said), denominator is null && said.Form?.HasOnlyPositiveCoefficients() != false);
        var daysBehind = said.Form is null ? _newest.Age(said.FirstState, claim) : 0;
        var honest = ClaimAppraiser.Widen(read, claim.Figure.Kind, error);
        var tolerant = leaning?.Widen(honest, read.Value) ?? honest;
        var constant = said.Constant;
        var modelled = new ModelledClaim
        {
            Position = position,
            Claim = claim,
            Form = form,
            Denominator = denominator,
            Kind = claim.Figure.Kind,
            Literal = new Interval(read.Low - constant, read.High - constant),
            Tolerant = new Interval(tolerant.Low - constant, tolerant.High - constant),
            Honest = new Interval(honest.Low - constant, honest.High - constant),
            Value = read.Value - constant,
            Best = read.Best - constant,
            Shape = read.Shape with { Low = read.Shape.Low - constant, High = read.Shape.High - constant },
            Root = source.Root,
            ErrorGroup = source.ErrorGroup,
            RelativeError = error,
            Accuracy = accuracy,
            Likelihood = likelihood,
            Cost = ClaimAppraiser.CostOf(accuracy, daysBehind),
            DaysBehind = daysBehind,
            Leaning = leaning,
        };
        return claim.During is not null && said.Since is null ? SinceBeforeTheFirstDay(modelled, LeastOf(said)) : modelled;
    }

    /// <summary>Of an increment from the first day of the calendar on there is no evening before it: the total came to as much at least, on top of what it was at the least.</summary>
    private static ModelledClaim SinceBeforeTheFirstDay(ModelledClaim claim, double least)
    {
        Interval Opened(Interval grown) => new(grown.Low + least, double.PositiveInfinity);
        var isFloor = double.IsFinite(claim.Literal.Low + least);
        return claim with
        {
            Kind = FigureKind.Floor,
            Literal = Opened(claim.Literal),
            Tolerant = Opened(claim.Tolerant),
            Honest = Opened(claim.Honest),
            Best = null,
            Shape = isFloor ? claim.Shape with { Low = claim.Shape.Low + least, High = double.PositiveInfinity, HighShoulder = 0, HighTail = 0 } : Shapes.Nothing.Shape,
        };
    }

    /// <summary>The least that the quantities of a claim may come to; of a share the least that its numerator may have been of it.</summary>
    private double LeastOf(in Said said)
    {
        var least = 0.0;
        var form = said.Form ?? Form.Of(said.FirstState);
        for (var i = 0; i < form.States.Length; i++)
        {
            var (quantity, coefficient) = (_index.Quantities[form.States[i]], form.Coefficients[i]);
            least += coefficient * (coefficient > 0 ? quantity.Min ?? double.NegativeInfinity : quantity.Max ?? double.PositiveInfinity);
        }

        return said.Denominator is null ? least : least < 0 ? double.NegativeInfinity : 0;
    }

    private Said SaidOf(Claim claim, SubjectText text)
    {
        var day = claim.LastDay;
        DateOnly? since = claim.During is { } during && during.From > DateOnly.MinValue ? during.From.AddDays(-1) : null;
        if (text.Composed is not { } composed)
        {
            var single = _index.PositionOf(text.Name);
            return new Said(single, since is null ? null : Form.Of(single), null, 0, day, since);
        }

        var subject = composed.Subject ?? throw new InvalidOperationException($"A validated subject must parse: \"{claim.Quantity}\".");
        var form = ConstraintBuilder.ToForm(subject.Numerator, _index);
        if (subject.Denominator is { } below) return new Said(form.States[0], form, ConstraintBuilder.ToForm(below, _index), 0, day, since);
        var constant = subject.Numerator.Constant;
        return form.Single >= 0 && (constant == 0 || claim.During is not null) && since is null ? new Said(form.Single, null, null, 0, day, null) : new Said(form.States[0], form, null, claim.During is null ? constant : 0, day, since);
    }

    private string? SubjectOf(in Said said) => said.Form is { } written ? SubjectOf(written) : _index.Quantities[said.FirstState].Subject;

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
    /// <param name="Day">The day of which it speaks, or the last of an increment; null: undated.</param>
    /// <param name="Since">For an increment, the day from whose end it counts, the evening before its first; null too: it counts from the first day of the calendar.</param>
    private readonly record struct Said(int FirstState, Form? Form, Form? Denominator, double Constant, DateOnly? Day, DateOnly? Since);
}
