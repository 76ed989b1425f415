using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record Claim
{
    /// <summary>For example <c>c1: killed "around 400", ministry, 2025-03-01</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
