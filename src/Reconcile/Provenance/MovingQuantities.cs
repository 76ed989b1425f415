namespace Reconcile.Provenance;

/// <summary>How what claims speak of moves over time. Undeclared quantities are fixed.</summary>
internal sealed class MovingQuantities
{
    private readonly Dictionary<string, QuantityKind> _moving = new(StringComparer.Ordinal);
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);

    public MovingQuantities(Dossier dossier)
    {
        foreach (var quantity in dossier.Quantities)
        {
            _declared.Add(quantity.Id);
            if (quantity.Kind != QuantityKind.Fixed) _moving.TryAdd(quantity.Id, quantity.Kind);
        }
    }

    /// <summary>An expression with a moving quantity in it moves like a stock: whether it may fall is not known here.</summary>
    public QuantityKind KindOf(string subject)
    {
        if (_moving.Count == 0) return QuantityKind.Fixed;
        if (_declared.Contains(subject)) return _moving.GetValueOrDefault(subject, QuantityKind.Fixed);
        return Kinship.NamesIn(subject).Any(_moving.ContainsKey) ? QuantityKind.Stock : QuantityKind.Fixed;
    }
}
