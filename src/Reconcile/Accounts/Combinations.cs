namespace Reconcile.Accounts;

/// <summary>Choices of one account from each dispute.</summary>
internal static class Combinations
{
    /// <summary>
    /// All combinations, up to a number; beyond it the leaders of all disputes, then one dispute switched, then two.
    /// Each item holds the position of the account chosen in each dispute, and is reused.
    /// </summary>
    /// <param name="counts">How many accounts each dispute has.</param>
    /// <param name="most">The number.</param>
    public static IEnumerable<int[]> Of(int[] counts, int most)
    {
        long product = 1;
        foreach (var count in counts) product = Math.Min(product * count, int.MaxValue);
        return product <= most ? Every(counts) : Switched(counts);
    }

    private static IEnumerable<int[]> Every(int[] counts)
    {
        var choice = new int[counts.Length];
        while (true)
        {
            yield return choice;
            var next = choice.Length - 1;
            while (next >= 0 && ++choice[next] == counts[next]) choice[next--] = 0;
            if (next < 0) yield break;
        }
    }

    /// <summary>Above this number of disputes no pairs are switched: pairs grow with the square of the disputes, and of 40 there are 780 at least (convention).</summary>
    private const int MostDisputesForPairs = 40;

    private static IEnumerable<int[]> Switched(int[] counts)
    {
        var choice = new int[counts.Length];
        yield return choice;
        for (var first = 0; first < choice.Length; first++)
        {
            for (choice[first] = 1; choice[first] < counts[first]; choice[first]++) yield return choice;
            choice[first] = 0;
        }

        if (choice.Length > MostDisputesForPairs) yield break;
        for (var first = 0; first < choice.Length; first++)
        {
            for (choice[first] = 1; choice[first] < counts[first]; choice[first]++)
            {
                for (var second = first + 1; second < choice.Length; second++)
                {
                    for (choice[second] = 1; choice[second] < counts[second]; choice[second]++) yield return choice;
                    choice[second] = 0;
                }
            }

            choice[first] = 0;
        }
    }
}
