using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record Quantity
{
    /// <summary>For example <c>killed: People killed (people), total</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
