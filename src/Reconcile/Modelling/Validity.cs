namespace Reconcile.Modelling;

/// <summary>The days on which a relation holds; a null end: always.</summary>
internal readonly record struct Validity(DateOnly? From, DateOnly? To)
{
    /// <summary>Whether it holds on a day; where nothing is dated it does.</summary>
    public bool Holds(DateOnly? day) => day is null || (!(day < From) && !(day > To));
}
