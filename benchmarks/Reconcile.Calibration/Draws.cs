namespace Reconcile.Calibration;

/// <summary>
/// Random draws. The generator is SplitMix64 (Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators, OOPSLA, figure 17): each pair of seed
/// and number has a sequence of its own, so that one dossier can be drawn again without those before it.
/// </summary>
internal sealed class Draws(int seed, int number)
{
    private ulong _state = Mixed((ulong)(uint)seed << 32 | (uint)number);

    /// <summary>Uniform over [0, 1).</summary>
    public double Uniform()
    {
        _state += 0x9E3779B97F4A7C15;
        return (Mixed(_state) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Uniform over [low, high).</summary>
    public double Uniform(double low, double high) => low + ((high - low) * Uniform());

    /// <summary>Log-uniform over [low, high): every factor is equally likely.</summary>
    public double LogUniform(double low, double high) => Math.Exp(Uniform(Math.Log(low), Math.Log(high)));

    /// <summary>A whole number from low to high, both included.</summary>
    public int Whole(int low, int high) => low + (int)(Uniform() * (high - low + 1));

    /// <summary>Whether something of this chance happens.</summary>
    public bool Happens(double chance) => Uniform() < chance;

    /// <summary>Exponential with this mean.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - Uniform());

    /// <summary>Standard normal (Box and Muller 1958).</summary>
    public double Normal() => Math.Sqrt(2 * Exponential(1)) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>Student's t with 3 degrees of freedom: a normal over the root of the mean of three squares.</summary>
    public double HeavyTailed()
    {
        double squares = 0;
        for (var i = 0; i < 3; i++) squares += Math.Pow(Normal(), 2);
        return Normal() / Math.Sqrt(squares / 3);
    }

    /// <summary>One of some, each with its weight.</summary>
    public T Pick<T>(IReadOnlyList<(T Item, double Weight)> items)
    {
        var rest = Uniform() * items.Sum(item => item.Weight);
        foreach (var (item, weight) in items)
        {
            rest -= weight;
            if (rest < 0) return item;
        }

        return items[^1].Item;
    }

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
