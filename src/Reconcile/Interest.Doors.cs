using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record Interest
{
    /// <summary>For example <c>ministry tends to understate north</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
