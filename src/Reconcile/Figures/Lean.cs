namespace Reconcile.Figures;

/// <summary>To which end of a range the speaker leaned: "100 to 300, probably at the low end".</summary>
internal enum Lean : byte
{
    None,
    Low,
    High,
}
