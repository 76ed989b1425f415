using Reconcile.Validation;

namespace Reconcile;

public sealed partial class WordTable
{
    /// <summary>The table with a name.</summary>
    /// <param name="name">Such as <c>acled</c>, letter for letter.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">No table has that name; the message names the nearest. Your own are not found by name.</exception>
    public static WordTable Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return NamedConventions.Find("word table", name, All, table => table.Name);
    }
}
