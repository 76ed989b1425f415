using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record ReadingChange
{
    /// <summary>For example <c>ferson-2015: 1 conflict vanishing, 2 estimates moving</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
