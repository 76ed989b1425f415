using System.Globalization;

namespace Reconcile.Claims;

/// <summary>Claims, each with an id: one that has none gets c1, c2, … by its position, or the first number after it that is free.</summary>
internal sealed class NamedClaims
{
    private readonly List<Claim> _claims;
    private HashSet<string>? _ids;
    private int _next;

    /// <param name="claims">Those that are there.</param>
    /// <param name="lastNumber">Their <see cref="LastNumber"/>.</param>
    public NamedClaims(IReadOnlyList<Claim> claims, int lastNumber)
    {
        _claims = new List<Claim>(claims);
        LastNumber = lastNumber;
    }

    /// <summary>No id of the form c1, c2, … has a greater number, so that a position beyond it needs no look at all ids.</summary>
    public int LastNumber { get; private set; }

    public Claim[] ToArray() => [.. _claims];

    public void Add(Claim claim)
    {
        if (string.IsNullOrEmpty(claim.Id)) claim = claim with { Id = FreeId() };
        _claims.Add(claim);
        _ids?.Add(claim.Id);
        if (claim.Id[0] == 'c' && int.TryParse(claim.Id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) LastNumber = Math.Max(LastNumber, number);
    }

    private string FreeId()
    {
        // Numbers that were passed over are taken still; counting on from them keeps many claims from looking at the same ones again.
        _next = Math.Max(_next, _claims.Count + 1);
        if (_next > LastNumber) return IdOf(_next);
        _ids ??= [.. _claims.Select(claim => claim.Id)];
        while (_ids.Contains(IdOf(_next))) _next++;
        return IdOf(_next);
    }

    private static string IdOf(int number) => "c" + number.ToString(CultureInfo.InvariantCulture);
}
