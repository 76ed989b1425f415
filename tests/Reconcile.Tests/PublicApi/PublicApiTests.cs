using PublicApiGenerator;
using Reconcile.Tests.Architecture;
using Xunit;

namespace Reconcile.Tests.PublicApi;

public class PublicApiTests
{
    private const string Accept = "RECONCILE_ACCEPT_PUBLIC_API";

    private static readonly string Snapshot = Repository.PathOf("tests", "Reconcile.Tests", "PublicApi", "Reconcile.txt");

    [Fact]
    public void The_public_api_is_the_one_that_was_agreed()
    {
        var actual = Generate();
        if (Environment.GetEnvironmentVariable(Accept) == "1") File.WriteAllText(Snapshot, actual);
        var agreed = File.Exists(Snapshot) ? File.ReadAllText(Snapshot).ReplaceLineEndings("\n") : "";

        Assert.True(
            actual == agreed,
            $"The public API differs from tests/Reconcile.Tests/PublicApi/Reconcile.txt:{Environment.NewLine}{FirstDifference(agreed, actual)}{Environment.NewLine}"
            + $"If that is intended, run `{Accept}=1 dotnet test --project tests/Reconcile.Tests --filter-class '*PublicApiTests'` and commit the file.");
    }

    private static string Generate()
    {
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false, AllowNamespacePrefixes = ["Microsoft"] };
        return typeof(Dossier).Assembly.GeneratePublicApi(options).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }

    private static string FirstDifference(string agreed, string actual)
    {
        var (before, after) = (agreed.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < before.Length && line < after.Length && before[line] == after[line]) line++;
        return $"line {line + 1}{Environment.NewLine}- {before.ElementAtOrDefault(line)}{Environment.NewLine}+ {after.ElementAtOrDefault(line)}";
    }
}
