namespace Reconcile.Validation;

/// <summary>What can be wrong with declared quantities.</summary>
internal static class QuantityRules
{
    public static void Check(DossierSurvey survey, FindingCollector findings)
    {
        var quantities = survey.Dossier.Quantities;
        if (quantities.Count == 0) return;

        var meant = survey.QuantitiesThatMayBeMeant();
        var lookAlikes = survey.QuantitiesMayLookAlike() ? new LookAlikes() : null;
        var firsts = new FirstPlaces(survey.Texts.Names.Count);
        Dictionary<string, int>? names = null;
        for (var i = 0; i < quantities.Count; i++)
        {
            var quantity = quantities[i];
            var number = survey.NumberOfQuantity(quantity.Id);
            CheckId(i, quantity, firsts.Of(number, i), lookAlikes, findings);
            CheckKind(i, quantity, findings);
            if (quantity.Name is { Length: > 0 } name && !(names ??= new(quantities.Count, StringComparer.OrdinalIgnoreCase)).TryAdd(name, i))
            {
                findings.OnQuantity(
                    i, quantity, "name", FindingCodes.SameName,
                    $"The quantities {NearestNames.Shown(quantities[names[name]].Id)} and {NearestNames.Shown(quantity.Id)} have one name, {NearestNames.Shown(name)}; a reader cannot tell them apart.");
            }

            CheckBounds(i, quantity, findings);
            if (!PropertyRules.IsMissing(quantity.Id) && !meant[number] && survey.Dossier.LeftOut.Count == 0)
            {
                findings.OnQuantity(
                    i, quantity, "id", FindingCodes.UnusedQuantity,
                    $"Neither a claim nor a relation mentions the quantity {NearestNames.Shown(quantity.Id)}.");
            }
        }
    }

    private static void CheckId(int index, Quantity quantity, int first, LookAlikes? lookAlikes, FindingCollector findings)
    {
        if (PropertyRules.IsMissing(quantity.Id))
        {
            findings.OnQuantity(index, quantity, "id", FindingCodes.Missing, "A quantity needs an id.");
        }
        else if (first < index)
        {
            findings.OnQuantity(
                index, quantity, "id", FindingCodes.DuplicateId, $"{PropertyRules.DuplicateId("quantity", "quantities", quantity.Id, first)}");
        }
        else if (lookAlikes?.EarlierThan(quantity.Id) is { } other)
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
        else if (quantity.Kind != QuantityKind.Stock && quantity.Drift != Quantity.UsualDrift)
        {
            findings.OnQuantity(
                index, quantity, "drift", FindingCodes.DriftOfNoStock,
                "Only a stock drifts; declare the quantity with the kind stock, or leave drift out.");
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
}
