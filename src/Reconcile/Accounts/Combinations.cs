namespace Reconcile.Accounts;

/// <summary>Choices of one account from each dispute.</summary>
internal static class Combinations
{
    /// <summary>
    /// All combinations, up to a number; beyond it the leaders of all disputes, then one dispute switched, then two.
    /// Each item holds the position of the account chosen in each dispute, and is reused.
    /// </summary>
    public static IEnumerable<int[]> Of(IReadOnlyList<List<RivalAccount>> accounts, int most)
    {
        long product = 1;
        foreach (var list in accounts) product = Math.Min(product * list.Count, int.MaxValue);
        return product <= most ? Every(accounts) : Switched(accounts);
    }

    private static IEnumerable<int[]> Every(IReadOnlyList<List<RivalAccount>> accounts)
    {
        var choice = new int[accounts.Count];
        while (true)
        {
            yield return choice;
            var next = choice.Length - 1;
            while (next >= 0 && ++choice[next] == accounts[next].Count) choice[next--] = 0;
            if (next < 0) yield break;
        }
    }

    /// <summary>Above this number of disputes pairs of switches are too many.</summary>
    private const int MostDisputesForPairs = 40;

    private static IEnumerable<int[]> Switched(IReadOnlyList<List<RivalAccount>> accounts)
    {
        var choice = new int[accounts.Count];
        yield return choice;
        for (var first = 0; first < choice.Length; first++)
        {
            for (choice[first] = 1; choice[first] < accounts[first].Count; choice[first]++) yield return choice;
            choice[first] = 0;
        }

        if (choice.Length > MostDisputesForPairs) yield break;
        for (var first = 0; first < choice.Length; first++)
        {
            for (choice[first] = 1; choice[first] < accounts[first].Count; choice[first]++)
            {
                for (var second = first + 1; second < choice.Length; second++)
                {
                    for (choice[second] = 1; choice[second] < accounts[second].Count; choice[second]++) yield return choice;
                    choice[second] = 0;
                }
            }

            choice[first] = 0;
        }
    }
}
