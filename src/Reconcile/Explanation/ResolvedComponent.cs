using Reconcile.Consistency;
using Reconcile.Inference;

namespace Reconcile.Explanation;

/// <summary>A component with what was found wrong in it.</summary>
/// <param name="Estimate">Disputes and estimates.</param>
/// <param name="Tolerant">The system that decides conflicts.</param>
/// <param name="Literal">The system that decides discrepancies.</param>
/// <param name="Discrepancies">Minimal sets of claims that only the error of their sources reconciles.</param>
internal sealed record ResolvedComponent(ComponentEstimate Estimate, ClaimSystem Tolerant, ClaimSystem Literal, IReadOnlyList<int[]> Discrepancies);
