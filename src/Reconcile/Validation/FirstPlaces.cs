namespace Reconcile.Validation;

/// <summary>Where each name of a list stands first, by its number.</summary>
/// <param name="names">How many names have numbers.</param>
internal readonly struct FirstPlaces(int names)
{
    private readonly int[] _placesPlusOne = new int[names];

    /// <summary>The place where a name stood first: this one, when it was not met before.</summary>
    public int Of(int name, int place)
    {
        ref var first = ref _placesPlusOne[name];
        if (first == 0) first = place + 1;
        return first - 1;
    }
}
