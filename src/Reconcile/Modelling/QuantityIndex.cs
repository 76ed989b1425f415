using Reconcile.Relations;

namespace Reconcile.Modelling;

/// <summary>The quantities of a dossier, declared or implied by relations and claims, and how names and subjects resolve to them.</summary>
internal sealed class QuantityIndex
{
    private readonly List<Quantity> _quantities;
    private readonly Dictionary<string, int> _positions;

    /// <param name="dossier">The dossier.</param>
    /// <param name="relations">Its relations as read.</param>
    /// <param name="subjects">What each of its claims speaks of, as read.</param>
    public QuantityIndex(Dossier dossier, IReadOnlyList<ParsedRelation> relations, IReadOnlyList<SubjectReading?> subjects)
    {
        var expected = dossier.Quantities.Count > 0 ? dossier.Quantities.Count : dossier.Claims.Count + dossier.Relations.Count;
        _quantities = new List<Quantity>(expected);
        _positions = new Dictionary<string, int>(expected, StringComparer.Ordinal);
        foreach (var quantity in dossier.Quantities) Add(quantity);
        if (dossier.Quantities.Count > 0) return;
        foreach (var relation in relations)
        {
            Imply(relation.Left);
            Imply(relation.Right);
        }

        foreach (var reading in subjects)
        {
            if (reading?.Subject is not { } subject || _positions.ContainsKey(reading.Text)) continue;
            Imply(subject.Numerator);
            if (subject.Denominator is { } denominator) Imply(denominator);
        }
    }

    public IReadOnlyList<Quantity> Quantities => _quantities;

    /// <summary>Position of a quantity whose name is known to exist.</summary>
    public int PositionOf(string name) => _positions[name];

    /// <summary>The position, when a claim speaks of one quantity by its id.</summary>
    public bool TryGetPosition(string name, out int position) => _positions.TryGetValue(name, out position);

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
