namespace Reconcile.Claims;

/// <summary>Names as relations and subjects write them where they are more than one word: in double quotes, as <c>"troops sent"</c>.</summary>
internal static class QuotedName
{
    /// <summary>The name of a quantity, without the quotes where it stands in them; any other text as it is.</summary>
    public static string Bare(string text) => text.Length > 2 && text[0] == '"' && text.IndexOf('"', 1) == text.Length - 1 ? text[1..^1] : text;
}
