using Reconcile.Relations;

namespace Reconcile.Modelling;

/// <summary>The quantities of a dossier, declared or implied by relations and claims, and how names and subjects resolve to them.</summary>
internal sealed class QuantityIndex
{
    private readonly List<Quantity> _quantities = [];
    private readonly Dictionary<string, int> _positions;
    private readonly Dictionary<string, ParsedSubject> _subjects = new(StringComparer.Ordinal);

    public QuantityIndex(Dossier dossier, IReadOnlyList<ParsedRelation> relations)
    {
        _positions = new Dictionary<string, int>(dossier.Quantities.Count, StringComparer.Ordinal);
        foreach (var quantity in dossier.Quantities) Add(quantity);
        if (dossier.Quantities.Count > 0) return;
        foreach (var relation in relations)
        {
            Imply(relation.Left);
            Imply(relation.Right);
        }

        foreach (var claim in dossier.Claims)
        {
            if (_positions.ContainsKey(claim.Quantity)) continue;
            var subject = SubjectOf(claim);
            Imply(subject.Numerator);
            if (subject.Denominator is { } denominator) Imply(denominator);
        }
    }

    public int Count => _quantities.Count;

    public IReadOnlyList<Quantity> Quantities => _quantities;

    /// <summary>Position of a quantity whose name is known to exist.</summary>
    public int PositionOf(string name) => _positions[name];

    /// <summary>The position, when a claim speaks of one quantity by its id.</summary>
    public bool TryGetPosition(string name, out int position) => _positions.TryGetValue(name, out position);

    /// <summary>What a claim speaks of.</summary>
    public ParsedSubject SubjectOf(Claim claim)
    {
        if (_subjects.TryGetValue(claim.Quantity, out var subject)) return subject;
        if (!RelationParser.TryParseSubject(claim.Quantity, out subject, out var error))
        {
            throw new InvalidOperationException($"A validated subject must parse: \"{claim.Quantity}\", {error}.");
        }

        _subjects.Add(claim.Quantity, subject);
        return subject;
    }

    private void Add(Quantity quantity)
    {
        if (_positions.TryAdd(quantity.Id, _quantities.Count)) _quantities.Add(quantity);
    }

    private void Imply(LinearForm form)
    {
        foreach (var term in form.Terms)
        {
            if (!_positions.ContainsKey(term.Name)) Add(new Quantity { Id = term.Name });
        }
    }
}
