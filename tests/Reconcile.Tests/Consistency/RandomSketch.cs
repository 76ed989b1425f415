namespace Reconcile.Tests.Consistency;

/// <summary>Small random components of some shapes, with whole numbers, so that no question hangs on the last digit.</summary>
internal static class RandomSketch
{
    /// <summary>Any rows, mostly with circles.</summary>
    public static ComponentSketch Circular(Random random)
    {
        var sketch = new ComponentSketch();
        var states = random.Next(2, 7);
        for (var state = 0; state < states; state++) sketch.State(random.Next(5) == 0 ? double.NegativeInfinity : 0, random.Next(4) == 0 ? random.Next(20, 60) : double.PositiveInfinity);
        for (var row = random.Next(1, 6); row > 0; row--)
        {
            var (low, high) = Range(random, 0, 30);
            sketch.Row(low, high, Terms(random, states, random.Next(2, Math.Min(states, 4) + 1)));
        }

        for (var claim = random.Next(2, 9); claim > 0; claim--)
        {
            if (random.Next(4) > 0) Claim(sketch, random, random.Next(states));
            else if (random.Next(2) == 0) sketch.Claim(Terms(random, states, 2), null, random.Next(-10, 10), random.Next(10, 40), Cost(random));
            else sketch.Claim([(0, 1)], [(1, 1)], random.Next(1, 4) / 8.0, random.Next(4, 8) / 8.0, Cost(random));
        }

        return sketch;
    }

    /// <summary>Rows that form no circle.</summary>
    public static ComponentSketch Tree(Random random)
    {
        var sketch = new ComponentSketch();
        sketch.State();
        for (var row = random.Next(1, 8); row > 0; row--)
        {
            var above = random.Next(sketch.States);
            var (low, high) = random.Next(2) == 0 ? (0, 0) : Range(random, 0, 20);
            (int, double)[] below = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (sketch.State(0, random.Next(5) == 0 ? random.Next(30, 90) : double.PositiveInfinity), (double)-random.Next(1, 3)))];
            sketch.Row(low, high, [(above, 1), .. below]);
        }

        for (var claim = random.Next(2, 12); claim > 0; claim--) Claim(sketch, random, random.Next(sketch.States));
        return sketch;
    }

    /// <summary>Sums of two parts on each of some dates, none of which ever falls.</summary>
    public static ComponentSketch Dated(Random random, int dates, int claims)
    {
        var sketch = new ComponentSketch();
        for (var state = 0; state < 3 * dates; state++) sketch.State();
        for (var date = 0; date < dates; date++)
        {
            sketch.Sum(date, dates + date, (2 * dates) + date);
            for (var quantity = 0; date > 0 && quantity < 3; quantity++) sketch.Rise((quantity * dates) + date - 1, (quantity * dates) + date);
        }

        for (var claim = 0; claim < claims; claim++)
        {
            var state = random.Next(3 * dates);
            var value = (state < dates ? 30 : 15) + (state % dates * (state < dates ? 4 : 2)) + (random.Next(4) == 0 ? random.Next(-20, 21) : random.Next(-3, 4));
            value = Math.Max(value, 1);
            var kind = random.Next(4);
            sketch.Claim(state, kind == 0 ? 0 : value - 2, kind == 1 ? double.PositiveInfinity : value + 2, Cost(random));
        }

        return sketch;
    }

    /// <summary>A random set of claims, mostly most of them.</summary>
    public static bool[] Set(Random random, int claims)
    {
        var share = random.NextDouble();
        return [.. Enumerable.Range(0, claims).Select(_ => random.NextDouble() < share)];
    }

    private static void Claim(ComponentSketch sketch, Random random, int state)
    {
        var (low, high) = Range(random, 0, 50);
        sketch.Claim(state, low, high, Cost(random));
    }

    private static double Cost(Random random) => random.Next(1, 4);

    private static (double Low, double High) Range(Random random, int least, int most)
    {
        double low = random.Next(least, most), high = low + random.Next(0, 8);
        return random.Next(4) switch { 0 => (low, double.PositiveInfinity), 1 => (double.NegativeInfinity, high), _ => (low, high) };
    }

    private static (int, double)[] Terms(Random random, int states, int count)
    {
        var chosen = Enumerable.Range(0, states).ToArray();
        random.Shuffle(chosen);
        return [.. chosen.Take(count).Select(state => (state, (random.Next(2) == 0 ? 1.0 : -1.0) * random.Next(1, 3)))];
    }
}
