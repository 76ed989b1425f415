namespace Reconcile.Validation;

/// <summary>Finds a convention of this library, such as a reading, by its name.</summary>
internal static class NamedConventions
{
    /// <exception cref="KeyNotFoundException">None has that name; the message proposes one that begins with it or is near to it.</exception>
    public static T Find<T>(string what, string name, IReadOnlyList<T> all, Func<T, string> nameOf)
    {
        foreach (var convention in all)
        {
            if (nameOf(convention) == name) return convention;
        }

        string[] names = [.. all.Select(nameOf)];
        var longer = name.Length == 0 ? null : Array.Find(names, known => known.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        throw new KeyNotFoundException(
            longer is null ? NearestNames.Unknown(what, name, names) : $"Unknown {what} {NearestNames.Shown(name)}; did you mean {NearestNames.Shown(longer)}?");
    }
}
