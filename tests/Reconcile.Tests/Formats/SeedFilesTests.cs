using System.Text.Json;
using System.Text.Json.Nodes;
using Reconcile.Tests.Architecture;
using Xunit;

namespace Reconcile.Tests.Formats;

public class SeedFilesTests
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Repository.PathOf("seeds"), "*.dossier.json", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Repository.Root, path)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_seed_fits_the_schema_and_reads_back_as_written(string file)
    {
        var path = Repository.PathOf(file);
        var dossier = Dossier.Load(path);

        Assert.True(JsonSchemaChecker.Accepts(Dossier.JsonSchema, JsonNode.Parse(File.ReadAllText(path), documentOptions: Lenient)!.ToJsonString()));
        Assert.Equal(dossier, Dossier.Parse(dossier.ToJson()));
    }
}
