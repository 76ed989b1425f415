namespace Reconcile.Results;

/// <summary>
/// Something that is worked out when somebody first reads it, and then kept: a caller who wants the numbers of a thousand dossiers does not pay for
/// their sentences. Depends on immutable data alone, so that it is the same whenever it is read. Thread-safe.
/// </summary>
internal abstract class Deferred<T>
    where T : class
{
    private T? _value;

    public T Value => Volatile.Read(ref _value) ?? Keep(Work());

    protected abstract T Work();

    /// <summary>Two readers at once may both work it out; both then see the same one.</summary>
    private T Keep(T made) => Interlocked.CompareExchange(ref _value, made, null) ?? made;
}
