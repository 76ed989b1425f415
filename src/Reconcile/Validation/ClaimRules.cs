using System.Globalization;

namespace Reconcile.Validation;

/// <summary>Goes through the claims, in the order of their properties; what takes more than one look is in rules of its own.</summary>
internal static class ClaimRules
{
    public static void Check(DossierSurvey survey, FindingCollector findings)
    {
        var claims = survey.Dossier.Claims;
        if (claims.Count == 0) return;

        HashSet<int>? repeated = null;
        var ids = HaveGivenIds(claims) ? null : IndexesById(claims, out repeated);
        var contents = survey.Texts.HasSourcesThatSpeakTwice ? new Dictionary<Claim, int>(claims.Count, ClaimContent.Comparer) : null;
        var unconfirmed = Confirmations.Missing(survey);
        Dictionary<int, string>? circular = null;
        if (HasSuperseding(claims)) circular = Supersessions.Circular(claims, ids ??= IndexesById(claims, out _));
        var lookAlikes = survey.UndeclaredNames;
        NameAdvice? claimNames = null;
        for (var i = 0; i < claims.Count; i++)
        {
            var claim = claims[i];
            CheckId(i, claim, ids, repeated, findings);
            SubjectRules.Check(i, claim, survey, findings);
            CheckSource(i, claim, survey, findings);
            if (!lookAlikes.IsEmpty) CheckLookAlikes(i, claim, lookAlikes, findings);
            CheckRelays(i, claim, findings);
            CheckGrades(i, claim, findings);
            if (claim.Reliability is not null) CheckReliability(i, claim, survey, findings);
            LikelihoodRules.Check(i, claim, survey, findings);
            if (unconfirmed?.Contains(i) == true) ReportUnconfirmed(i, claim, findings);
            ClaimDateRules.Check(i, claim, survey, findings);
            if (claim.Supersedes is null) findings.OnClaim(i, claim, "supersedes", FindingCodes.Missing, "The list of superseded claims must not be null; without any leave it empty.");
            if (claim.Supersedes is { Count: > 0 })
            {
                claimNames ??= new NameAdvice("claim", ids!.Keys);
                Supersessions.Check(i, claim, ids!, circular, claimNames, findings);
            }

            if (contents is not null) CheckIsNew(i, claims, contents, findings);
        }

        SharedFigures.Check(survey, findings);
    }

    /// <summary>Whether all ids are those that claims without one get by their position: then no two are the same.</summary>
    private static bool HaveGivenIds(IReadOnlyList<Claim> claims)
    {
        Span<char> given = stackalloc char[11];
        given[0] = 'c';
        for (var i = 0; i < claims.Count; i++)
        {
            _ = (i + 1).TryFormat(given[1..], out var digits, provider: CultureInfo.InvariantCulture);
            if (!given[..(digits + 1)].SequenceEqual(claims[i].Id)) return false;
        }

        return true;
    }

    private static bool HasSuperseding(IReadOnlyList<Claim> claims)
    {
        for (var i = 0; i < claims.Count; i++)
        {
            if (claims[i].Supersedes is { Count: > 0 }) return true;
        }

        return false;
    }

    /// <summary>The first claim of each id, and those whose id was taken; null: none.</summary>
    private static Dictionary<string, int> IndexesById(IReadOnlyList<Claim> claims, out HashSet<int>? repeated)
    {
        repeated = null;
        var ids = new Dictionary<string, int>(claims.Count, StringComparer.Ordinal);
        for (var i = 0; i < claims.Count; i++)
        {
            if (!PropertyRules.IsMissing(claims[i].Id) && !ids.TryAdd(claims[i].Id, i)) (repeated ??= []).Add(i);
        }

        return ids;
    }

    private static void CheckId(int index, Claim claim, Dictionary<string, int>? ids, HashSet<int>? repeated, FindingCollector findings)
    {
        if (PropertyRules.IsMissing(claim.Id))
        {
            findings.OnClaim(
                index, claim, "id", FindingCodes.Missing, "The id of a claim must not be blank; leave it out to get c1, c2, … by position.");
        }
        else if (repeated?.Contains(index) == true)
        {
            findings.OnClaim(index, claim, "id", FindingCodes.DuplicateId, $"{PropertyRules.DuplicateId("claim", "claims", claim.Id, ids![claim.Id])}{OfItsPlace(claim.Id, index)}");
        }
    }

    /// <summary>A claim without an id is called by its place, which may be the id of another.</summary>
    private static string OfItsPlace(string id, int index) =>
        id == "c" + (index + 1).ToString(CultureInfo.InvariantCulture) ? $" A claim without an id, such as the {id} here, is called so by its place." : "";

    private static void CheckSource(int index, Claim claim, DossierSurvey survey, FindingCollector findings)
    {
        if (PropertyRules.IsMissing(claim.Source))
        {
            findings.OnClaim(index, claim, "source", FindingCodes.Missing, "A claim needs a source: who knows.");
        }
        else if (survey.DeclaresSources && !survey.IsDeclaredSource(survey.Texts.SourceOf[index]))
        {
            findings.OnClaim(index, claim, "source", FindingCodes.UnknownSource, survey.SourceNames.Unknown(claim.Source));
        }
    }

    private static void CheckLookAlikes(int index, Claim claim, UndeclaredNames names, FindingCollector findings)
    {
        var quantities = names.OnQuantity(index);
        for (var i = 0; i < quantities.Count; i++) findings.OnClaim(index, claim, "quantity", FindingCodes.QuantitiesLookAlike, quantities[i]);
        if (names.OnSource(index) is { } sources) findings.OnClaim(index, claim, "source", FindingCodes.SourcesLookAlike, sources);
    }

    private static void CheckRelays(int index, Claim claim, FindingCollector findings)
    {
        if (claim.Via is null)
        {
            findings.OnClaim(index, claim, "via", FindingCodes.Missing, "The list of relays must not be null; without relays leave it empty.");
            return;
        }

        var isSource = false;
        for (var i = 0; i < claim.Via.Count; i++)
        {
            if (PropertyRules.IsMissing(claim.Via[i]))
            {
                findings.OnClaim(
                    index, claim, "via", FindingCodes.Missing, $"Relay {i + 1} has no name.");
            }
            else if (claim.Via[i] == claim.Source && !isSource)
            {
                isSource = true;
                findings.OnClaim(
                    index, claim, "via", FindingCodes.RelayIsSource,
                    $"{NearestNames.Shown(claim.Source)} is the source of this claim and needs no mention as its relay.");
            }
        }
    }

    private static void CheckGrades(int index, Claim claim, FindingCollector findings)
    {
        if (claim.Credibility is < Credibility.Unknown or > Credibility.Improbable)
        {
            findings.OnClaim(
                index, claim, "credibility", FindingCodes.WrongValue,
                $"A credibility is one of those named by Credibility (1 to 6 in a file); found {(int)claim.Credibility}.");
        }

        if (claim.Basis is < Basis.Estimate or > Basis.Projection)
        {
            findings.OnClaim(index, claim, "basis", FindingCodes.WrongValue, $"A basis is estimate, count or projection; found {(int)claim.Basis}.");
        }
    }

    private static void CheckReliability(int index, Claim claim, DossierSurvey survey, FindingCollector findings)
    {
        if (claim.Reliability is < Reliability.A or > Reliability.F)
        {
            findings.OnClaim(index, claim, "credibility", FindingCodes.WrongValue, $"A reliability is A to F; found {(int)claim.Reliability}.");
        }
        else if (survey.GradedSources.GetValueOrDefault(claim.Source ?? "")?.Reliability is { } graded && graded != claim.Reliability)
        {
            findings.OnClaim(
                index, claim, "credibility", FindingCodes.TwoGrades,
                $"This grades the source {NearestNames.Shown(claim.Source ?? "")} {claim.Reliability}, but it is {graded} elsewhere; a source has one reliability.");
        }
    }

    private static void ReportUnconfirmed(int index, Claim claim, FindingCollector findings) => findings.OnClaim(
        index, claim, "credibility", FindingCodes.Unconfirmed,
        "Credibility 1 means confirmed by an independent source, but no claim of another source says the same; it reads as 2.");

    private static void CheckIsNew(int index, IReadOnlyList<Claim> claims, Dictionary<Claim, int> contents, FindingCollector findings)
    {
        // What was not understood says nothing that could be the same; a file full of it would be compared pair by pair.
        if (claims[index].Figure is not { Error: null } || contents.TryAdd(claims[index], index)) return;

        var first = contents[claims[index]];
        findings.OnClaim(
            index, claims[index], "", FindingCodes.DuplicateClaim,
            $"The same as claims[{first}] ({NearestNames.Short(claims[first].Id ?? "")}) but for its id; it adds nothing.");
    }
}
