using System.Text.Json;
using Reconcile.Validation;

namespace Reconcile.Formats;

/// <summary>The parts of a dossier while it is read.</summary>
internal sealed class DossierParts
{
    private readonly List<Source> _sources = [];
    private readonly List<Interest> _interests = [];
    private readonly List<Quantity> _quantities = [];
    private readonly List<Relation> _relations = [];
    private readonly List<Claim> _claims = [];
    private readonly List<(int Claim, ClaimDates Dates)> _undecided = [];
    private string _title = "";
    private bool _partiesLean;
    private PartialDate? _asOf;
    private bool _isDossier;
    private (string Version, int Line)? _reconciliation;

    /// <summary>What to say when the file is a result; null when it is not.</summary>
    public Finding? OtherFormat => _reconciliation is { } mark && !_isDossier
        ? new Finding
        {
            Code = ReadingCodes.Version,
            Severity = FindingSeverity.Error,
            Message = $"This file is a result (reconciliation {mark.Version}), not a dossier; a dossier has \"reconcile\": {DossierTables.Version}.",
            Path = "reconciliation",
            Line = mark.Line,
        }
        : null;

    /// <summary>Reads the value of a property of the dossier.</summary>
    public void Read(ref JsonCursor cursor, ref ObjectState state, string name)
    {
        switch (name)
        {
            case "$schema":
                if (cursor.Text() is { } schema) state.AddExtension(name, JsonText.OfText(schema));
                break;
            case "reconcile":
                _isDossier = true;
                ReadVersion(ref cursor);
                break;
            case "title":
                _title = cursor.Text() ?? "";
                break;
            case "asOf":
                _asOf = cursor.Date();
                break;
            case "parties":
                _partiesLean = cursor.Choice([Spelling.Lean]) is not null;
                break;
            case "reconciliation":
                ReadOtherFormat(ref cursor);
                break;
            default:
                ReadList(ref cursor, name);
                break;
        }
    }

    /// <summary>The dossier, when the file has ended.</summary>
    public Dossier ToDossier(in ObjectState state, FindingCollector findings)
    {
        // A partial date of the dossier cannot bound those of claims.
        var day = _asOf is { IsFull: true } full ? full.Last : (DateOnly?)null;
        foreach (var (index, dates) in _undecided)
        {
            var claim = dates.ApplyTo(_claims[index], day);
            _claims[index] = claim;
            if (dates.EndsBeforeItBegins(day)) findings.Add(EndsBeforeItBegins(index, claim));
        }

        if (_isDossier && _reconciliation is { } mark)
        {
            findings.Add(new Finding
            {
                Code = ReadingCodes.UnknownProperty,
                Severity = FindingSeverity.Error,
                Message = "A dossier has no \"reconciliation\"; that is the mark of a result.",
                Path = "reconciliation",
                Line = mark.Line,
            });
        }

        return Dossier.FromParts(
            _title, _asOf?.Last, _sources, _interests, _quantities, _relations, _claims, _partiesLean, state.TakeAnnotations(), state.TakePlace());
    }

    private static Finding EndsBeforeItBegins(int index, Claim claim) => new()
    {
        Code = ReadingCodes.WrongValue,
        Severity = FindingSeverity.Error,
        Message = "This period ends before it begins; from is the first day, to the last.",
        Path = $"claims[{index}].during",
        ClaimId = claim.Id,
        Line = claim.Place.LineOf("during"),
    };

    private static void ReadVersion(ref JsonCursor cursor)
    {
        if (cursor.Token != JsonTokenType.Number)
        {
            cursor.WrongType($"the number {DossierTables.Version}, the major version of the dossier format");
        }
        else if (cursor.Number() is { } version && version != DossierTables.Version)
        {
            cursor.Report(
                ReadingCodes.Version,
                $"Version {PlainNumber.Text(version)} of the dossier format is not known here; this library reads version {DossierTables.Version}.");
        }
    }

    private void ReadOtherFormat(ref JsonCursor cursor)
    {
        _reconciliation = (cursor.Token == JsonTokenType.Number ? cursor.FoundNumber() : cursor.Found(), cursor.CurrentLine());
        cursor.Skip();
    }

    private void ReadList(ref JsonCursor cursor, string name)
    {
        if (!cursor.TryEnterList()) return;
        while (cursor.NextItem())
        {
            switch (name)
            {
                case "sources":
                    _sources.Add(PartReaders.ReadSource(ref cursor));
                    break;
                case "interests":
                    _interests.Add(PartReaders.ReadInterest(ref cursor));
                    break;
                case "quantities":
                    _quantities.Add(PartReaders.ReadQuantity(ref cursor));
                    break;
                case "relations":
                    _relations.Add(PartReaders.ReadRelation(ref cursor));
                    break;
                case "claims":
                    AddClaim(ref cursor);
                    break;
            }

            if (cursor.LeavesOutErrors) ForgetParts();
        }
    }

    /// <summary>Nothing will come of a file with so many errors; what is still read of it is read to count them.</summary>
    private void ForgetParts()
    {
        _sources.Clear();
        _interests.Clear();
        _quantities.Clear();
        _relations.Clear();
        _claims.Clear();
        _undecided.Clear();
    }

    private void AddClaim(ref JsonCursor cursor)
    {
        var claim = ClaimReader.Read(ref cursor, _claims.Count + 1, out var dates);
        if (dates.HasPartial || dates.EndsBeforeItBegins(null)) _undecided.Add((_claims.Count, dates));
        _claims.Add(dates.HasAny ? dates.ApplyTo(claim, null) : claim);
    }
}
