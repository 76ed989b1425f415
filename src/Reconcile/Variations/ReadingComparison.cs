namespace Reconcile.Variations;

/// <summary>Reconciles a dossier under the other readings and says what is different.</summary>
internal static class ReadingComparison
{
    /// <param name="result">The reconciliation under the reading that was used.</param>
    /// <param name="reconcile">Reconciles a dossier; handed in, since the door of the library stands above this folder.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ReadingChange[] Of(Reconciliation result, Func<Dossier, ReconcileOptions, CancellationToken, Reconciliation> reconcile, CancellationToken cancellationToken) =>
        [.. Others(result).Select(reading => ChangeUnder(result, reading, reconcile, cancellationToken))];

    private static IEnumerable<HedgeReading> Others(Reconciliation result)
    {
        var used = result.Reading;
        var hedges = HedgeReading.All.Select(reading => reading.WithWords(used.Words));
        var words = result.Dossier.Claims.Any(claim => claim.Figure.Facts.Word.IsSaid) ? WordTable.All.Select(used.WithWords) : [];
        return hedges.Concat(words).DistinctBy(reading => reading.Name).Where(reading => reading.Name != used.Name);
    }

    private static ReadingChange ChangeUnder(Reconciliation result, HedgeReading reading, Func<Dossier, ReconcileOptions, CancellationToken, Reconciliation> reconcile, CancellationToken cancellationToken)
    {
        var options = result.Options.Copy();
        options.Reading = reading;
        try
        {
            return Difference(result, reconcile(result.Dossier, options, cancellationToken), reading);
        }
        catch (DossierValidationException impossible)
        {
            return new ReadingChange { Reading = reading, Error = impossible.Message };
        }
    }

    private static ReadingChange Difference(Reconciliation here, Reconciliation there, HedgeReading reading)
    {
        var known = KeysOf(here);
        var found = KeysOf(there);
        return new ReadingChange
        {
            Reading = reading,
            Appearing = [.. there.Conflicts.Where(conflict => conflict.IsHard && !known.Contains(Key(conflict)))],
            Vanishing = [.. here.Conflicts.Where(conflict => conflict.IsHard && !found.Contains(Key(conflict)))],
            Moving = [.. here.Estimates.Zip(there.Estimates).Where(pair => Leaves(pair.Second, pair.First)).Select(pair => pair.Second)],
        };
    }

    private static HashSet<string> KeysOf(Reconciliation result) => [.. result.Conflicts.Where(static conflict => conflict.IsHard).Select(Key)];

    /// <summary>Conflicts are the same when the same claims cannot all hold.</summary>
    private static string Key(Conflict conflict) => string.Join('\n', conflict.Claims.Select(claim => claim.Id).Order(StringComparer.Ordinal));

    private static bool Leaves(Estimate there, Estimate here) =>
        there.Best is { } best ? here.Best is null || best < here.Low || best > here.High : here.Best is not null;
}
