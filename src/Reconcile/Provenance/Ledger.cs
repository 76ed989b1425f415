namespace Reconcile.Provenance;

/// <summary>The standing of each claim while evidence is gathered. A claim may hang on another that it passes on; it then shares the fate of that one.</summary>
internal sealed class Ledger
{
    private readonly Standing[] _standings;
    private readonly int[] _instead;
    private readonly int[] _origins;
    private Dictionary<string, int>? _byId;

    public Ledger(Dossier dossier)
    {
        Claims = dossier.Claims;
        _standings = new Standing[Claims.Count];
        _instead = new int[Claims.Count];
        _origins = new int[Claims.Count];
        Array.Fill(_instead, Evidence.None);
        Array.Fill(_origins, Evidence.None);
    }

    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>Whether a claim was neither withdrawn nor replaced, and is a statement of its own.</summary>
    public bool Counts(int claim) => _standings[claim] == Standing.Counts && IsStatement(claim);

    /// <summary>Whether a claim hangs on no other.</summary>
    public bool IsStatement(int claim) => _origins[claim] == Evidence.None;

    public bool IsRetracted(int claim) => _standings[claim] == Standing.Retracted;

    public bool IsSuperseded(int claim) => _standings[claim] == Standing.Superseded;

    public void Retract(int claim) => _standings[claim] = Standing.Retracted;

    /// <summary>Of several replacements the latest is named.</summary>
    public void Supersede(int claim, int by)
    {
        _standings[claim] = Standing.Superseded;
        if (_instead[claim] == Evidence.None || ClaimOrder.LatestFirst(Claims[by], Claims[_instead[claim]]) < 0) _instead[claim] = by;
    }

    /// <summary>The claim at which what a claim passes on starts; the claim itself when it is a statement of its own.</summary>
    public int OriginOf(int claim)
    {
        while (_origins[claim] != Evidence.None) claim = _origins[claim];
        return claim;
    }

    /// <summary>Hangs a claim on the origin of another, unless that one stands or falls with it.</summary>
    public void Hang(int claim, int on)
    {
        if (!LeadsTo(on, claim)) _origins[claim] = OriginOf(on);
    }

    /// <summary>Whether a claim hangs on another, was replaced by it, or by one that hangs on it, and so on.</summary>
    public bool LeadsTo(int claim, int other)
    {
        for (var steps = 0; steps <= _instead.Length; steps++)
        {
            claim = OriginOf(claim);
            if (claim == other) return true;
            if (!IsSuperseded(claim)) return false;
            claim = _instead[claim];
        }

        return false;
    }

    /// <summary>The claims that a claim names in <c>supersedes</c>, itself left out.</summary>
    public IEnumerable<int> NamedBy(int claim)
    {
        if (Claims[claim].Supersedes.Count == 0) yield break;
        _byId ??= IndexById();
        foreach (var id in Claims[claim].Supersedes)
        {
            if (_byId.TryGetValue(id, out var named) && named != claim) yield return named;
        }
    }

    /// <summary>Whether a claim replaces one on the same quantity by name: then it passes on nothing.</summary>
    public bool SpeaksAnew(int claim)
    {
        foreach (var named in NamedBy(claim))
        {
            if (Claims[named].Quantity == Claims[claim].Quantity) return true;
        }

        return false;
    }

    /// <summary>Whether a claim names another in <c>supersedes</c>, at once or by way of others.</summary>
    public bool Replaces(int claim, int other)
    {
        if (!IsSuperseded(other) || Claims[claim].Supersedes.Count == 0) return false;
        var open = new Stack<int>([claim]);
        var seen = new HashSet<int> { claim };
        while (open.TryPop(out var next))
        {
            foreach (var named in NamedBy(next))
            {
                if (named == other) return true;
                if (seen.Add(named)) open.Push(named);
            }
        }

        return false;
    }

    public Evidence ToEvidence(Dossier dossier, DateOnly? asOf, HedgeReading reading)
    {
        for (var i = 0; i < _standings.Length; i++)
        {
            if (_standings[i] == Standing.Counts && !IsStatement(i)) SetAsideWithOrigin(i);
        }

        for (var i = 0; i < _standings.Length; i++)
        {
            // What a repetition replaces is replaced by what it repeats.
            if (_standings[i] == Standing.Superseded && _standings[_instead[i]] == Standing.Repeated && _instead[_instead[i]] != i) _instead[i] = _instead[_instead[i]];
        }

        for (var i = 0; i < _origins.Length; i++)
        {
            if (!IsStatement(i)) _origins[i] = OriginOf(i);
        }

        return new Evidence(dossier, asOf, reading, _standings, _instead, _origins);
    }

    private void SetAsideWithOrigin(int claim)
    {
        var origin = OriginOf(claim);
        (_standings[claim], _instead[claim]) = _standings[origin] switch
        {
            Standing.Counts => (Standing.Repeated, origin),
            Standing.Retracted => (Standing.Retracted, origin),
            Standing.Superseded => (Standing.Superseded, _instead[origin]),
            _ => throw new InvalidOperationException($"Claim {Claims[claim].Id} passes on what has no standing of its own."),
        };
    }

    private Dictionary<string, int> IndexById()
    {
        var byId = new Dictionary<string, int>(Claims.Count, StringComparer.Ordinal);
        for (var i = 0; i < Claims.Count; i++) byId.TryAdd(Claims[i].Id, i);
        return byId;
    }
}
