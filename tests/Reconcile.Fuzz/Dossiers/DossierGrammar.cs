using System.Globalization;
using System.Text;
using Reconcile.Fuzz.Phrases;

namespace Reconcile.Fuzz.Dossiers;

/// <summary>Draws dossiers as JSON, with every property of the format now and then, and values on the edge of what is allowed.</summary>
internal sealed class DossierGrammar(Random random)
{
    private static readonly string[] Quantities = ["killed", "wounded", "casualties", "deployed"];

    private static readonly string[] Sources = ["ministry", "wire", "Rep. Yu", "été"];

    private static readonly string[] Rules =
        ["casualties = killed + wounded", "killed <= deployed", "wounded >= 2 * killed", "killed ~= 0.3 * wounded within 40 %", "killed = wounded - 5", "wounded <= casualties", "deployed = 100"];

    private static readonly string[] Dates = ["2025", "2025-03", "2025-03-05", "2024-02-29", "0001-01-01", "9999-12-31", "2025-02-30", "2025-13", "", "5 March"];

    private static readonly string[] Numbers = ["0", "1", "5", "400", "-1", "1e15", "1e-300", "0.5", "1e16", "1e400", "4000", "3600", "12.75", "-0"];

    private static readonly string[] Texts = ["people", "north", "", "a\\nb", "\\ud83d\\ude00", "\\ud83d", "x", "\\u0000", "«é»", "\\\""];

    private static readonly string[] Properties =
    [
        "\"reconcile\": 1", "\"title\": ", "\"asOf\": ", "\"sources\": [", "\"interests\": [", "\"quantities\": [", "\"relations\": [", "\"claims\": [", "\"id\": ", "\"reliability\": \"B\"",
        "\"relativeError\": 0.05", "\"accuracy\": ", "\"tends\": \"overstate\"", "\"kind\": \"total\"", "\"whole\": true", "\"min\": null", "\"max\": ", "\"drift\": ", "\"figure\": { ",
        "\"low\": ", "\"high\": ", "\"best\": ", "\"level\": 0.9", "\"share\": true", "\"via\": [\"wire\"]", "\"credibility\": 1", "\"basis\": \"count\"", "\"during\": { \"from\": ",
        "\"retracted\": true", "\"supersedes\": [\"c1\"]", "\"x-a\": [1, {\"b\": null}]", "\"note\": \"n\"", "\"parties\": \"lean\"", "\"rule\": ", "\"because\": ", "\"from\": ", "\"to\": ", "\"reconciliation\": 1",
    ];

    private static readonly string[] Json = ["{", "}", "[", "]", ",", ":", "\"", "null", "true", "false", "//", "/*", "*/", "\\", "\\u", "\n", "\r\n", "\t", "\0", "\uFEFF", "[[[[[[[[", "{\"a\":"];

    public static IReadOnlyList<byte[]> Tokens { get; } =
    [
        .. new[] { Properties, Json, Numbers, Rules, Quantities, Sources }.SelectMany(words => words).Concat(Dates.Concat(Texts).Select(text => $"\"{text}\"")).Select(Encoding.UTF8.GetBytes),
        [0xC3], [0xE9], [0xED, 0xA0, 0x80], [0xF5], [0xFF, 0xFE],
    ];

    public byte[] Dossier()
    {
        List<string> parts = ["\"reconcile\": 1"];
        if (Now(3)) parts.Add($"\"title\": {Text()}");
        if (Now(4)) parts.Add($"\"asOf\": {Date()}");
        if (Now(3)) parts.Add($"\"sources\": {List(Sources.Select(Source))}");
        if (Now(6)) parts.Add($"\"interests\": [{{ \"source\": \"{Pick(Sources)}\", \"tends\": \"{Pick(["overstate", "understate"])}\"{(Now(2) ? ", \"subject\": \"north\"" : "")} }}]");
        if (Now(2)) parts.Add($"\"quantities\": {List(Quantities.Select(Quantity))}");
        if (!Now(3)) parts.Add($"\"relations\": {List(Rules.Where(_ => Now(3)).Select(Relation))}");
        parts.Add($"\"claims\": {List(Enumerable.Range(0, random.Next(8)).Select(_ => Claim()))}");
        if (Now(8)) parts.Add("\"x-kept\": {\"a\": [1, 2.50, \"é\"]}");
        return Encoding.UTF8.GetBytes("{" + string.Join(", ", parts) + "}");
    }

    private string Source(string id) => Object($"\"id\": \"{id}\"", (6, $"\"name\": {Text()}"), (2, $"\"reliability\": \"{Pick(["A", "B", "C", "D", "E", "F"])}\""),
        (8, $"\"relativeError\": {Number()}"), (8, $"\"accuracy\": {Number()}"), (6, "\"party\": \"north\""), (6, $"\"scale\": \"{Pick(["icd203", "phia", "kent", "x"])}\""));

    private string Quantity(string id) => Object($"\"id\": \"{id}\"", (8, $"\"name\": {Text()}"), (3, "\"subject\": \"north\""), (2, $"\"kind\": \"{Pick(["fixed", "total", "stock"])}\""),
        (4, "\"whole\": true"), (8, $"\"min\": {Pick(["null", Number()])}"), (8, $"\"max\": {Pick(["null", Number()])}"), (12, $"\"drift\": {Number()}"));

    private string Relation(string rule) => Now(4) ? Object($"\"rule\": \"{rule}\"", (3, $"\"because\": {Text()}"), (6, $"\"from\": {Date()}"), (6, $"\"to\": {Date()}")) : $"\"{rule}\"";

    private string Claim() => Object(
        $"\"quantity\": \"{(Now(8) ? Pick(["killed + wounded", "killed / casualties", "2 * killed", "killed - 5"]) : Pick(Quantities))}\", \"figure\": {Figure()}, \"source\": \"{Pick(Sources)}\"",
        (8, $"\"id\": \"c{random.Next(9).ToString(CultureInfo.InvariantCulture)}\""), (6, $"\"via\": [\"{Pick(Sources)}\"]"), (4, $"\"credibility\": {Pick([random.Next(1, 7).ToString(CultureInfo.InvariantCulture), "\"B2\"", "\"c 3\"", "\"G7\""])}"),
        (4, $"\"basis\": \"{Pick(["estimate", "count", "projection"])}\""), (3, $"\"asOf\": {Date()}"), (3, $"\"reported\": {Date()}"),
        (8, $"\"during\": {{ \"from\": {Date()}, \"to\": {Date()} }}"), (10, $"\"retracted\": {Pick(["true", "false", Date()])}"), (12, $"\"supersedes\": [\"c{random.Next(4).ToString(CultureInfo.InvariantCulture)}\"]"),
        (8, $"\"quote\": {Text()}"), (8, $"\"note\": {Text()}"), (12, $"\"likelihood\": {Pick(["\"likely\"", "\"highly likely\"", "\"very-unlikely\"", Text()])}"));

    private string Figure() => random.Next(8) switch
    {
        0 => Number(),
        1 => $"{{ \"low\": {Number()}, \"high\": {Number()} }}",
        2 => $"{{ \"best\": {Number()}{(Now(2) ? $", \"low\": 0, \"high\": {Number()}, \"level\": 0.9" : "")}{(Now(6) ? ", \"share\": true" : "")} }}",
        3 => $"\"{Escaped(PhraseGrammar.Phrase(random))}\"",
        _ => $"\"{Pick(["about ", "at least ", "up to ", "", "nearly "])}{(1 + random.Next(40)) * Math.Pow(10, random.Next(4)):0}\"",
    };

    private string Object(string required, params (int OneIn, string Property)[] optional) =>
        "{ " + string.Join(", ", optional.Where(part => Now(part.OneIn)).Select(part => part.Property).Prepend(required)) + " }";

    private static string List(IEnumerable<string> items) => "[" + string.Join(", ", items) + "]";

    private static string Escaped(string text) => System.Text.Json.JsonEncodedText.Encode(text).Value;

    private string Date() => $"\"{(Now(8) ? Pick(Dates) : $"2025-0{random.Next(1, 7).ToString(CultureInfo.InvariantCulture)}-{random.Next(10, 29).ToString(CultureInfo.InvariantCulture)}")}\"";

    private string Number() => Now(2) ? random.Next(0, 5000).ToString(CultureInfo.InvariantCulture) : Pick(Numbers);

    private string Text() => $"\"{Pick(Texts)}\"";

    private bool Now(int oneIn) => random.Next(oneIn) == 0;

    private string Pick(string[] words) => words[random.Next(words.Length)];
}
