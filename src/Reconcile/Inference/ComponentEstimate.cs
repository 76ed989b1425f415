using Reconcile.Accounts;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>An account of a dispute, by their positions.</summary>
internal readonly record struct AccountChoice(int Dispute, int Account);

/// <summary>One part of a range that falls apart.</summary>
internal sealed record RangePart(IReadOnlyList<AccountChoice> Accounts, double Weight, AccountValue Value);

/// <summary>What is known of one state after all.</summary>
/// <param name="Value">Best value under the leading accounts; range over all accounts.</param>
/// <param name="Touching">Positions of the disputes on which it depends.</param>
/// <param name="ByAccount">Its value under each account of these, the others leading.</param>
/// <param name="Parts">The parts of its range, heaviest first, where it falls apart; otherwise empty.</param>
internal readonly record struct StateEstimate(AccountValue Value, int[] Touching, IReadOnlyList<RangePart> ByAccount, IReadOnlyList<RangePart> Parts);

/// <summary>A component, resolved: its disputes, the leading view and an estimate of each state.</summary>
internal sealed record ComponentEstimate(
    Component Component, DisputeSet Disputes, AccountView Leading, StateEstimate[] States, bool Converged);
