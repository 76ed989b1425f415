using Reconcile.Validation;

namespace Reconcile;

public sealed partial class WordTable
{
    /// <summary>The table with a name.</summary>
    /// <exception cref="KeyNotFoundException">No table has that name; the message names the nearest.</exception>
    public static WordTable Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return NamedConventions.Find("word table", name, All, table => table.Name);
    }
}
