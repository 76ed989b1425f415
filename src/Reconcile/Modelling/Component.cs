namespace Reconcile.Modelling;

/// <summary>States that relations or claims connect, directly or not. Components know nothing of each other.</summary>
/// <remarks>States are ordered by the id of their quantity (those of moving quantities day by day after those of the fixed ones), constraints and claims by content, so that the order of input changes nothing.</remarks>
internal sealed class Component
{
    private const double PartOfSmallest = 0.2;

    /// <summary>Up to so many claims what is noted of each fits on the stack.</summary>
    private const int Few = 256;

    private readonly int[] _starts;
    private readonly int[] _claimsByState;

    public Component(State[] states, Constraint[] constraints, ModelledClaim[] claims, Course[] courses)
    {
        States = states;
        Constraints = constraints;
        Claims = claims;
        Courses = courses;
        _starts = new int[states.Length + 1];
        RootsSpeakOnce = true;
        var seen = claims.Length <= Few ? stackalloc byte[claims.Length] : new byte[claims.Length];
        foreach (var claim in claims)
        {
            if (claim.State >= 0) _starts[claim.State + 1]++;
            Roots = Math.Max(Roots, claim.Root + 1);
            ErrorGroups = Math.Max(ErrorGroups, claim.ErrorGroup + 1);
            RootsSpeakOnce = RootsSpeakOnce && IsFirst(seen, claim.Root, 1) && IsFirst(seen, claim.ErrorGroup, 2);
            HasShares |= claim.IsShare;
            HasLeaningSources |= claim.Leaning is not null;
            HasWords |= !claim.SaysNothing;
        }

        for (var state = 0; state < states.Length; state++) _starts[state + 1] += _starts[state];
        _claimsByState = new int[_starts[^1]];
        for (var claim = claims.Length - 1; claim >= 0; claim--)
        {
            if (claims[claim].State >= 0) _claimsByState[--_starts[claims[claim].State + 1]] = claim;
        }

        // Each start was counted down from the end of its state: shifted by one they are the starts.
        for (var state = 0; state < states.Length; state++) _starts[state] = _starts[state + 1];
        _starts[^1] = _claimsByState.Length;
    }

    public State[] States { get; }

    /// <summary>Relations between two or more of its states.</summary>
    public Constraint[] Constraints { get; }

    /// <summary>On how many days its moving quantities have a state; 1 where nothing moves.</summary>
    public int Days => Courses.Length == 0 ? 1 : Courses[0].Days.Length;

    public ModelledClaim[] Claims { get; }

    /// <summary>Its moving quantities from day to day; empty where nothing moves.</summary>
    public Course[] Courses { get; }

    /// <summary>How many roots speak.</summary>
    public int Roots { get; }

    /// <summary>Whether each claim has a root and an error of its own, so that no error is shared and nobody contradicts himself; not seen where numbers of roots are left out.</summary>
    public bool RootsSpeakOnce { get; }

    /// <summary>How many errors its claims could share.</summary>
    public int ErrorGroups { get; }

    /// <summary>Whether some claim is on a share.</summary>
    public bool HasShares { get; }

    /// <summary>Whether the source of some claim leans on what that speaks of.</summary>
    public bool HasLeaningSources { get; }

    /// <summary>Whether some claim says something: "at least 0" is no word.</summary>
    public bool HasWords { get; }

    /// <summary>The claims that speak of one state alone, ascending.</summary>
    public ReadOnlySpan<int> ClaimsOn(int state) => _claimsByState.AsSpan(_starts[state].._starts[state + 1]);

    /// <summary>Whether a claim says something of a state alone: "at least 0" is no word.</summary>
    public bool HasWordOn(int state)
    {
        foreach (var claim in ClaimsOn(state))
        {
            if (!Claims[claim].SaysNothing) return true;
        }

        return false;
    }

    /// <summary>The claims on what a total grew by in a period, ascending.</summary>
    public int[] Increments => field ??= [.. Enumerable.Range(0, Claims.Length).Where(claim => Claims[claim].Claim.During is not null)];

    /// <summary>The moving quantity of a state; null for a fixed one, and where nothing is dated.</summary>
    public Course? CourseOf(int state) => States[state].Day is null ? null : Array.Find(Courses, course => course.Quantity.Id == States[state].Quantity.Id);

    /// <summary>The natural scale of the numbers: the largest size of an accepted figure, without figures that of a bound, else 1.</summary>
    public double Scale(ReadOnlySpan<bool> accepted)
    {
        var scale = 0.0;
        for (var i = 0; i < Claims.Length; i++)
        {
            if (accepted[i] && Claims[i] is { IsShare: false, SaysNothing: false }) scale = Math.Max(scale, Math.Abs(Claims[i].Value));
        }

        if (scale > 0) return scale;
        foreach (var state in States)
        {
            if (double.IsFinite(state.Bounds.Low)) scale = Math.Max(scale, Math.Abs(state.Bounds.Low));
            if (double.IsFinite(state.Bounds.High)) scale = Math.Max(scale, Math.Abs(state.Bounds.High));
        }

        return scale > 0 ? scale : 1;
    }

    /// <summary>
    /// As how large a total counts that is told as 0: a fifth of the smallest of the other totals, by its largest value, but not under 1 where that is larger; where none has a value, 1 (conventions).
    /// </summary>
    public double SizeOfNothing(ReadOnlySpan<bool> accepted)
    {
        var smallest = double.PositiveInfinity;
        foreach (var course in Courses)
        {
            if (course.NeverFalls && LargestOf(course, accepted) is > 0 and var largest) smallest = Math.Min(smallest, largest);
        }

        return double.IsFinite(smallest) ? Math.Max(PartOfSmallest * smallest, Math.Min(1, smallest)) : 1;
    }

    private double LargestOf(Course course, ReadOnlySpan<bool> accepted)
    {
        var largest = 0.0;
        foreach (var state in course.States)
        {
            foreach (var claim in ClaimsOn(state))
            {
                if (accepted[claim] && Claims[claim].GivesValue) largest = Math.Max(largest, Math.Abs(Claims[claim].Value));
            }
        }

        return largest;
    }

    private static bool IsFirst(Span<byte> seen, int number, byte bit)
    {
        if (number >= seen.Length || (seen[number] & bit) != 0) return false;
        seen[number] |= bit;
        return true;
    }
}
