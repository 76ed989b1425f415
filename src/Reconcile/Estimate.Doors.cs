using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record Estimate
{
    /// <summary>For example <c>killed: 400 (347–453), low confidence</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
