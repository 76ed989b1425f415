namespace Reconcile.Claims;

/// <summary>Lists as they are handed over, copied so that their maker cannot change what was said with them.</summary>
internal static class OwnList
{
    /// <summary>A copy; what is empty is shared, and null, which validation reports, stays null.</summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> items) => items is null ? null! : items.Count == 0 ? [] : items.ToArray();
}
