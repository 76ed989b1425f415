using System.Globalization;

namespace Reconcile.Fuzz.Relations;

/// <summary>Draws relations and subjects of the relation language.</summary>
internal static class RelationGrammar
{
    private static readonly string[] Names = ["a", "b", "killed", "wounded", "x_1", "été", "\"a b\"", "\"a-b\"", "within", "troops-sent", "два", "e1", "\"\"", "𝔘"];

    private static readonly string[] Numbers = ["0", "1", "2", "0.5", "1e3", "1e15", "1e400", "25 %", "100%", "0.1", "1e-300", "3.0000000000000001", "9e14", "1."];

    private static readonly string[] Signs =
        ["+", "-", "*", "/", "(", ")", "=", "<=", ">=", "~=", "==", "<", ">", "≤", "~", "%", "\"", "−", "·", ",", ".", " within 5 %", "within", "\n", "\t", "\u00a0", "\0", "\ud800", "e\u0301", "((((((((", "))))))))"];

    public static IReadOnlyList<char[]> Tokens { get; } = [.. new[] { Names, Numbers, Signs }.SelectMany(words => words).Select(word => word.ToCharArray())];

    public static string Text(Random random) => random.Next(4) == 0 ? Subject(random) : Relation(random);

    private static string Relation(Random random)
    {
        var comparison = Pick(random, ["=", "<=", ">=", "~="]);
        var within = comparison == "~=" && random.Next(2) == 0 ? $" within {random.Next(0, 101).ToString(CultureInfo.InvariantCulture)} %" : "";
        return $"{Sum(random, 0)} {comparison} {Sum(random, 0)}{within}";
    }

    private static string Subject(Random random) => random.Next(3) == 0 ? $"{Sum(random, 0)} / {Sum(random, 0)}" : Sum(random, 0);

    private static string Sum(Random random, int depth)
    {
        var sum = random.Next(8) == 0 ? "-" : "";
        sum += Product(random, depth);
        for (var more = random.Next(depth == 0 ? 4 : 2); more > 0; more--) sum += Pick(random, [" + ", " - ", "+", "-"]) + Product(random, depth);
        return sum;
    }

    private static string Product(Random random, int depth) => random.Next(4) switch
    {
        0 => $"{Pick(random, Numbers)} * {Factor(random, depth)}",
        1 => $"{Factor(random, depth)}*{Pick(random, Numbers)}",
        _ => Factor(random, depth),
    };

    private static string Factor(Random random, int depth) => random.Next(8) switch
    {
        0 => Pick(random, Numbers),
        1 when depth < 4 => $"({Sum(random, depth + 1)})",
        2 when random.Next(20) == 0 => new string('(', 31) + "a" + new string(')', 31),
        _ => Pick(random, Names),
    };

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
