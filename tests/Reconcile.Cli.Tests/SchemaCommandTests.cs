using System.Text.Json;
using Xunit;

namespace Reconcile.Cli.Tests;

public sealed class SchemaCommandTests
{
    [Fact]
    public void The_schema_is_that_of_the_library()
    {
        var run = Invocation.Of("schema");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", json.RootElement.GetProperty("$schema").GetString());
        Assert.Equal(Dossier.JsonSchema.TrimEnd('\n'), run.Output.TrimEnd('\n'));
    }
}
