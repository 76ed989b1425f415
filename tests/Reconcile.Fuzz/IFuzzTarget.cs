namespace Reconcile.Fuzz;

/// <summary>A reader under test, its grammar, and what must hold for every input.</summary>
/// <typeparam name="T">What inputs are made of: characters or bytes.</typeparam>
internal interface IFuzzTarget<T>
    where T : unmanaged, IEquatable<T>
{
    /// <summary>Pieces worth inserting anywhere.</summary>
    IReadOnlyList<T[]> Tokens { get; }

    /// <summary>An input that is nearly always valid.</summary>
    T[] Generate(Random random);

    /// <summary>Reads the input and checks every promise.</summary>
    /// <returns>What the reader made of it, in coarse terms: inputs with a new answer are kept and mutated further.</returns>
    /// <exception cref="BrokenPromiseException">A promise does not hold.</exception>
    string Check(T[] input);

    /// <summary>The input as text, for people.</summary>
    string Show(T[] input);
}
