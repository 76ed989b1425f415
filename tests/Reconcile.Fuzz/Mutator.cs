namespace Reconcile.Fuzz;

/// <summary>Changes an input a little, or joins two.</summary>
internal sealed class Mutator<T>(Random random, IReadOnlyList<T[]> tokens, Func<Random, T> any)
    where T : unmanaged
{
    private const int Longest = 4000;

    public T[] Mutate(T[] input, T[] other)
    {
        var changed = new List<T>(input);
        for (var rounds = 1 + random.Next(random.Next(6) == 0 ? 12 : 3); rounds > 0; rounds--) Change(changed, other);
        if (changed.Count > Longest) changed.RemoveRange(Longest, changed.Count - Longest);
        return [.. changed];
    }

    private void Change(List<T> input, T[] other)
    {
        switch (random.Next(8))
        {
            case 0 when input.Count > 0:
                var (start, length) = Range(input.Count);
                input.RemoveRange(start, length);
                break;
            case 1 when input.Count > 0:
                input[random.Next(input.Count)] = any(random);
                break;
            case 2:
                input.Insert(random.Next(input.Count + 1), any(random));
                break;
            case 3 when input.Count > 0:
                Duplicate(input);
                break;
            case 4 when input.Count > 1:
                var (a, b) = (random.Next(input.Count), random.Next(input.Count));
                (input[a], input[b]) = (input[b], input[a]);
                break;
            case 5 when other.Length > 0:
                var (from, count) = Range(other.Length);
                input.InsertRange(random.Next(input.Count + 1), other[from..(from + count)]);
                break;
            case 6 when other.Length > 0:
                Splice(input, other);
                break;
            default:
                input.InsertRange(random.Next(input.Count + 1), tokens[random.Next(tokens.Count)]);
                break;
        }
    }

    private void Duplicate(List<T> input)
    {
        var (start, length) = Range(input.Count);
        var copy = input.GetRange(start, length);
        for (var times = random.Next(10) == 0 ? random.Next(40) : 1; times > 0 && input.Count < Longest; times--) input.InsertRange(start, copy);
    }

    /// <summary>The beginning of one and the end of the other.</summary>
    private void Splice(List<T> input, T[] other)
    {
        var end = random.Next(input.Count + 1);
        input.RemoveRange(end, input.Count - end);
        input.AddRange(other[random.Next(other.Length)..]);
    }

    private (int Start, int Length) Range(int count)
    {
        var start = random.Next(count);
        var length = 1 + random.Next(Math.Min(count - start, random.Next(4) == 0 ? count : 6));
        return (start, length);
    }
}
