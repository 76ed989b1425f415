using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record Estimate
{
    /// <summary>For example <c>killed: 400 (347–453), low confidence</c>; where its series goes on after its day, with that day: <c>killed on 2020-08-08: …</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
