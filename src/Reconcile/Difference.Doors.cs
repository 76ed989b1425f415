using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record Difference
{
    /// <summary>Its sentence.</summary>
    public override string ToString() => Lines.Of(this);
}
