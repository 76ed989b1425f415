namespace Reconcile.Modelling;

/// <summary>Who leans on what: by the interests that the dossier states, and else, where its parties lean, by whose losses are counted.</summary>
internal sealed class Leanings
{
    private readonly GradeTable _grades;
    private readonly Dictionary<(string Source, string? Subject), Tendency?> _stated = [];
    private readonly Dictionary<string, string> _partyOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parties = new(StringComparer.Ordinal);

    /// <param name="dossier">Its interests, and the parties of its sources.</param>
    /// <param name="grades">How far leaning sources go.</param>
    private Leanings(Dossier dossier, GradeTable grades)
    {
        _grades = grades;
        foreach (var interest in dossier.Interests)
        {
            var key = (interest.Source, interest.Subject);
            // Said to do both, a source leans neither way: the order in which that is said must not matter.
            if (!_stated.TryAdd(key, interest.Tends) && _stated[key] != interest.Tends) _stated[key] = null;
        }

        if (!dossier.PartiesLean) return;
        foreach (var source in dossier.Sources)
        {
            if (string.IsNullOrEmpty(source.Party)) continue;
            _parties.Add(source.Party);
            _partyOf.TryAdd(source.Id, source.Party);
        }
    }

    /// <summary>Null where nobody leans.</summary>
    public static Leanings? Of(Dossier dossier, GradeTable grades) => dossier.Interests.Count == 0 && !dossier.PartiesLean ? null : new Leanings(dossier, grades);

    /// <summary>How a source leans on a subject: as stated for that subject, else as stated for all, else by parties; null: it does not.</summary>
    public Leaning? Of(string source, string? subject)
    {
        if (_stated.TryGetValue((source, subject), out var tends)) return Leaning(tends, LeaningReason.Stated, subject);
        if (_stated.TryGetValue((source, null), out tends)) return Leaning(tends, LeaningReason.Stated, null);
        if (subject is null || !_partyOf.TryGetValue(source, out var party) || !_parties.Contains(subject)) return null;
        return party == subject ? Leaning(Tendency.Understate, LeaningReason.OwnParty, subject) : Leaning(Tendency.Overstate, LeaningReason.OtherParty, subject);
    }

    private Leaning? Leaning(Tendency? tends, LeaningReason because, string? subject) => tends switch
    {
        null => null,
        Tendency.Overstate => new Leaning(Tendency.Overstate, because, subject, _grades.GreatestOverstatement),
        _ => new Leaning(Tendency.Understate, because, subject, _grades.LeastUnderstatement),
    };
}
