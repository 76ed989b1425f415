using Reconcile.Validation;

namespace Reconcile;

public sealed partial class HedgeReading
{
    /// <summary>The reading with a name, such as <c>ferson-2015</c> or, with a table of number words, <c>ferson-2015+acled</c>.</summary>
    /// <param name="name">A <see cref="Name"/>, letter for letter; a table is joined by <c>+</c>.</param>
    /// <returns>The reading.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">No reading or table has that name; the message names the nearest. Custom readings are not found by name.</exception>
    public static HedgeReading Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plus = name.IndexOf(WordsSeparator, StringComparison.Ordinal);
        var reading = NamedConventions.Find("reading", plus < 0 ? name : name[..plus], All, reading => reading.Name);
        return plus < 0 ? reading : reading.WithWords(WordTable.Named(name[(plus + 1)..]));
    }
}
