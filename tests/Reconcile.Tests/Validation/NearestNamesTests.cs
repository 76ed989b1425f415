using FsCheck.Xunit;
using Reconcile.Validation;
using Xunit;

namespace Reconcile.Tests.Validation;

public class NearestNamesTests
{
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
}
