using Reconcile.Figures;
using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// The shared relative error b of each root, subject and basis: a claim with value v says x + v·b, so x = v (1 − b). Ten figures of one root do
/// not average its error away. An error that only one normal claim has is folded into the width of that claim, which is the same and cheaper.
/// </summary>
internal sealed class ErrorGroups
{
    /// <summary>Least standard deviation of the prior of the bias of a leaning source, wide beside its plateau.</summary>
    private const double BroadBias = 3;

    /// <summary>With more leaning sources that speak once, the bias of each is folded into its figure: as coordinates they would make the work grow with their cube.</summary>
    private const int MostLone = 64;

    private readonly Component _component;
    private readonly ErrorParts _parts;
    private readonly int[] _variables;
    private readonly double[] _widenings;
    private readonly List<int[]> _claims = [];

    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="parts">What of the errors is not shared.</param>
    public ErrorGroups(Component component, ReadOnlySpan<bool> accepted, ErrorParts parts)
        : this(component, parts)
    {
        // Where nobody speaks twice there is nothing to sort.
        if (component is { RootsSpeakOnce: true, HasLeaningSources: false })
        {
            AddLone(accepted);
            return;
        }

        var ends = new int[component.ErrorGroups + 1];
        for (var i = 0; i < _variables.Length; i++)
        {
            if (accepted[i] && Shares(i)) ends[component.Claims[i].ErrorGroup]++;
        }

        for (var group = 1; group < ends.Length; group++) ends[group] += ends[group - 1];
        var claims = new int[ends[^1]];
        for (var i = _variables.Length - 1; i >= 0; i--)
        {
            if (accepted[i] && Shares(i)) claims[--ends[component.Claims[i].ErrorGroup]] = i;
        }

        // Each end was counted down to the start of its group, and the last one is the end of all.
        var lone = 0;
        for (var group = 0; group + 1 < ends.Length; group++) lone += IsLoneLeaning(claims.AsSpan(ends[group]..ends[group + 1])) ? 1 : 0;
        for (var group = 0; group + 1 < ends.Length; group++)
        {
            var members = claims.AsSpan(ends[group]..ends[group + 1]);
            if (members.Length > 0 && !(lone > MostLone && IsLoneLeaning(members))) AddGroup(members);
        }
    }

    /// <summary>Each claim that holds and has an error has it to itself.</summary>
    private void AddLone(ReadOnlySpan<bool> accepted)
    {
        for (var i = 0; i < _variables.Length; i++)
        {
            if (accepted[i] && Shares(i)) AddGroup([i]);
        }
    }

    private ErrorGroups(Component component, ErrorParts parts)
    {
        _component = component;
        _parts = parts;
        _variables = new int[component.Claims.Length];
        _widenings = new double[component.Claims.Length];
        Array.Fill(_variables, -1);
    }

    /// <summary>No error is shared.</summary>
    public static ErrorGroups None(Component component) => new(component, ErrorParts.None);

    /// <summary>No error is shared, but figures that contradict each other are as uncertain as that shows.</summary>
    public static ErrorGroups None(Component component, ErrorParts parts) => new(component, parts);

    /// <summary>Number of errors that are coordinates.</summary>
    public int Variables => _claims.Count;

    /// <summary>Which of them stand behind the steps of stocks.</summary>
    public StepErrors Steps => field ??= new StepErrors(_component, this);

    /// <summary>Whether a claim shares the bias of a leaning source with others; it has the error of its source to itself besides, since no source stretches all by the same.</summary>
    public bool SharesBias(int claim) => _variables[claim] is >= 0 and var variable && _claims[variable].Length > 1 && _component.Claims[claim].Leaning is not null;

    /// <summary>The coordinate that a claim shares; −1: none.</summary>
    public int VariableOf(int claim) => _variables[claim];

    /// <summary>The claims that share the error of a claim which has one with a coordinate, itself among them.</summary>
    public int[] SharersOf(int claim) => _claims[_variables[claim]];

    /// <summary>By how much a folded error widens a claim; 0 where none is folded.</summary>
    public double WideningOf(int claim) => _widenings[claim];

    public int GroupOf(int variable) => _component.Claims[_claims[variable][0]].ErrorGroup;

    /// <summary>What is known of a shared error beforehand: N(0, (e/1.96)²); for a leaning source a plateau of what is usual, with its error as shoulder on the honest side.</summary>
    public IEnumerable<Shape> ShapesOf(int variable)
    {
        var claim = _component.Claims[_claims[variable][0]];
        var sd = Math.Max(SharedDeviation(variable), 1e-6);
        if (claim.Leaning is not { } leaning) return [Shape.Normal(0, sd)];
        return [Shape.Normal(0, Math.Max(BroadBias, leaning.Reach)), leaning.BiasOf(sd)];
    }

    /// <summary>Prior standard deviation of a shared error; null for a leaning source, whose error may well be large.</summary>
    public double? DeviationOf(int variable)
    {
        var claim = _component.Claims[_claims[variable][0]];
        return claim.Leaning is null ? SharedDeviation(variable) : null;
    }

    /// <summary>The part of the variance of its shared error that a claim has to itself instead; 0 where it shares none.</summary>
    public double OwnPartOf(int claim) => _variables[claim] < 0 ? 0 : OwnPartOfVariable(_variables[claim]);

    /// <summary>The relative variance that a claim has to itself besides its error.</summary>
    public double ScatterOf(int claim) => _parts.ScatterOf(_component.Claims[claim].ErrorGroup);

    /// <summary>How many times its own error a claim of a leaning source has to itself.</summary>
    public double SpreadOf(int claim) => _parts.SpreadOf(_component.Claims[claim].ErrorGroup);

    private double SharedDeviation(int variable) => Math.Sqrt(1 - OwnPartOfVariable(variable)) * _component.Claims[_claims[variable][0]].ErrorDeviation;

    private double OwnPartOfVariable(int variable)
    {
        var group = _claims[variable];
        var part = _parts.OwnPartOf(_component.Claims[group[0]].ErrorGroup);
        return group.Length == 1 || _component.Claims[group[0]].Leaning is not null ? part : 1 - ((1 - part) * (1 - (ErrorSizes.OwnShare * ErrorSizes.OwnShare)));
    }

    /// <summary>The claims that share an error, by error group.</summary>
    public IReadOnlyList<int> ClaimsOf(int errorGroup) => _claims.Find(group => _component.Claims[group[0]].ErrorGroup == errorGroup) ?? [];

    /// <summary>
    /// The errors that lie further from 0 than this many of their prior standard deviations. A lone figure has nothing of its own to contradict.
    /// </summary>
    /// <param name="deviations">How many.</param>
    /// <param name="means">Posterior mean of each shared error.</param>
    public List<StrainedError>? Beyond(double deviations, ReadOnlySpan<double> means)
    {
        List<StrainedError>? beyond = null;
        for (var variable = 0; variable < Variables; variable++)
        {
            if (_claims[variable].Length > 1 && DeviationOf(variable) is { } deviation && Math.Abs(means[variable]) > deviations * deviation)
            {
                (beyond ??= []).Add(new StrainedError(GroupOf(variable), Math.Abs(means[variable]) / deviation));
            }
        }

        return beyond;
    }

    /// <summary>How many errors several claims share.</summary>
    public int SharedByMany => _claims.Count(group => group.Length > 1);

    /// <summary>The variables of errors that several claims share.</summary>
    public int[] SharedErrors() => [.. Enumerable.Range(0, Variables).Where(variable => _claims[variable].Length > 1)];

    /// <summary>
    /// An error that acts on normal claims about one thing alone is folded into their widths exactly: together they say m ± s, and with the error m ± √(s² + V²τ²),
    /// which is the same as each of them wider by √(1 + V²τ²/s²).
    /// </summary>
    private void AddGroup(ReadOnlySpan<int> group)
    {
        if (!IsFoldable(group))
        {
            foreach (var claim in group) _variables[claim] = _claims.Count;
            _claims.Add(group.ToArray());
            return;
        }

        double precision = 0, size = 0;
        foreach (var claim in group)
        {
            var modelled = _component.Claims[claim];
            precision += 1 / ((modelled.Shape.LowShoulder * modelled.Shape.LowShoulder) + (ScatterOf(claim) * modelled.Value * modelled.Value));
            size += modelled.Value / group.Length;
        }

        var deviation = _component.Claims[group[0]].ErrorDeviation * size;
        foreach (var claim in group) _widenings[claim] = Math.Sqrt(1 + (deviation * deviation * precision));
    }

    private bool IsLoneLeaning(ReadOnlySpan<int> group) => group.Length == 1 && _component.Claims[group[0]].Leaning is not null;

    private bool IsFoldable(ReadOnlySpan<int> group)
    {
        var first = _component.Claims[group[0]];
        if (first.State < 0) return false;
        foreach (var claim in group)
        {
            if (_component.Claims[claim] is not { Shape.IsNormal: true, Leaning: null } c || c.State != first.State) return false;
        }

        return true;
    }

    /// <summary>Whether a claim has an error that others may share.</summary>
    private bool Shares(int claim) =>
        _component.Claims[claim] is { Scales: true } modelled && (modelled.RelativeError > 0 || modelled.Leaning is not null) && !_parts.IsApart(claim) && _parts.OwnPartOf(modelled.ErrorGroup) < 1;
}
