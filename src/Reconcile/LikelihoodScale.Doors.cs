using Reconcile.Validation;

namespace Reconcile;

public sealed partial class LikelihoodScale
{
    /// <summary>The scale with a name.</summary>
    /// <param name="name">Such as <c>icd203</c>, letter for letter.</param>
    /// <returns>The scale.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">No scale has that name; the message names the nearest.</exception>
    public static LikelihoodScale Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return NamedConventions.Find("scale", name, All, scale => scale.Name);
    }
}
