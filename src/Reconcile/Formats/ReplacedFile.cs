namespace Reconcile.Formats;

/// <summary>Writes a file beside the old one and then moves it there, so that whoever stops half-way has the old one still.</summary>
internal static class ReplacedFile
{
    /// <remarks>
    /// A link stays a link, and rights stay as they are. What is no file to replace, such as a device or a pipe, is written to; so is a file that may be written in a folder that may not.
    /// </remarks>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, byte[] bytes)
    {
        if (PlaceOf(path) is not { } place || !(File.Exists(place) ? WasReplaced(place, bytes) : WasMoved(place, bytes))) File.WriteAllBytes(path, bytes);
    }

    /// <summary>Where the file lies, links followed; null where nothing is to be replaced.</summary>
    private static string? PlaceOf(string path)
    {
        var place = new FileInfo(path);
        if (IsDevice(place.FullName)) return null;
        if (place.LinkTarget is not null) place = (FileInfo)place.ResolveLinkTarget(returnFinalTarget: true)!;
        return Directory.Exists(place.DirectoryName) && !Directory.Exists(place.FullName) && !IsDevice(place.FullName) ? place.FullName : null;
    }

    private static bool IsDevice(string path) => !OperatingSystem.IsWindows() && path.StartsWith("/dev/", StringComparison.Ordinal);

    /// <remarks>Opened before anything is replaced: a file that may not be written may not be replaced either, though its folder would allow it.</remarks>
    private static bool WasReplaced(string place, byte[] bytes)
    {
        using (var old = new FileStream(place, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            if (!old.CanSeek)
            {
                old.Write(bytes);
                return true;
            }
        }

        return WasMoved(place, bytes);
    }

    private static bool WasMoved(string place, byte[] bytes)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(place)!, $".{Path.GetRandomFileName()}.reconcile");
        var isComplete = false;
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(place)) File.SetUnixFileMode(temporary, File.GetUnixFileMode(place));
            isComplete = true;
            File.Move(temporary, place, overwrite: true);
            return true;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException || (isComplete && refused is IOException))
        {
            return false;
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
