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
    public async Task What_was_saved_is_loaded_as_an_equal_dossier()
    {
        var path = Path.Combine(_folder, "saved.json");
        var dossier = Dossier.Create("Größe").Claim("killed", "300–600", "ministry");
        using var stream = new MemoryStream();

        File.WriteAllText(path, new string('x', 10_000));
        dossier.Save(path);
        await dossier.SaveAsync(stream, TestContext.Current.CancellationToken);

        Assert.Equal(dossier, Dossier.Load(path));
        Assert.Equal(dossier.ToJson() + "\n", File.ReadAllText(path));
        Assert.Equal(File.ReadAllBytes(path), stream.ToArray());
    }

    [Fact]
    public void A_file_is_replaced_at_once_and_nothing_is_left_beside_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "an open file is not replaced there");
        var path = Path.Combine(_folder, "saved.json");
        File.WriteAllText(path, "before");
        using (var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)))
        {
            Dossier.Create("after").Save(path);

            // Whoever reads has the old file or the new one, never a part of it.
            Assert.Equal("before", reader.ReadToEnd());
        }

        Assert.Equal("after", Dossier.Load(path).Title);
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_link_stays_a_link_and_rights_stay_as_they_are()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        var (place, link) = (Path.Combine(_folder, "place.json"), Path.Combine(_folder, "link.json"));
        File.WriteAllText(place, "before");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(place, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        File.CreateSymbolicLink(link, "place.json");

        Dossier.Create("after").Save(link);

        Assert.Equal("place.json", new FileInfo(link).LinkTarget);
        Assert.Equal("after", Dossier.Load(place).Title);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead, File.GetUnixFileMode(place));
    }

    [Fact]
    public void A_link_to_a_file_that_is_not_there_yet_makes_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        var link = Path.Combine(_folder, "link.json");
        File.CreateSymbolicLink(link, "place.json");

        Dossier.Create("after").Save(link);

        Assert.Equal("after", Dossier.Load(Path.Combine(_folder, "place.json")).Title);
        Assert.Equal("place.json", new FileInfo(link).LinkTarget);
    }

    [Fact]
    public void A_device_is_written_to_and_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no devices among the files there");
        var link = Path.Combine(_folder, "link.json");
        File.CreateSymbolicLink(link, "/dev/null");

        Dossier.Create().Save("/dev/null");
        Dossier.Create().Save(link);

        Assert.Equal(0, new FileInfo("/dev/null").Length);
        Assert.Equal([link], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_read_only_file_stays_as_it_is()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "needs a user who can be refused");
        var path = Path.Combine(_folder, "kept.json");
        File.WriteAllText(path, "before");
        File.SetAttributes(path, FileAttributes.ReadOnly);

        Assert.Contains("may not be written", Assert.Throws<IOException>(() => Dossier.Create().Save(path)).Message, StringComparison.Ordinal);
        Assert.Equal("before", File.ReadAllText(path));
        File.SetAttributes(path, FileAttributes.Normal);
    }

    [Fact]
    public void A_folder_that_takes_no_new_files_refuses_a_new_one_by_its_name()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess || OperatingSystem.IsWindows(), "needs a user who can be refused");
        if (OperatingSystem.IsWindows()) return;
        var (folder, old) = (Path.Combine(_folder, "kept"), Path.Combine(_folder, "kept", "old.json"));
        Directory.CreateDirectory(folder);
        File.WriteAllText(old, "before");
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.Contains("new.json", Assert.Throws<IOException>(() => Dossier.Create().Save(Path.Combine(folder, "new.json"))).Message, StringComparison.Ordinal);
            Dossier.Create("after").Save(old);
            Assert.Equal("after", Dossier.Load(old).Title);
        }
        finally
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_dossier_that_cannot_be_written_leaves_the_file_as_it_was()
    {
        var path = Path.Combine(_folder, "kept.json");
        var broken = Dossier.Create().Quantity(new Quantity { Id = "killed", Drift = double.NaN });
        File.WriteAllText(path, "before");

        Assert.Throws<DossierValidationException>(() => broken.Save(path));
        await Assert.ThrowsAsync<DossierValidationException>(() => broken.SaveAsync(new MemoryStream(), TestContext.Current.CancellationToken));
        Assert.Equal("before", File.ReadAllText(path));
    }

    [Fact]
    public async Task A_dossier_is_not_saved_where_nothing_can_be_written()
    {
        Assert.Throws<DirectoryNotFoundException>(() => Dossier.Create().Save(Path.Combine(_folder, "missing", "a.json")));
        Assert.Contains("directory", Assert.Throws<IOException>(() => Dossier.Create().Save(_folder)).Message, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Dossier.Create().SaveAsync(new MemoryStream(), new CancellationToken(canceled: true)));
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
