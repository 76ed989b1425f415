namespace Reconcile.Mathematics;

/// <summary>Union–find with path halving (Tarjan and van Leeuwen 1984): which of the numbers 0 to n − 1 are linked.</summary>
internal readonly struct DisjointSets
{
    private readonly int[] _parents;

    /// <param name="count">n; at first each number is alone.</param>
    public DisjointSets(int count)
    {
        _parents = new int[count];
        for (var i = 0; i < count; i++) _parents[i] = i;
    }

    /// <summary>A number that stands for all that are linked to this one.</summary>
    public int Find(int member)
    {
        while (_parents[member] != member) member = _parents[member] = _parents[_parents[member]];
        return member;
    }

    /// <summary>Links two numbers and what they are linked to.</summary>
    /// <returns>False when they already were linked.</returns>
    public bool Join(int a, int b)
    {
        var (rootA, rootB) = (Find(a), Find(b));
        _parents[rootA] = rootB;
        return rootA != rootB;
    }
}
