using FsCheck.Xunit;
using Reconcile.Mathematics;
using Xunit;

namespace Reconcile.Tests.Mathematics;

public class EditDistanceTests
{
    [Property]
    public void The_order_of_the_known_texts_does_not_matter(int seed)
    {
        var random = new Random(seed);
        string[] known = [.. Enumerable.Range(0, 12).Select(_ => Word(random))];
        var text = Word(random);
        var nearest = EditDistance.Nearest(text, known);
        random.Shuffle(known);

        Assert.Equal(nearest, EditDistance.Nearest(text, known));
    }

    [Property]
    public void Distance_is_that_of_the_plain_definition(int seed)
    {
        var random = new Random(seed);
        var (a, b) = (Word(random), Word(random));

        Assert.Equal(Plain(a, b), EditDistance.Between(a, b, cutOff: 100));
        var cut = EditDistance.Between(a, b, cutOff: 2);
        Assert.True(cut == Plain(a, b) || (cut > 2 && Plain(a, b) > 2));
    }

    [Fact]
    public void Equally_near_texts_are_taken_in_ordinal_order() =>
        Assert.Equal("cart", EditDistance.Nearest("carx", ["carz", "cart", "carw"]));

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => "ABc"[random.Next(3)]));

    private static int Plain(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
