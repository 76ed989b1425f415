namespace Reconcile.Accounts;

/// <summary>Conflicts linked by shared claims, and the accounts that resolve them.</summary>
/// <param name="Claims">Positions within the component, ascending.</param>
/// <param name="Conflicts">Minimal conflicts, each ascending.</param>
/// <param name="Accounts">Heaviest first.</param>
/// <param name="Doubt">Weight of "none of these".</param>
/// <param name="Leaders">How many accounts are equally the heaviest.</param>
internal sealed record RivalDispute(int[] Claims, IReadOnlyList<int[]> Conflicts, RivalAccount[] Accounts, double Doubt, int Leaders);
