using FsCheck.Xunit;
using Reconcile.Mathematics;
using Xunit;

namespace Reconcile.Tests.Mathematics;

public class DisjointSetsTests
{
    private const int Count = 12;

    [Property]
    public void Numbers_are_linked_when_a_path_of_links_leads_from_one_to_the_other((byte A, byte B)[] links)
    {
        var sets = new DisjointSets(Count);
        var reaches = new bool[Count, Count];
        for (var i = 0; i < Count; i++) reaches[i, i] = true;
        foreach (var (a, b) in links.Select(link => (link.A % Count, link.B % Count)))
        {
            Assert.Equal(!reaches[a, b], sets.Join(a, b));
            reaches[a, b] = reaches[b, a] = true;
            Close(reaches);
        }

        for (var i = 0; i < Count; i++)
        {
            for (var j = 0; j < Count; j++) Assert.Equal(reaches[i, j], sets.Find(i) == sets.Find(j));
        }
    }

    private static void Close(bool[,] reaches)
    {
        for (var via = 0; via < Count; via++)
        {
            for (var i = 0; i < Count; i++)
            {
                for (var j = 0; j < Count; j++) reaches[i, j] |= reaches[i, via] && reaches[via, j];
            }
        }
    }
}
