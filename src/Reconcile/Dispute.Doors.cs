using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record Dispute
{
    /// <summary>For example <c>d1: killed, wounded; 1 conflict, 2 accounts, none of these 9 %</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
