using System.Globalization;

namespace Reconcile.Validation;

/// <summary>Collects findings, each with its place: the lists of a dossier are named as in its file.</summary>
internal sealed class FindingCollector
{
    /// <summary>Where a property is written: <c>sources[2].id</c>; without a property, the item itself.</summary>
    private static string PathOf(string list, int index, string property)
    {
        var item = string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
        return property.Length == 0 ? item : $"{item}.{property}";
    }

    private List<Finding>? _findings;

    public IReadOnlyList<Finding> Findings => _findings is null ? [] : _findings;

    public void OnDossier(string property, string code, string message, int? line = null) => Add(code, message, property, line, null);

    public void OnSource(int index, Source source, string property, string code, string message) =>
        Add(code, message, PathOf("sources", index, property), source.Place.LineOf(property), null);

    public void OnInterest(int index, Interest interest, string property, string code, string message) =>
        Add(code, message, PathOf("interests", index, property), interest.Place.LineOf(property), null);

    public void OnQuantity(int index, Quantity quantity, string property, string code, string message) =>
        Add(code, message, PathOf("quantities", index, property), quantity.Place.LineOf(property), null);

    /// <summary>About the rule itself the path is that of the relation: in a file a relation may be the bare rule.</summary>
    public void OnRelation(int index, Relation relation, string property, string code, string message) =>
        Add(code, message, PathOf("relations", index, property == "rule" ? "" : property), relation.Place.LineOf(property), null);

    public void OnClaim(int index, Claim claim, string property, string code, string message) =>
        Add(code, message, PathOf("claims", index, property), claim.Place.LineOf(property), claim.Id);

    private void Add(string code, string message, string path, int? line, string? claimId) => (_findings ??= []).Add(new Finding
    {
        Code = code,
        Severity = code[2] == '1' ? FindingSeverity.Error : FindingSeverity.Warning,
        Message = message,
        Path = path,
        ClaimId = claimId,
        Line = line,
    });
}
