using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record Source
{
    /// <summary>For example <c>ministry: Ministry of Health, grade B, usually reliable</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
