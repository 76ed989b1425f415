using Reconcile.Reporting;

namespace Reconcile;

public readonly partial record struct Retraction
{
    /// <summary>For example <c>retracted on 2025-03-05</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
