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
/// <param name="Parts">The parts of its range, heaviest first, where it falls apart; otherwise empty.</param>
internal readonly record struct StateEstimate(AccountValue Value, int[] Touching, IReadOnlyList<RangePart> Parts);

/// <summary>A component, resolved: its disputes, the views of its accounts and an estimate of each state.</summary>
internal sealed class ComponentEstimate(Component component, DisputeSet disputes, AccountViews views, StateEstimate[] states)
{
    public Component Component => component;

    public DisputeSet Disputes => disputes;

    public StateEstimate[] States => states;

    /// <summary>The view under the leading account of each dispute.</summary>
    public AccountView Leading => views.Leading;

    /// <summary>Whether expectation propagation converged in every view.</summary>
    public bool Converged { get; } = views.Converged;

    /// <summary>Whether lighter accounts were left out of ranges, since there are too many.</summary>
    public bool IsCut { get; } = views.IsCut;

    /// <summary>The value of a state under each account of the disputes that touch it, the others leading. Worked out when asked for; thread-safe.</summary>
    public IReadOnlyList<RangePart> ByAccount(int state)
    {
        var touching = states[state].Touching;
        if (touching.Length == 0) return [];
        var values = new List<RangePart>();
        lock (views)
        {
            foreach (var dispute in touching)
            {
                var accounts = disputes.Disputes[dispute].Accounts;
                for (var account = 0; account < accounts.Length; account++)
                {
                    if (views.Switched(dispute, account) is not { } view) continue;
                    values.Add(new RangePart([new AccountChoice(dispute, account)], accounts[account].Weight, view.ShownValueOf(state)));
                }
            }
        }

        return values;
    }
}
