using Reconcile.Inference.Factors;
using Reconcile.Modelling;

namespace Reconcile.Inference.Posteriors;

/// <summary>One round where nothing depends on the answer itself; more where shares, the steps of totals and stocks, or the errors of contradicting figures need its size.</summary>
internal sealed class PosteriorRounds(Component component)
{
    private const int MostRounds = 8;

    /// <summary>So often the expected rise of totals is fitted again to what came out (convention).</summary>
    private const int MostRefits = 5;

    /// <summary>What other accounts say of the rise is near to what the leading one, which comes first, has shown.</summary>
    private const int RefitsFromLeading = 1;

    /// <summary>A shared error further from 0 than this many of its standard deviations tells of figures that contradict each other.</summary>
    private const double MostError = 1.5;

    /// <summary>One that is still further than this, when it multiplies the size of the estimate, is not one error (convention).</summary>
    private const double FarError = 2.5;

    /// <summary>In larger components it is not asked whether the figures of a root contradict each other when nobody else speaks: each question costs a posterior of its own.</summary>
    private const int MostAsked = 60;

    private Movement[]? _fitted;

    /// <param name="accepted">The claims that hold.</param>
    /// <param name="scales">How large each state is.</param>
    /// <param name="run">The posterior when some claims hold; given is that of the round before, to begin from.</param>
    /// <param name="pointOf">The mean of each state.</param>
    /// <param name="strained">Error groups whose shared error lies further from 0 than so many of its standard deviations.</param>
    /// <param name="converged">Whether it settled: what does not is not fitted again.</param>
    public T Settle<T>(
        bool[] accepted, StateScales scales, Func<bool[], FactorSettings, T?, T> run, Func<T, double[]> pointOf, Func<T, double, List<int>?> strained, Func<T, bool> converged)
        where T : class
    {
        var settings = FactorSettings.First(scales, Movements.Of(component, accepted, scales, [], _fitted));
        var own = OwnFigures.Of(component, accepted, alone => pointOf(run(alone, settings with { FoldErrors = true, AreHonest = true, Movements = Movements.Of(component, alone, null, []) }, null)));
        settings = settings with { Own = own, Apart = own.Apart };
        var posterior = run(accepted, settings, null);
        if (strained(posterior, MostError) is { Count: > 0 } beyond)
        {
            var independent = run(accepted, settings with { FoldErrors = true }, posterior);
            settings = Sized(settings with { Strained = beyond.ToHashSet() }, pointOf(independent));
            posterior = run(accepted, settings, independent);
            // An error may well be large beside what others say, but not very large; and behind figures that contradict each other when nobody else speaks there is not one.
            var far = strained(posterior, FarError) ?? [];
            int[] apart =
            [
                .. (strained(posterior, MostError) ?? [])
                    .Select(group => (IsFar: far.Contains(group), Claims: ClaimsOf(group, accepted)))
                    .Where(group => group.IsFar || (component.States.Length <= MostAsked && strained(run(Only(group.Claims), settings, null), MostError) is { Count: > 0 }))
                    .SelectMany(group => group.Claims),
            ];
            if (apart.Length > 0)
            {
                settings = settings with { Apart = own.Apart.Union(apart).ToHashSet() };
                posterior = run(accepted, settings, independent);
            }
        }

        var refits = _fitted is null ? MostRefits : RefitsFromLeading;
        for (var refit = 0; refit < refits && settings.Movements.Length > 0 && converged(posterior); refit++)
        {
            var means = pointOf(posterior);
            var movements = Movements.Of(component, accepted, scales, means);
            if (Movements.AreClose(settings.Movements, movements)) break;
            settings = Sized(settings with { Movements = movements }, means);
            posterior = run(accepted, settings, posterior);
        }

        _fitted ??= settings.Movements;
        if (!Array.Exists(component.Claims, claim => claim.IsShare)) return posterior;
        for (var round = 0; round < MostRounds; round++)
        {
            var point = pointOf(posterior);
            if (settings.Point is { } last && IsClose(last, point)) break;
            settings = Sized(settings with { Point = point }, point);
            posterior = run(accepted, settings, posterior);
        }

        return posterior;
    }

    private int[] ClaimsOf(int errorGroup, bool[] accepted) =>
        [.. Enumerable.Range(0, accepted.Length).Where(claim => accepted[claim] && component.Claims[claim].ErrorGroup == errorGroup)];

    private bool[] Only(int[] claims)
    {
        var only = new bool[component.Claims.Length];
        foreach (var claim in claims) only[claim] = true;
        return only;
    }

    /// <summary>With what the errors of figures that contradict each other multiply, where some do.</summary>
    private FactorSettings Sized(FactorSettings settings, double[] means) =>
        settings.Strained.Count == 0 ? settings : settings with { Sizes = MovingSizes.Of(component, means) };

    private static bool IsClose(double[] a, double[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (Math.Abs(a[i] - b[i]) > 1e-9 * (Math.Abs(a[i]) + Math.Abs(b[i]))) return false;
        }

        return true;
    }
}
