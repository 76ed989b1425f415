using System.Globalization;
using Reconcile.Relations;

namespace Reconcile.Validation;

/// <summary>What can be wrong with one relation, or with two that say the same.</summary>
internal static class RelationRules
{
    private const int ShownBounds = 3;
    private const int ListedRelations = 6;

    public static void Check(DossierSurvey survey, FindingCollector findings)
    {
        var relations = survey.Dossier.Relations;
        var earlier = SharesNames(survey) ? new Dictionary<(string Fact, DateOnly? From, DateOnly? To), int>(relations.Count) : null;
        var contradictions = RelationFeasibility.Contradictions(survey);
        for (var i = 0; i < relations.Count; i++)
        {
            if (PropertyRules.IsMissing(relations[i].Rule))
            {
                findings.OnRelation(i, relations[i], "rule", FindingCodes.Missing, "A relation needs a rule, such as casualties = killed + wounded.");
            }
            else if (survey.Relations[i].Parsed is not { } parsed)
            {
                findings.OnRelation(
                    i, relations[i], "rule", FindingCodes.RelationSyntax,
                    $"The relation {Shown(relations[i])} is not understood at {survey.Relations[i].Error}.");
            }
            else
            {
                CheckNames(i, parsed, survey, findings);
                if (SaysSomethingPossible(i, parsed, survey, findings) && earlier is not null) CheckIsNew(i, parsed, relations, earlier, findings);
            }

            var lookAlikes = survey.UndeclaredNames.OnRelation(i);
            for (var j = 0; j < lookAlikes.Count; j++) findings.OnRelation(i, relations[i], "rule", FindingCodes.QuantitiesLookAlike, lookAlikes[j]);

            if (contradictions?.GetValueOrDefault(i) is { } contradiction)
            {
                findings.OnRelation(i, relations[i], "rule", FindingCodes.ImpossibleRelations, contradiction);
            }

            CheckDates(i, relations[i], findings);
        }
    }

    /// <summary>Whether two relations speak of the same quantities: only then can one say what another said.</summary>
    private static bool SharesNames(DossierSurvey survey)
    {
        if (survey.Relations.Length < 2) return false;
        var seen = new HashSet<int>(survey.Relations.Length);
        foreach (var relation in survey.Relations)
        {
            if (relation.Parsed is not { } parsed) continue;
            // What stands on both sides may cancel out; then the names alone do not tell the fact.
            if (parsed.Left.SharesNameWith(parsed.Right) || !seen.Add(Fingerprint(parsed.Left) + Fingerprint(parsed.Right))) return true;
        }

        return false;
    }

    /// <summary>The same for the same names in any order.</summary>
    private static int Fingerprint(LinearForm form)
    {
        var sum = 0;
        foreach (var term in form.Terms) sum += HashCode.Combine(term.Number);
        return sum;
    }

    /// <summary>For example <c>These relations cannot hold together: "a = b", "a >= b + 1".</c></summary>
    public static string Contradiction(IReadOnlyList<Relation> relations)
    {
        var listed = string.Join(", ", relations.Take(ListedRelations).Select(Shown));
        var more = relations.Count > ListedRelations ? string.Create(CultureInfo.InvariantCulture, $" and {relations.Count - ListedRelations:N0} more") : "";
        return $"These relations cannot hold together: {listed}{more}.";
    }

    public static string Shown(Relation relation) => NearestNames.Shown(relation.Rule ?? "");

    private static void CheckNames(int index, ParsedRelation parsed, DossierSurvey survey, FindingCollector findings)
    {
        var relation = survey.Dossier.Relations[index];
        if (QuantityNameRules.Unknown(survey, relation.Rule, parsed.Left, parsed.Right) is not { } unknown) return;
        foreach (var message in unknown) findings.OnRelation(index, relation, "rule", FindingCodes.UnknownQuantity, message);
    }

    private static bool SaysSomethingPossible(int index, ParsedRelation parsed, DossierSurvey survey, FindingCollector findings)
    {
        var relation = survey.Dossier.Relations[index];
        var (never, nothing) = Judge(parsed, survey);
        if (never)
        {
            var because = nothing ? "its quantities cancel out and leave something false" : $"the bounds of its quantities do not allow it ({BoundsOf(parsed, survey)})";
            findings.OnRelation(
                index, relation, "rule", FindingCodes.ImpossibleRelation, $"The relation {Shown(relation)} can never hold: {because}.");
        }
        else if (nothing)
        {
            findings.OnRelation(
                index, relation, "rule", FindingCodes.EmptyRelation,
                $"The relation {Shown(relation)} says nothing: no quantity is left when both sides are compared.");
        }

        return !never && !nothing;
    }

    /// <summary>For example <c>"killed" is at least 0, unless its min is null or lower</c>.</summary>
    private static string BoundsOf(ParsedRelation relation, DossierSurvey survey)
    {
        var names = relation.Left.Terms.Concat(relation.Right.Terms).DistinctBy(static term => term.Number).Take(ShownBounds + 1).ToArray();
        var shown = names.Take(ShownBounds).Select(term => Bounds(term, survey));
        return string.Join(", ", shown) + (names.Length > ShownBounds ? ", …" : "") + "; min and max of a quantity set them, null for none";
    }

    private static string Bounds(Term term, DossierSurvey survey)
    {
        var (low, high) = survey.BoundsOf(term.Number);
        var range = (double.IsFinite(low), double.IsFinite(high)) switch
        {
            (true, true) => $"lies between {PropertyRules.Shown(low)} and {PropertyRules.Shown(high)}",
            (true, false) => $"is at least {PropertyRules.Shown(low)}",
            (false, true) => $"is at most {PropertyRules.Shown(high)}",
            _ => "has none",
        };
        return $"{NearestNames.Shown(term.Name)} {range}";
    }

    /// <summary>Whether no values within the bounds satisfy a relation, and whether it constrains no quantity at all.</summary>
    public static (bool Never, bool Nothing) Judge(ParsedRelation relation, DossierSurvey survey)
    {
        if (relation.Operator == RelationOperator.About)
        {
            var ceiling = relation.Left.Minus(relation.Right, 1 + relation.Within);
            var floor = relation.Left.Minus(relation.Right, 1 - relation.Within);
            var never = FormBounds.Of(ceiling, survey).IsAlwaysAbove(0) || FormBounds.Of(floor, survey).IsAlwaysBelow(0);
            return (never, ceiling.Terms.IsEmpty && floor.Terms.IsEmpty);
        }

        if (FormBounds.OfSeparate(relation.Left, relation.Right, survey) is { } apart) return (IsNever(relation, apart), false);
        var difference = relation.Left.Minus(relation.Right);
        return (IsNever(relation, FormBounds.Of(difference, survey)), difference.Terms.IsEmpty);
    }

    private static bool IsNever(ParsedRelation relation, FormBounds bounds)
    {
        var tooHigh = relation.Operator != RelationOperator.AtLeast && bounds.IsAlwaysAbove(0);
        var tooLow = relation.Operator != RelationOperator.AtMost && bounds.IsAlwaysBelow(0);
        return tooHigh || tooLow;
    }

    private static void CheckIsNew(
        int index, ParsedRelation parsed, IReadOnlyList<Relation> relations,
        Dictionary<(string Fact, DateOnly? From, DateOnly? To), int> earlier, FindingCollector findings)
    {
        var relation = relations[index];
        var fact = (RelationText.Canonical(parsed), relation.From, relation.To);
        if (earlier.TryAdd(fact, index)) return;

        var first = earlier[fact];
        findings.OnRelation(
            index, relation, "rule", FindingCodes.DuplicateRelation,
            $"The relation {Shown(relation)} says the same as relations[{first}], {Shown(relations[first])}.");
    }

    private static void CheckDates(int index, Relation relation, FindingCollector findings)
    {
        if (relation.From is { } from && relation.To is { } to && to < from)
        {
            findings.OnRelation(
                index, relation, "to", FindingCodes.RelationDates,
                $"The relation {Shown(relation)} ends ({PropertyRules.Shown(to)}) before it begins ({PropertyRules.Shown(from)}).");
        }
    }
}
