using Reconcile.Consistency;
using Reconcile.Modelling;

namespace Reconcile.Accounts;

/// <summary>
/// The product of 1 + κ (1 − A)/A over what an account accepts: once for all that one root says of one quantity, with the greatest factor among it, since a root that counts
/// day by day, or says a thing in two ways, is one witness: what it says does not vouch for what else it says.
/// </summary>
internal sealed class UnseenErrors
{
    /// <summary>A range that spans more than this factor hardly limits a claim.</summary>
    private const double WideSpan = 60;

    /// <summary>Beyond it nothing is left but doubt, and infinity times a weight of 0 would be no number.</summary>
    private const double Greatest = 1e300;

    private readonly ModelledClaim[] _claims;

    /// <summary>By claim: the number of its witness, and the next claim of that; −1: none.</summary>
    private readonly int[] _witnesses;
    private readonly int[] _next;

    /// <summary>By witness.</summary>
    private readonly List<int> _firsts = [];

    public UnseenErrors(Component component)
    {
        _claims = component.Claims;
        _witnesses = new int[_claims.Length];
        _next = new int[_claims.Length];
        var numbers = new Dictionary<(int, string), int>(_claims.Length);
        for (var claim = _claims.Length - 1; claim >= 0; claim--)
        {
            _next[claim] = -1;
            var key = (_claims[claim].Root, _claims[claim].Claim.Quantity);
            if (numbers.TryGetValue(key, out var witness))
            {
                _next[claim] = _firsts[witness];
                _firsts[witness] = claim;
            }
            else
            {
                numbers.Add(key, witness = _firsts.Count);
                _firsts.Add(claim);
            }

            _witnesses[claim] = witness;
        }
    }

    public int WitnessOf(int claim) => _witnesses[claim];

    /// <param name="accepted">What an account accepts.</param>
    /// <param name="active">What holds with it, itself included; as it was when this returns.</param>
    /// <param name="system">The tolerant system of the component.</param>
    public double Product(int[] accepted, bool[] active, ClaimSystem system)
    {
        var greatest = new double[_firsts.Count];
        var silent = new List<int>();
        foreach (var spokesman in accepted)
        {
            ref var factor = ref greatest[_witnesses[spokesman]];
            if (factor > 0) continue;
            for (var claim = _firsts[_witnesses[spokesman]]; claim >= 0; claim = _next[claim])
            {
                if (!active[claim]) continue;
                active[claim] = false;
                silent.Add(claim);
            }

            foreach (var claim in silent)
            {
                if (Array.BinarySearch(accepted, claim) >= 0) factor = Math.Max(factor, Of(_claims[claim], system.RangeOf(claim, active)));
            }

            foreach (var claim in silent) active[claim] = true;
            silent.Clear();
        }

        return ProductOf(greatest);
    }

    /// <param name="accepted">What an account accepts.</param>
    /// <param name="without">By claim, the range of what it speaks of without all that its witness says.</param>
    public double Product(int[] accepted, Func<int, Interval> without)
    {
        var greatest = new double[_firsts.Count];
        foreach (var claim in accepted)
        {
            ref var factor = ref greatest[_witnesses[claim]];
            factor = Math.Max(factor, Of(_claims[claim], without(claim)));
        }

        return ProductOf(greatest);
    }

    /// <summary>1 + κ (1 − A)/A, with κ = 1 where nothing but its witness limits what a claim speaks of, else 1/n.</summary>
    /// <param name="claim">An accepted claim.</param>
    /// <param name="without">The range of what it speaks of without its witness; null: open.</param>
    private static double Of(ModelledClaim claim, Interval? without)
    {
        var isWide = without is not { IsClosed: true } range || !IsNarrow(range.Low, range.High);
        var kappa = isWide ? 1 : 1 / ClaimAppraiser.FalseValues;
        return 1 + (kappa * (1 - claim.Accuracy) / claim.Accuracy);
    }

    /// <summary>Whether both ends lie on one side of 0 and within the factor.</summary>
    private static bool IsNarrow(double low, double high) => low > 0 ? high <= WideSpan * low : high < 0 && low >= WideSpan * high;

    /// <summary>In an order that depends on nothing but the factors.</summary>
    private static double ProductOf(double[] factors)
    {
        Array.Sort(factors);
        var product = 1.0;
        foreach (var factor in factors) product *= factor > 0 ? factor : 1;
        return Math.Min(product, Greatest);
    }
}
