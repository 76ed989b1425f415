using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record StatedQuantity
{
    /// <summary>For example <c>killed: 3 claims</c>.</summary>
    public override string ToString() => Lines.Of(Quantity, Claims.Count);
}
