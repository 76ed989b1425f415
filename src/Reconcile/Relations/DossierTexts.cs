namespace Reconcile.Relations;

/// <summary>The texts of a dossier as read: names as numbers. Immutable once made.</summary>
/// <param name="Names">Names of quantities, the declared ones first, and texts of subjects.</param>
/// <param name="Subjects">What each claim speaks of.</param>
/// <param name="LeftOut">What those claims speak of that a replay of an earlier day left out, where no quantity is declared: nothing is known of it yet.</param>
/// <param name="Sources">Names of sources, the declared ones first.</param>
/// <param name="SourceOf">The number of the source of each claim.</param>
internal sealed record DossierTexts(NameTable Names, SubjectText[] Subjects, SubjectText[] LeftOut, NameTable Sources, int[] SourceOf)
{
    /// <summary>Up to this many claims each is compared with each.</summary>
    private const int Few = 16;

    /// <summary>Whether some source speaks twice of one subject: only then can a claim repeat or double another.</summary>
    public bool HasSourcesThatSpeakTwice { get; } = Subjects.Length <= Few ? AnyTwiceAmongFew(Subjects, SourceOf) : AnyTwice(Names, Subjects, Sources, SourceOf);

    private static bool AnyTwiceAmongFew(SubjectText[] subjects, int[] sourceOf)
    {
        for (var i = 1; i < subjects.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (sourceOf[i] == sourceOf[j] && subjects[i].Text == subjects[j].Text) return true;
            }
        }

        return false;
    }

    /// <summary>Goes through the claims source by source and remembers who spoke last of each subject.</summary>
    private static bool AnyTwice(NameTable names, SubjectText[] subjects, NameTable sources, int[] sourceOf)
    {
        var next = new int[sources.Count + 1];
        foreach (var source in sourceOf) next[source + 1]++;
        for (var i = 1; i < next.Length; i++) next[i] += next[i - 1];
        var bySource = new int[sourceOf.Length];
        for (var i = 0; i < sourceOf.Length; i++) bySource[next[sourceOf[i]]++] = i;

        // One place more for claims without a text.
        var lastSpeakers = new int[names.Count + 1];
        foreach (var claim in bySource)
        {
            ref var last = ref lastSpeakers[subjects[claim].Text + 1];
            if (last == sourceOf[claim] + 1) return true;
            last = sourceOf[claim] + 1;
        }

        return false;
    }
}
