using Reconcile.Validation;

namespace Reconcile;

public static partial class RuleBook
{
    /// <summary>The rule book with a name.</summary>
    /// <param name="name">Such as <c>acled</c>, letter for letter.</param>
    /// <returns>The rule book.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">No rule book has that name; the message names the nearest. Your own are not found by name.</exception>
    public static IRuleBook Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return NamedConventions.Find("rule", name, All, rule => rule.Name);
    }
}
