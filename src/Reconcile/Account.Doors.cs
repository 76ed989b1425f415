using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record Account
{
    /// <summary>For example <c>d1.a1: 87 %, accepts c1, c3; rejects c2</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
