using Reconcile.Validation;

namespace Reconcile;

/// <summary>Something wrong, or worth knowing, in a dossier.</summary>
public sealed record Finding
{
    /// <summary>Stable code: RC1xx errors, RC2xx warnings, but for RC225 and RC226, which are errors.</summary>
    public required string Code { get; init; }

    /// <summary>Error or warning.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>Where, what is wrong, what would be right.</summary>
    public required string Message { get; init; }

    /// <summary>For example <c>claims[3].figure</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>The claim concerned, if one is.</summary>
    public string? ClaimId { get; init; }

    /// <summary>Line in the file, from 1, if it came from a file.</summary>
    public int? Line { get; init; }

    /// <summary>How many findings it stands for: 1, but where it says how many more there are (RC199, RC299).</summary>
    public int Count { get; init; } = 1;

    /// <summary>For example <c>line 31, claims[3].credibility (c4): error RC110: …</c>.</summary>
    public override string ToString()
    {
        var place = string.Join(", ", new[] { Line is { } line ? $"line {line}" : "", Path }.Where(part => part.Length > 0));
        var claim = ClaimId is null ? "" : $" ({NearestNames.Short(ClaimId)})";
        var prefix = place.Length + claim.Length == 0 ? "" : $"{place}{claim}: ";
        return $"{prefix}{(Severity == FindingSeverity.Error ? "error" : "warning")} {Code}: {Message}";
    }
}
