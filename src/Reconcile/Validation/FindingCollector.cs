using System.Globalization;
using System.Runtime.CompilerServices;

namespace Reconcile.Validation;

/// <summary>
/// Collects findings, each with its place: the lists of a dossier are named as in its file. The first errors and the first warnings are kept in full, of all others only how many there are:
/// a file of a few megabytes can hold millions.
/// </summary>
/// <param name="concerns">Which errors matter, by their path; others are dropped, and warnings with them. Null: all findings do.</param>
internal sealed class FindingCollector(Predicate<string>? concerns = null)
{
    /// <summary>So many errors, and so many warnings, are kept.</summary>
    public const int MostKept = 1000;

    private List<Finding>? _kept;
    private int _errors;
    private int _warnings;

    /// <summary>The findings that are kept, and last how many more errors and warnings there are.</summary>
    public IReadOnlyList<Finding> Findings => _kept is null ? [] : LeavesOut(FindingCodes.MoreErrors) || LeavesOut(FindingCodes.MoreWarnings) ? [.. _kept, .. LeftOut()] : _kept;

    /// <summary>As <see cref="Findings"/>, but in the order of the lines.</summary>
    public IReadOnlyList<Finding> ByLine => [.. (_kept ?? []).OrderBy(static finding => finding.Line ?? 0), .. LeftOut()];

    /// <summary>How many errors and warnings there are, kept or not.</summary>
    public int Count => _errors + _warnings;

    /// <summary>Whether there are errors, be it some that do not matter here.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether some errors are not kept.</summary>
    public bool LeavesOutErrors => LeavesOut(FindingCodes.MoreErrors);

    /// <summary>Whether the next finding of a code is kept.</summary>
    public bool Keeps(string code) => (IsError(code) ? _errors : _warnings) < MostKept;

    public void OnDossier(
        string property, string code, [InterpolatedStringHandlerArgument("", nameof(code))] FindingMessage message, int? line = null) =>
        Add(new Spot(property, -1, ""), line, null, code, message);

    public void OnSource(int index, Source source, string property, string code, [InterpolatedStringHandlerArgument("", nameof(code))] FindingMessage message) =>
        Add(new Spot("sources", index, property), source.Place.LineOf(property), null, code, message);

    public void OnInterest(int index, Interest interest, string property, string code, [InterpolatedStringHandlerArgument("", nameof(code))] FindingMessage message) =>
        Add(new Spot("interests", index, property), interest.Place.LineOf(property), null, code, message);

    public void OnQuantity(int index, Quantity quantity, string property, string code, [InterpolatedStringHandlerArgument("", nameof(code))] FindingMessage message) =>
        Add(new Spot("quantities", index, property), quantity.Place.LineOf(property), null, code, message);

    /// <summary>About the rule itself the path is that of the relation: in a file a relation may be the bare rule.</summary>
    public void OnRelation(int index, Relation relation, string property, string code, [InterpolatedStringHandlerArgument("", nameof(code))] FindingMessage message) =>
        Add(new Spot("relations", index, property == "rule" ? "" : property), relation.Place.LineOf(property), null, code, message);

    public void OnClaim(int index, Claim claim, string property, string code, [InterpolatedStringHandlerArgument("", nameof(code))] FindingMessage message) =>
        Add(new Spot("claims", index, property), claim.Place.LineOf(property), claim.Id, code, message);

    public void Add(Finding finding)
    {
        if (IsDropped(finding.Code, finding.Path)) return;
        if (Keeps(finding.Code)) (_kept ??= []).Add(finding);
        CountOne(finding.Code);
    }

    /// <summary>Counts a finding that <see cref="Keeps"/> says is not kept.</summary>
    public void LeaveOut(string code) => CountOne(code);

    /// <summary>Adds what another has collected.</summary>
    public void AddAll(FindingCollector other)
    {
        var (errors, warnings) = (_errors + other._errors, _warnings + other._warnings);
        foreach (var finding in other._kept ?? []) Add(finding);
        (_errors, _warnings) = (errors, warnings);
    }

    /// <summary>Forgets all findings.</summary>
    public void Clear()
    {
        _kept = null;
        (_errors, _warnings, HasErrors) = (0, 0, false);
    }

    /// <summary>Gives the id of a claim to the findings made since a count, once it is known.</summary>
    public void NameClaim(int since, string id)
    {
        for (var i = since; i < _kept?.Count; i++) _kept[i] = _kept[i] with { ClaimId = id };
    }

    private void Add(Spot spot, int? line, string? claimId, string code, FindingMessage message)
    {
        if (concerns is null && !Keeps(code))
        {
            CountOne(code);
            return;
        }

        var path = spot.ToString();
        if (IsDropped(code, path)) return;
        if (Keeps(code))
        {
            (_kept ??= []).Add(new Finding
            {
                Code = code,
                Severity = IsError(code) ? FindingSeverity.Error : FindingSeverity.Warning,
                Message = message.Take(),
                Path = path,
                ClaimId = claimId,
                Line = line,
            });
        }

        CountOne(code);
    }

    private bool IsDropped(string code, string path)
    {
        HasErrors |= IsError(code);
        return concerns is not null && !(IsError(code) && concerns(path));
    }

    private void CountOne(string code)
    {
        if (IsError(code)) _errors++;
        else _warnings++;
        HasErrors |= IsError(code);
    }

    private bool LeavesOut(string code) => (IsError(code) ? _errors : _warnings) > MostKept;

    private IEnumerable<Finding> LeftOut()
    {
        if (LeavesOut(FindingCodes.MoreErrors)) yield return More(FindingCodes.MoreErrors, FindingSeverity.Error, "error", _errors - MostKept);
        if (LeavesOut(FindingCodes.MoreWarnings)) yield return More(FindingCodes.MoreWarnings, FindingSeverity.Warning, "warning", _warnings - MostKept);
    }

    private static Finding More(string code, FindingSeverity severity, string noun, int count) => new()
    {
        Code = code,
        Severity = severity,
        Message = string.Create(CultureInfo.InvariantCulture, $"{count:N0} more {noun}{(count == 1 ? " was" : "s were")} found; only the first {MostKept:N0} are shown."),
        Count = count,
    };

    private static bool IsError(string code) => code[2] == '1';

    /// <summary>Where a property is written: <c>sources[2].id</c>; without a property the item itself, without an index the list.</summary>
    private readonly record struct Spot(string List, int Index, string Property)
    {
        public override string ToString()
        {
            if (Index < 0) return List;
            var item = string.Create(CultureInfo.InvariantCulture, $"{List}[{Index}]");
            return Property.Length == 0 ? item : $"{item}.{Property}";
        }
    }
}
