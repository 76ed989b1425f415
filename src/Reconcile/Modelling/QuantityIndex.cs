using Reconcile.Relations;

namespace Reconcile.Modelling;

/// <summary>The quantities of a dossier, declared or implied by relations and claims, and how names and subjects resolve to them.</summary>
internal sealed class QuantityIndex
{
    private const int None = -1;

    private readonly List<Quantity> _quantities;

    /// <summary>By the number of the name.</summary>
    private readonly int[] _positions;

    /// <param name="dossier">The dossier.</param>
    /// <param name="relations">Its relations as read.</param>
    /// <param name="texts">Its names and what its claims speak of.</param>
    public QuantityIndex(Dossier dossier, IReadOnlyList<ParsedRelation> relations, DossierTexts texts)
    {
        var names = texts.Names;
        _quantities = new List<Quantity>(dossier.Quantities.Count > 0 ? dossier.Quantities.Count : names.Count);
        _positions = new int[names.Count];
        Array.Fill(_positions, None);
        foreach (var quantity in dossier.Quantities) Add(names.Find(quantity.Id), quantity);
        if (dossier.Quantities.Count > 0) return;
        foreach (var relation in relations)
        {
            Imply(relation.Left);
            Imply(relation.Right);
        }

        ImplyAll(texts.Subjects, names);
        ImplyAll(texts.LeftOut, names);
    }

    public IReadOnlyList<Quantity> Quantities => _quantities;

    /// <summary>Position of the quantity with the name of this number, which is known to exist.</summary>
    public int PositionOf(int name) => _positions[name];

    private void Add(int name, Quantity quantity)
    {
        if (_positions[name] >= 0) return;
        _positions[name] = _quantities.Count;
        _quantities.Add(quantity);
    }

    /// <summary>The quantities that claims speak of.</summary>
    private void ImplyAll(SubjectText[] subjects, NameTable names)
    {
        foreach (var (text, composed) in subjects)
        {
            if (composed is null)
            {
                if (text >= 0 && _positions[text] < 0) Add(text, new Quantity { Id = names[text] });
            }
            else if (composed.Subject is { } subject)
            {
                Imply(subject.Numerator);
                if (subject.Denominator is { } denominator) Imply(denominator);
            }
        }
    }

    private void Imply(LinearForm form)
    {
        foreach (ref readonly var term in form.Terms.AsSpan())
        {
            if (_positions[term.Number] < 0) Add(term.Number, new Quantity { Id = term.Name });
        }
    }
}
