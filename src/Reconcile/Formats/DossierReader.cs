using Reconcile.Validation;

namespace Reconcile.Formats;

/// <summary>Reads a dossier from UTF-8 JSON and collects every error, with path and line, on the way.</summary>
internal static class DossierReader
{
    /// <summary>What could be read; complete where <paramref name="findings"/> stays empty.</summary>
    /// <param name="utf8">The whole file, with or without a byte order mark.</param>
    /// <param name="findings">Errors are added to it.</param>
    /// <returns>Null when the text is no JSON object, so that not all of it could be looked at, or has more errors than are kept.</returns>
    public static Dossier? Read(ReadOnlySpan<byte> utf8, FindingCollector findings) =>
        JsonFile.Read<Dossier>(utf8, DossierTables.Dossier.What, findings, ReadRoot);

    private static Dossier? ReadRoot(ref JsonCursor cursor, FindingCollector findings)
    {
        cursor.Read();
        if (!cursor.TryEnter(DossierTables.Dossier, out var state)) return null;

        var parts = new DossierParts();
        while (cursor.NextProperty(ref state, out var name)) parts.Read(ref cursor, ref state, name);

        // Reads past the end, so that anything behind the object is found.
        cursor.Read();
        if (parts.OtherFormat is { } result)
        {
            findings.Clear();
            findings.Add(result);
            return null;
        }

        return findings.LeavesOutErrors ? null : parts.ToDossier(state, findings);
    }
}
