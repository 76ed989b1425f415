using FsCheck.Xunit;
using Reconcile.Validation;
using Xunit;

namespace Reconcile.Tests.Validation;

public class NearestNamesTests
{
    [Property]
    public void The_order_of_the_known_names_does_not_matter(int seed)
    {
        var random = new Random(seed);
        string[] known = [.. Enumerable.Range(0, 12).Select(_ => Word(random))];
        var name = Word(random);
        var nearest = NearestNames.Nearest(name, known);
        random.Shuffle(known);

        Assert.Equal(nearest, NearestNames.Nearest(name, known));
    }

    [Property]
    public void Distance_is_that_of_the_plain_definition(int seed)
    {
        var random = new Random(seed);
        var (a, b) = (Word(random), Word(random));

        Assert.Equal(Plain(a, b), NearestNames.Distance(a, b, cutOff: 100));
        var cut = NearestNames.Distance(a, b, cutOff: 2);
        Assert.True(cut == Plain(a, b) || (cut > 2 && Plain(a, b) > 2));
    }

    [Property]
    public void Any_name_among_any_names_gives_a_message(string? name, string?[]? known) =>
        Assert.StartsWith("Unknown source \"", NearestNames.Unknown("source", name!, (known ?? []).OfType<string>().Append(null!)), StringComparison.Ordinal);

    [Theory]
    [InlineData("kiled", "Unknown quantity \"kiled\"; did you mean \"killed\"?")]
    [InlineData("kileld", "Unknown quantity \"kileld\"; did you mean \"killed\"?")]
    [InlineData("Killed", "Unknown quantity \"Killed\"; did you mean \"killed\"? Names are case-sensitive.")]
    [InlineData("troops-sent", "Unknown quantity \"troops-sent\"; did you mean \"troops_sent\"?")]
    [InlineData("drones", "Unknown quantity \"drones\"; known are \"killed\", \"wounded\", \"troops_sent\", \"a1\", \"a2\" and \"b\".")]
    [InlineData("a9", "Unknown quantity \"a9\"; known are \"killed\", \"wounded\", \"troops_sent\", \"a1\", \"a2\" and \"b\".")]
    public void Messages(string name, string expected) =>
        Assert.Equal(expected, NearestNames.Unknown("quantity", name, ["killed", "wounded", "troops_sent", "a1", "a2", "b"]));

    [Fact]
    public void Equally_near_names_are_taken_in_ordinal_order() =>
        Assert.Equal("cart", NearestNames.Nearest("carx", ["carz", "cart", "carw"]));

    [Theory]
    [InlineData(new string[0], "Unknown claim \"x\"; none is known.")]
    [InlineData(new[] { "c1" }, "Unknown claim \"x\"; known is \"c1\".")]
    [InlineData(new[] { "c1", "c2" }, "Unknown claim \"x\"; known are \"c1\" and \"c2\".")]
    public void Nothing_near(string[] known, string expected) => Assert.Equal(expected, NearestNames.Unknown("claim", "x", known));

    [Fact]
    public void The_nearest_of_twenty_thousand_names_is_found_and_a_very_long_one_is_cut()
    {
        string[] known = [.. Enumerable.Range(0, 20_000).Select(i => FormattableString.Invariant($"quantity {i}")), new string('q', 1_000_000)];

        Assert.EndsWith("did you mean \"quantity 12345\"?", NearestNames.Unknown("quantity", "quantty 12345", known), StringComparison.Ordinal);
        Assert.True(NearestNames.Unknown("quantity", new string('q', 1_000_000), known).Length < 400);
    }

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
