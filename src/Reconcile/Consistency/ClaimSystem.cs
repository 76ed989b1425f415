using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Consistency;

/// <summary>
/// The constraints of a component and its claims as intervals: can a set of claims hold together, and if not, why?
/// Not thread-safe: it keeps its workspace between questions.
/// </summary>
internal abstract class ClaimSystem
{
    /// <summary>Two bounds contradict each other when they are further apart than this share of their size.</summary>
    protected const double Tolerance = 1e-9;

    /// <summary>A step is a look at so many states and rows: a question costs one step in a small system and more in a large one (convention).</summary>
    public const int StatesInStep = 64;

    /// <summary>Circular systems with more coefficients, states times different rows, are not put into a dense program: finding their disputes would take seconds.</summary>
    public const long MostInPrograms = 40_000;

    /// <summary>Up to this number of claims on dates every version is looked for, however unlikely (convention).</summary>
    private const int FewDated = 60;

    private HashSet<int>? _certificateRelations;
    private ClaimSystem? _withoutFalls;
    private ClaimSystem? _withoutRelations;

    protected ClaimSystem(Component component, RowTable rows)
    {
        Component = component;
        Rows = rows;
        // A far bound (killed ≤ 1e15) must not make small figures look equal: only what the bounds force a state to be counts.
        foreach (var state in component.States) Size = Math.Max(Size, Math.Max(state.Bounds.Low, -state.Bounds.High));

        foreach (var unary in Rows.Unary) Size = Math.Max(Size, Math.Max(FiniteSize(unary.Low), FiniteSize(unary.High)));
    }

    public Component Component { get; }

    /// <summary>Work so far, the same on every machine: a step is a look at up to <see cref="StatesInStep"/> states and rows.</summary>
    public long Steps { get; private set; }

    protected RowTable Rows { get; }

    /// <summary>The largest number that claims or bounds put into the system.</summary>
    protected double Size { get; }

    /// <summary>The system within the error of the sources, and the one by their words alone.</summary>
    public static (ClaimSystem Tolerant, ClaimSystem Literal) CreateBoth(Component component)
    {
        var (tolerant, literal) = RowTable.Both(component, Width.Tolerant, Width.Literal);
        // The rows of a share depend on its interval; all others join the same states at either width.
        var areAlike = !component.HasShares;
        var first = Create(component, tolerant);
        if (first.IsLongSeries) return (first, Create(component, new RowTable(component, Width.Literal, acrossDays: false)));
        if (!areAlike) return (first, Create(component, literal));
        return (first, first switch
        {
            TreeSystem tree => new TreeSystem(component, literal, tree),
            ProgramSystem program => new ProgramSystem(component, literal, program),
            _ => new PropagationSystem(component, literal),
        });
    }

    /// <summary>The system by the words, as wide as its interest to the side to which a source leans.</summary>
    public static ClaimSystem CreateBelieved(Component component, ClaimSystem tolerant) =>
        Create(component, new RowTable(component, Width.Believed, acrossDays: !tolerant.IsLongSeries || component.HasLeaningSources));

    /// <summary>Whether one figure out of line may contradict hundreds of others, on the dates around it or through circles.</summary>
    public bool HasFarRivals => this is PropagationSystem || (Component.Courses.Length > 0 && Component.Claims.Length > FewDated);

    /// <summary>Exact words of many days contradict each other almost everywhere by a few per cent: of long series only those of one day are compared.</summary>
    private bool IsLongSeries => this is PropagationSystem && Component.Courses.Length > 0;

    public static ClaimSystem Create(Component component, Width width) => Create(component, new RowTable(component, width));

    /// <summary>Exact where that is fast; large systems with circles are decided by propagation alone.</summary>
    private static ClaimSystem Create(Component component, RowTable rows)
    {
        if (rows.IsForest(component.States.Length)) return new TreeSystem(component, rows);
        return (long)component.States.Length * rows.LineCount <= MostInPrograms ? new ProgramSystem(component, rows) : new PropagationSystem(component, rows);
    }

    /// <summary>Whether the active claims can hold together under the relations; of large systems with circles, whether propagation finds nothing against it.</summary>
    public abstract bool IsFeasible(ReadOnlySpan<bool> active);

    /// <summary>The range of every state over all points where the active claims, which must be feasible, hold.</summary>
    public abstract void Ranges(ReadOnlySpan<bool> active, Span<Interval> ranges);

    /// <summary>The range of what one claim speaks of, under the active claims, which must be feasible and not contain it. Null for a share whose denominator can be 0.</summary>
    public abstract Interval? RangeOf(int claim, ReadOnlySpan<bool> active);

    /// <summary>The range of a form under the active claims, which must be feasible. Null where only circles could make it narrower than its own states are.</summary>
    public virtual Interval? RangeOf(Form form, ReadOnlySpan<bool> active) => null;

    /// <summary>
    /// A set of active claims, ascending, that cannot hold together, while any set without one of them can: a minimal conflict.
    /// The active claims must be infeasible.
    /// </summary>
    /// <exception cref="NumericalLimitException">Whether they hold changes with rounding.</exception>
    public int[] MinimalConflict(ReadOnlySpan<bool> active) =>
        FindConflict(active) is { Length: > 0 } conflict ? conflict : throw new NumericalLimitException("What could not hold a moment ago holds now: the figures are at the limit of rounding.");

    /// <summary>As <see cref="MinimalConflict"/>, but empty where the relations alone cannot hold or rounding decides.</summary>
    /// <remarks>A deletion filter (Chinneck and Dravnieks 1991) over the claims of an infeasibility certificate, the dearest first, so that cheap claims stay in the conflict.</remarks>
    public virtual int[] FindConflict(ReadOnlySpan<bool> active)
    {
        var members = new List<int>();
        CollectCertificate(active, members);
        var kept = new bool[active.Length];
        foreach (var claim in members) kept[claim] = true;
        if (IsFeasible(kept)) members = EveryActive(active, kept);
        if (members.Count > 1)
        {
            members.Sort(DearestFirst);
            foreach (var claim in members)
            {
                kept[claim] = false;
                kept[claim] = IsFeasible(kept);
            }
        }

        return Members(kept);
    }

    /// <summary>The same system, but that totals may fall from day to day.</summary>
    private ClaimSystem WithoutFalls => _withoutFalls ??= Create(Component, new RowTable(Component, Rows.Width, acrossDays: false));

    /// <summary>The same system, but that no relation holds.</summary>
    private ClaimSystem WithoutRelations => _withoutRelations ??= Create(Component, new RowTable(Component, Rows.Width, related: false));

    /// <summary>Positions of the relations that the last certificate used.</summary>
    protected HashSet<int> CertificateRelations => _certificateRelations ??= [];

    /// <summary>The relations that the infeasibility of a minimal conflict uses, ascending.</summary>
    public int[] RelationsOf(ReadOnlySpan<int> conflict) => RelationsOf(conflict, out _);

    /// <summary>The relations that the infeasibility of a minimal conflict uses, ascending.</summary>
    /// <param name="conflict">The claims.</param>
    /// <param name="falls">Whether it also uses that totals never fall.</param>
    public int[] RelationsOf(ReadOnlySpan<int> conflict, out bool falls)
    {
        falls = false;
        // Claims on a quantity that nothing else joins need no relation to contradict each other.
        if (conflict.Length > 1 && Component.States.Length == 1) return [];
        var active = new bool[Component.Claims.Length];
        foreach (var claim in conflict) active[claim] = true;
        CollectCertificate(active, []);
        falls = CertificateRelations.Remove(Row.NeverFalls);
        // A certificate may go over days where one day alone contradicts itself, and over relations where the days alone do.
        if (falls && !WithoutFalls.IsFeasible(active))
        {
            falls = false;
            return WithoutFalls.RelationsOf(conflict);
        }

        return falls && CertificateRelations.Count > 0 && !WithoutRelations.IsFeasible(active) ? [] : [.. CertificateRelations.Order()];
    }

    /// <summary>What each claim alone says of the state of which it speaks, or of the form where it speaks of several; everything for a share.</summary>
    public Interval[] ClaimedIntervals()
    {
        var intervals = new Interval[Component.Claims.Length];
        Array.Fill(intervals, Interval.All);
        foreach (var unary in Rows.Unary) intervals[unary.Claim] = intervals[unary.Claim].Intersect(new Interval(unary.Low, unary.High));
        foreach (var row in Rows.Rows)
        {
            if (row.Claim >= 0 && !Component.Claims[row.Claim].IsShare) intervals[row.Claim] = new Interval(row.Low, row.High);
        }

        return intervals;
    }

    /// <summary>Adds work that was done between questions.</summary>
    public void AddSteps(long steps) => Steps += steps;

    /// <summary>Adds the claims of one proof that the active claims cannot hold, and fills <see cref="CertificateRelations"/>.</summary>
    protected abstract void CollectCertificate(ReadOnlySpan<bool> active, List<int> claims);

    /// <summary>Whether low lies above high by more than rounding.</summary>
    public bool Contradict(double low, double high) =>
        low > high && low - high > (Tolerance * Math.Max(Math.Abs(low), Math.Abs(high))) + (1e-3 * Tolerance * Size);

    /// <summary>Rounding can spoil a certificate; then all active claims are filtered.</summary>
    private static List<int> EveryActive(ReadOnlySpan<bool> active, bool[] kept)
    {
        var members = new List<int>();
        for (var i = 0; i < active.Length; i++)
        {
            kept[i] = active[i];
            if (active[i]) members.Add(i);
        }

        return members;
    }

    protected void CountStep(long times = 1) => Steps += times * (1 + ((Component.States.Length + Rows.Rows.Length) / StatesInStep));

    /// <summary>Orders claims by falling cost of their rejection, then by number.</summary>
    public int DearestFirst(int a, int b)
    {
        var byCost = Component.Claims[b].Cost.CompareTo(Component.Claims[a].Cost);
        return byCost != 0 ? byCost : a.CompareTo(b);
    }

    /// <summary>The claims that are marked, ascending.</summary>
    public static int[] Members(ReadOnlySpan<bool> kept)
    {
        var members = new int[kept.Count(true)];
        var count = 0;
        for (var claim = 0; claim < kept.Length; claim++)
        {
            if (kept[claim]) members[count++] = claim;
        }

        return members;
    }

    /// <summary>The range of a share whose numerator and denominator are free within theirs; null where the denominator can be 0.</summary>
    protected static Interval? Quotient(Interval numerator, Interval denominator) => denominator.Low > 0
        ? new Interval(numerator.Low / (numerator.Low < 0 ? denominator.Low : denominator.High), numerator.High / (numerator.High < 0 ? denominator.High : denominator.Low))
        : null;

    private static double FiniteSize(double value) => double.IsFinite(value) ? Math.Abs(value) : 0;
}
