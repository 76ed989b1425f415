using System.Buffers;

namespace Reconcile.Modelling;

/// <summary>The ordinal order of ids. Many are sorted by eight letters behind what all begin with (least significant digit radix sort; Knuth 1998, vol. 3, 5.2.5), and only what is alike there by comparison.</summary>
internal static class IdOrder
{
    /// <summary>Below this a comparison sort is as fast.</summary>
    private const int Many = 1000;

    private const int Letters = sizeof(ulong);
    private const int Codes = 256;

    /// <summary>The positions of the quantities in the order of their ids.</summary>
    public static int[] Of(IReadOnlyList<Quantity> quantities)
    {
        var order = new int[quantities.Count];
        var ids = new string[order.Length];
        for (var i = 0; i < order.Length; i++) (order[i], ids[i]) = (i, quantities[i].Id);
        if (order.Length < Many || !TrySortByLetters(ids, order)) Array.Sort(ids, order, StringComparer.Ordinal);
        return order;
    }

    /// <summary>False where a letter has a code of 256 or more.</summary>
    private static bool TrySortByLetters(string[] ids, int[] order)
    {
        var keys = ArrayPool<ulong>.Shared.Rent(ids.Length);
        var isShort = TryFillKeys(ids, keys);
        if (isShort)
        {
            SortByKeys(keys, order);
            SortAlike(keys, ids, order);
        }

        ArrayPool<ulong>.Shared.Return(keys);
        return isShort;
    }

    private static bool TryFillKeys(string[] ids, ulong[] keys)
    {
        var common = CommonLength(ids);
        for (var i = 0; i < ids.Length; i++)
        {
            var key = 0ul;
            var id = ids[i].AsSpan(common);
            for (var j = 0; j < Letters; j++)
            {
                var letter = j < id.Length ? id[j] : '\0';
                if (letter >= Codes) return false;
                key = (key << 8) | letter;
            }

            keys[i] = key;
        }

        return true;
    }

    private static int CommonLength(string[] ids)
    {
        var common = ids[0].AsSpan();
        foreach (var id in ids) common = common[..common.CommonPrefixLength(id)];
        return common.Length;
    }

    private static void SortByKeys(ulong[] keys, int[] order)
    {
        var otherKeys = ArrayPool<ulong>.Shared.Rent(order.Length);
        var otherOrder = ArrayPool<int>.Shared.Rent(order.Length);
        var (fromKeys, toKeys, from, to) = (keys, otherKeys, order, otherOrder);
        Span<int> starts = stackalloc int[Codes];
        for (var shift = 0; shift < 8 * Letters; shift += 8)
        {
            starts.Clear();
            for (var i = 0; i < order.Length; i++) starts[(byte)(fromKeys[i] >> shift)]++;
            if (starts[(byte)(fromKeys[0] >> shift)] == order.Length) continue;
            var sum = 0;
            foreach (ref var start in starts) (start, sum) = (sum, sum + start);
            for (var i = 0; i < order.Length; i++)
            {
                var place = starts[(byte)(fromKeys[i] >> shift)]++;
                (toKeys[place], to[place]) = (fromKeys[i], from[i]);
            }

            (fromKeys, toKeys, from, to) = (toKeys, fromKeys, to, from);
        }

        if (from != order)
        {
            Array.Copy(from, order, order.Length);
            Array.Copy(fromKeys, keys, order.Length);
        }

        ArrayPool<ulong>.Shared.Return(otherKeys);
        ArrayPool<int>.Shared.Return(otherOrder);
    }

    /// <summary>Sorts each run of ids that have one key by the whole ids.</summary>
    private static void SortAlike(ulong[] keys, string[] ids, int[] order)
    {
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && keys[end] == keys[start]) end++;
            if (end - start > 1)
            {
                var alike = new string[end - start];
                for (var i = 0; i < alike.Length; i++) alike[i] = ids[order[start + i]];
                alike.AsSpan().Sort(order.AsSpan(start, alike.Length), string.CompareOrdinal);
            }

            start = end;
        }
    }
}
