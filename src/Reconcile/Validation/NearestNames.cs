using System.Globalization;
using System.Text;
using Reconcile.Mathematics;

namespace Reconcile.Validation;

/// <summary>Finds what was probably meant by an unknown name.</summary>
internal static class NearestNames
{
    private const int ListedNames = 5;

    /// <summary>So few are listed without leaving any out.</summary>
    private const int FewNames = 8;
    private const int ShownLength = 60;

    /// <summary>For example <c>Unknown quantity "kiled"; did you mean "killed"?</c></summary>
    public static string Unknown(string what, string name, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        name ??= "";
        IReadOnlyCollection<string> names = known as IReadOnlyCollection<string> ?? [.. known];
        var beginning = $"Unknown {what} {Shown(name)}";
        if (EditDistance.Nearest(name, names) is { } nearest)
        {
            var hint = string.Equals(name, nearest, StringComparison.OrdinalIgnoreCase) ? " Names are case-sensitive." : "";
            return $"{beginning}; did you mean {Shown(nearest)}?{hint}";
        }

        return names.Count == 0 ? $"{beginning}; none is known." : $"{beginning}; known {(names.Count == 1 ? "is" : "are")} {Listed(names)}.";
    }

    /// <summary>A name in quotes, cut where it is too long to read.</summary>
    internal static string Shown(string name) => $"\"{Short(name)}\"";

    /// <summary>A name as it can be printed on one line: cut where it is too long to read, without control characters or halves of surrogate pairs.</summary>
    internal static string Short(string name)
    {
        if (name.Length <= ShownLength && name.All(static letter => !char.IsControl(letter) && !char.IsSurrogate(letter))) return name;

        var shown = new StringBuilder(ShownLength + 1);
        foreach (var rune in name.EnumerateRunes())
        {
            if (shown.Length + rune.Utf16SequenceLength > ShownLength) return shown.Append('…').ToString();
            shown.Append(Rune.IsControl(rune) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return shown.ToString();
    }

    internal static string Listed(IReadOnlyCollection<string> names)
    {
        var text = new StringBuilder();
        var listed = names.Count <= FewNames ? names.Count : ListedNames;
        var index = 0;
        foreach (var name in names.Take(listed))
        {
            if (index > 0) text.Append(index == names.Count - 1 ? " and " : ", ");
            text.Append(Shown(name ?? ""));
            index++;
        }

        if (names.Count > listed) text.Append(CultureInfo.InvariantCulture, $" and {names.Count - listed:N0} more");
        return text.ToString();
    }
}
