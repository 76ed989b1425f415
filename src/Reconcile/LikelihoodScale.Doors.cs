using Reconcile.Validation;

namespace Reconcile;

public sealed partial class LikelihoodScale
{
    /// <summary>The scale with a name.</summary>
    /// <exception cref="KeyNotFoundException">No scale has that name; the message names the nearest.</exception>
    public static LikelihoodScale Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return NamedConventions.Find("scale", name, All, scale => scale.Name);
    }
}
