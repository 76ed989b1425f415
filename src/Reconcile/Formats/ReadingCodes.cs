namespace Reconcile.Formats;

/// <summary>Codes of what can be wrong with the text of a dossier.</summary>
internal static class ReadingCodes
{
    /// <summary>No UTF-8 JSON object of at most 256 MiB.</summary>
    public const string NotJson = "RC101";

    /// <summary>Another format, or another version of it.</summary>
    public const string Version = "RC102";

    public const string UnknownProperty = "RC103";

    public const string DuplicateProperty = "RC104";

    public const string MissingProperty = "RC105";

    public const string WrongType = "RC106";

    public const string WrongValue = "RC107";
}
