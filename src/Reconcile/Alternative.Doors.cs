using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record Alternative
{
    /// <summary>For example <c>471 (431–511), 24 %</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
