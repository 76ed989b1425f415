using System.Text;
using Reconcile.Formats;
using Xunit;

namespace Reconcile.Tests.Formats;

public sealed class JsonBytesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reconcile-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_a_stream_and_a_text_give_equal_dossiers()
    {
        var json = "\uFEFF{ \"reconcile\": 1, \"title\": \"" + new string('é', 100_000) + "\" }";
        var path = Path.Combine(_folder, "a.dossier.json");
        await File.WriteAllTextAsync(path, json, TestContext.Current.CancellationToken);

        var dossier = Dossier.Parse(json);

        Assert.Equal(100_000, dossier.Title.Length);
        Assert.Equal(dossier, Dossier.Load(path));
        Assert.Equal(dossier, await Dossier.LoadAsync(new Trickle(Encoding.UTF8.GetBytes(json)), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_missing_file_and_a_directory_are_errors_of_the_file_system()
    {
        Assert.Throws<FileNotFoundException>(() => Dossier.Load(Path.Combine(_folder, "missing.json")));
        Assert.Contains("directory", Assert.Throws<IOException>(() => Dossier.Load(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_before_it_is_read()
    {
        var path = Path.Combine(_folder, "large.json");
        using (var file = File.Create(path)) file.SetLength(JsonFile.MaxBytes + 1L);

        Assert.Contains("256 MiB", Assert.Throws<DossierValidationException>(() => Dossier.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_load_stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Dossier.LoadAsync(new MemoryStream([1, 2, 3]), cancelled.Token));
    }

    [Fact]
    public void Half_a_character_in_a_text_is_an_error()
    {
        var finding = Assert.Single(Assert.Throws<DossierValidationException>(() => Dossier.Parse("{ \"reconcile\": 1,\n\"title\": \"\ud83d\" }")).Findings);

        Assert.Equal(("RC101", 2), (finding.Code, finding.Line));
        Assert.Contains("column 11", finding.Message, StringComparison.Ordinal);
    }

    /// <summary>A stream of unknown length that gives a few bytes at a time.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 777)], cancellationToken);
    }
}
