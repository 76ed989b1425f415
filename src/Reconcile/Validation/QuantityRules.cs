namespace Reconcile.Validation;

/// <summary>What can be wrong with declared quantities.</summary>
internal static class QuantityRules
{
    public static void Check(DossierSurvey survey, FindingCollector findings)
    {
        var quantities = survey.Dossier.Quantities;
        if (quantities.Count == 0) return;

        var mentioned = survey.MentionedQuantities();
        var lookAlikes = new LookAlikes();
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var days = DaysOfMoving(survey.Dossier);
        for (var i = 0; i < quantities.Count; i++)
        {
            var quantity = quantities[i];
            CheckId(i, quantity, ids, lookAlikes, findings);
            CheckKind(i, quantity, findings);
            if (quantity.Name is { Length: > 0 } name && !names.TryAdd(name, i))
            {
                findings.OnQuantity(
                    i, quantity, "name", FindingCodes.SameName,
                    $"The quantities {NearestNames.Shown(quantities[names[name]].Id)} and {NearestNames.Shown(quantity.Id)} have one name, {NearestNames.Shown(name)}; a reader cannot tell them apart.");
            }

            if (days is not null && !PropertyRules.IsMissing(quantity.Id) && days.GetValueOrDefault(quantity.Id) is { First: { } first, Last: { } last } && last > first)
            {
                findings.OnQuantity(
                    i, quantity, "kind", FindingCodes.SeveralDays,
                    $"Claims on {NearestNames.Shown(quantity.Id)} speak of days from {PropertyRules.Shown(first)} to {PropertyRules.Shown(last)}. Dates do not act yet: they are compared as if they spoke of one day. Give each day a quantity of its own.");
            }

            CheckBounds(i, quantity, findings);
            if (!PropertyRules.IsMissing(quantity.Id) && !mentioned[survey.Reading.Names.Find(quantity.Id)])
            {
                findings.OnQuantity(
                    i, quantity, "id", FindingCodes.UnusedQuantity,
                    $"Neither a claim nor a relation mentions the quantity {NearestNames.Shown(quantity.Id)}.");
            }
        }
    }

    private static void CheckId(int index, Quantity quantity, Dictionary<string, int> ids, LookAlikes lookAlikes, FindingCollector findings)
    {
        if (PropertyRules.IsMissing(quantity.Id))
        {
            findings.OnQuantity(index, quantity, "id", FindingCodes.Missing, "A quantity needs an id.");
        }
        else if (!ids.TryAdd(quantity.Id, index))
        {
            findings.OnQuantity(
                index, quantity, "id", FindingCodes.DuplicateId, PropertyRules.DuplicateId("quantity", "quantities", quantity.Id, ids[quantity.Id]));
        }
        else if (lookAlikes.EarlierThan(quantity.Id) is { } other)
        {
            findings.OnQuantity(index, quantity, "id", FindingCodes.QuantitiesLookAlike, UndeclaredNames.QuantitiesLookAlike(other, quantity.Id));
        }
    }

    private static void CheckKind(int index, Quantity quantity, FindingCollector findings)
    {
        if (quantity.Kind is < QuantityKind.Fixed or > QuantityKind.Stock)
        {
            findings.OnQuantity(index, quantity, "kind", FindingCodes.WrongValue, $"A kind is fixed, total or stock; found {(int)quantity.Kind}.");
        }

        if (!(quantity.Drift >= 0 && PropertyRules.IsNumber(quantity.Drift)))
        {
            findings.OnQuantity(
                index, quantity, "drift", FindingCodes.WrongValue,
                $"A drift is a finite number of 0 or more, such as 0.02 for 2 % a day; found {PropertyRules.Shown(quantity.Drift)}.");
        }
    }

    private static void CheckBounds(int index, Quantity quantity, FindingCollector findings)
    {
        if (quantity.Min is { } min && !PropertyRules.IsNumber(min))
        {
            findings.OnQuantity(index, quantity, "min", FindingCodes.NumberOutOfRange, PropertyRules.NotANumber("minimum", min));
        }

        if (quantity.Max is { } max && !PropertyRules.IsNumber(max))
        {
            findings.OnQuantity(index, quantity, "max", FindingCodes.NumberOutOfRange, PropertyRules.NotANumber("maximum", max));
        }

        if (quantity.Min > quantity.Max)
        {
            var hint = quantity is { Min: 0, Max: < 0 } ? "; the default minimum is 0, null is none" : "";
            findings.OnQuantity(
                index, quantity, "max", FindingCodes.EmptyBounds,
                $"The maximum {PropertyRules.Shown(quantity.Max.Value)} is below the minimum {PropertyRules.Shown(quantity.Min.Value)}{hint}.");
        }
    }

    /// <summary>The first and the last day of which claims on each total or stock speak; null: there is none.</summary>
    private static Dictionary<string, (DateOnly? First, DateOnly? Last)>? DaysOfMoving(Dossier dossier)
    {
        Dictionary<string, (DateOnly? First, DateOnly? Last)>? days = null;
        foreach (var declared in dossier.Quantities)
        {
            if (declared.Kind != QuantityKind.Fixed) (days ??= new(StringComparer.Ordinal)).TryAdd(declared.Id ?? "", default);
        }

        if (days is null) return null;
        foreach (var claim in dossier.Claims)
        {
            if (claim.During is not null || claim.Retracted.IsRetracted || (claim.AsOf ?? claim.Reported) is not { } day || claim.Quantity is not { } quantity || !days.TryGetValue(quantity, out var known)) continue;
            days[quantity] = (known.First is { } first && first < day ? first : day, known.Last is { } last && last > day ? last : day);
        }

        return days;
    }
}
