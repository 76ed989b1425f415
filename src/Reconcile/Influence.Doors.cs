using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record Influence
{
    /// <summary>For example <c>c1: 87 %</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
