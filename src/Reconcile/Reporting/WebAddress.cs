namespace Reconcile.Reporting;

/// <summary>Addresses to which a report may link.</summary>
internal static class WebAddress
{
    /// <summary>What a link may point to, http and https alone; null: text that is shown as it is.</summary>
    /// <returns>Printable ASCII without a space or an angle bracket, whatever was written, so that it can stand in an attribute or between brackets.</returns>
    public static string? LinkOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && IsPlain(address.AbsoluteUri)
            ? address.AbsoluteUri
            : null;

    private static bool IsPlain(string address) => !address.AsSpan().ContainsAnyExceptInRange('!', '~') && address.AsSpan().IndexOfAny('<', '>') < 0;
}
