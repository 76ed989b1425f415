using System.Runtime.ExceptionServices;

namespace Reconcile.Mathematics;

/// <summary>
/// Work over many items, on all cores where it is large. Each item must depend on no other, so that the outcome is the same on every machine; what is thrown
/// is what one core would have met first.
/// </summary>
internal static class Cores
{
    /// <summary>Fewer items are done as soon on one core.</summary>
    public const int Many = 20_000;

    /// <summary>Items in one piece of work.</summary>
    private const int Piece = 5_000;

    /// <summary>Whether so many items are worth a second core.</summary>
    public static bool AreWorth(long items) => items >= Many && Environment.ProcessorCount > 1;

    /// <param name="count">Items.</param>
    /// <param name="work">Does those from the first number to before the second.</param>
    public static void For(int count, Action<int, int> work)
    {
        if (!AreWorth(count))
        {
            work(0, count);
            return;
        }

        Each((count + Piece - 1) / Piece, piece => work(piece * Piece, Math.Min(count, (piece + 1) * Piece)));
    }

    /// <summary>Few items, each of which is much work.</summary>
    /// <param name="count">Items.</param>
    /// <param name="work">Does one.</param>
    public static void Each(int count, Action<int> work)
    {
        var failures = new ExceptionDispatchInfo?[count];
        Parallel.For(0, count, item =>
        {
            try
            {
                work(item);
            }
#pragma warning disable CA1031 // Thrown again below.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failures[item] = ExceptionDispatchInfo.Capture(exception);
            }
        });
        foreach (var failure in failures) failure?.Throw();
    }

    /// <summary>
    /// What two pieces of work give, done one after the other or both at once. What the other throws is thrown at once; the first, which may not throw, then ends by itself. What they need is handed
    /// to them, so that small work makes no closures.
    /// </summary>
    /// <param name="items">How large the two are.</param>
    /// <param name="needs">What both need.</param>
    /// <param name="one">The first.</param>
    /// <param name="other">The second.</param>
    public static (TOne One, TOther Other) Both<TNeeds, TOne, TOther>(int items, TNeeds needs, Func<TNeeds, TOne> one, Func<TNeeds, TOther> other) =>
        AreWorth(items) ? AtOnce(needs, one, other) : (one(needs), other(needs));

    private static (TOne One, TOther Other) AtOnce<TNeeds, TOne, TOther>(TNeeds needs, Func<TNeeds, TOne> one, Func<TNeeds, TOther> other)
    {
        var first = Task.Run(() => one(needs));
        var second = other(needs);
        return (first.GetAwaiter().GetResult(), second);
    }
}
