using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reconcile.Tests.Architecture;
using Xunit;

namespace Reconcile.Tests.Formats;

/// <summary>What an app gets that hands a dossier, a figure or a result to System.Text.Json, as a web service does with what it takes and returns.</summary>
public partial class SerializerTests
{
    private static readonly JsonSerializerOptions AsInFiles = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions InSmallPieces = new() { DefaultBufferSize = 512 };

    private static readonly Dossier Depot = Dossier.Create("Strike on the depot")
        .Source("ministry", Reliability.B)
        .Source("wire", Reliability.C)
        .Relate("casualties = killed + wounded", because: "nobody is missing")
        .Claim("killed", "300–600", source: "ministry", asOf: new DateOnly(2025, 3, 5))
        .Claim("wounded", Figure.Interval(1000, 800, 1500, 0.9), source: "wire")
        .Claim("casualties", "about 1,400", source: "wire");

    public static TheoryData<string> Seeds => SeedFilesTests.Files();

    [Fact]
    public void A_dossier_is_written_in_its_format() => Assert.Equal(Depot.ToJson(), JsonSerializer.Serialize(Depot, AsInFiles));

    [Fact]
    public void A_result_is_written_in_its_format()
    {
        var result = Depot.Reconcile().CompareRules();

        Assert.Equal(result.ToJson(), JsonSerializer.Serialize(result, AsInFiles));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_dossier_in_a_stream_is_read_as_from_a_file(string seed)
    {
        var expected = Dossier.Load(Repository.PathOf(seed));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(expected)));

        var read = await JsonSerializer.DeserializeAsync<Dossier>(stream, InSmallPieces, TestContext.Current.CancellationToken);

        Assert.Equal(expected, read);
    }

    [Fact]
    public void They_stand_inside_of_what_the_app_sends_and_gets_whatever_its_names_look_like()
    {
        var order = new Order { Dossier = Depot, Figure = Figure.Parse("around 400"), Result = Depot.Reconcile() };

        var json = JsonSerializer.Serialize(order, JsonSerializerOptions.Web);
        var read = JsonSerializer.Deserialize<Order>(json.Replace(",\"result\"", ",\"other\"", StringComparison.Ordinal), JsonSerializerOptions.Web)!;

        Assert.Equal((order.Dossier, order.Figure), (read.Dossier, read.Figure));
        Assert.Contains("\"figure\":\"around 400\",\"result\":{\"reconciliation\":1,", json, StringComparison.Ordinal);
    }

    /// <summary>As in a native program, where nothing is found out by reflection.</summary>
    [Fact]
    public void They_are_known_to_contexts_that_are_made_at_compile_time()
    {
        Assert.Equal(JsonSerializer.Serialize(Depot), JsonSerializer.Serialize(Depot, AtCompileTime.Default.Dossier));
        Assert.Equal(Depot, JsonSerializer.Deserialize(Depot.ToJson(), AtCompileTime.Default.Dossier));
        Assert.StartsWith("{\"reconciliation\":1,", JsonSerializer.Serialize(Depot.Reconcile(), AtCompileTime.Default.Reconciliation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"around 400\"", "around 400")]
    [InlineData("4.0e2", "400")]
    [InlineData("{\"low\":300,\"high\":600}", "300–600")]
    [InlineData("{\"best\":0.5,\"share\":true}", "50%")]
    public void A_figure_is_a_phrase_a_number_or_numbers(string json, string phrase)
    {
        var figure = JsonSerializer.Deserialize<Figure>(json)!;

        Assert.Equal(Figure.Parse(phrase), figure);
        Assert.Equal(figure, JsonSerializer.Deserialize<Figure>(JsonSerializer.Serialize(figure)));
    }

    [Theory]
    [InlineData("\"a lot of rain\"", "a lot of rain")]
    [InlineData("{\"low\":3,\"high\":2}", "low")]
    [InlineData("{\"lo\":3}", "Unknown property \"lo\"")]
    [InlineData("true", "a phrase such as")]
    public void A_figure_that_is_none_says_why(string json, string why) =>
        Assert.Contains(why, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Figure>(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_wrong_with_a_dossier_is_what_is_wrong_with_the_input_of_the_app()
    {
        var wrong = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dossier>("{\n\"reconcile\": 1,\n\"claims\": [ { \"quantity\": \"killed\", \"figure\": 3 } ],\n\"titel\": 4 }"));
        var findings = Assert.IsType<DossierValidationException>(wrong.InnerException).Findings;

        Assert.Equal([("claims[0].source", 3), ("titel", 4)], findings.Select(finding => (finding.Path, finding.Line!.Value)));
        Assert.All(findings, finding => Assert.Contains(finding.Message, wrong.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_stays_nothing()
    {
        Assert.Null(JsonSerializer.Deserialize<Dossier>("null"));
        Assert.Null(JsonSerializer.Deserialize<Figure>("null"));
        Assert.Equal("null", JsonSerializer.Serialize<Reconciliation>(null!));
    }

    [Fact]
    public void A_dossier_without_a_form_in_JSON_is_refused_as_ToJson_refuses_it() =>
        Assert.Throws<DossierValidationException>(() => JsonSerializer.Serialize(Depot.Quantity(new Quantity { Id = "killed", Drift = double.NaN })));

    [Fact]
    public void A_result_is_not_read_back() =>
        Assert.StartsWith(
            "A reconciliation is written and never read back; read the dossier and reconcile it again.",
            Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Reconciliation>(Depot.Reconcile().ToJson())).Message, StringComparison.Ordinal);

    internal sealed class Order
    {
        public Dossier? Dossier { get; init; }

        public Figure? Figure { get; init; }

        public Reconciliation? Result { get; init; }
    }

    [JsonSerializable(typeof(Dossier))]
    [JsonSerializable(typeof(Reconciliation))]
    private sealed partial class AtCompileTime : JsonSerializerContext;
}
