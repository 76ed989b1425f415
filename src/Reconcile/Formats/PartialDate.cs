using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Reconcile.Formats;

/// <summary>A day, a month or a year as written in a file.</summary>
internal readonly record struct PartialDate(DateOnly First, DateOnly Last)
{
    public bool IsFull => First == Last;

    /// <summary>As it is written.</summary>
    public string Text => First.ToString(IsFull ? "yyyy-MM-dd" : First.Month == Last.Month ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture);

    /// <summary>The last day, but no later than a day inside the period that is known to be the end of it.</summary>
    /// <remarks>A bound before the whole period says nothing about it: what is said of 2030 in 2025 stays a figure of 2030.</remarks>
    public DateOnly LastUpTo(DateOnly? bound) => bound >= First && bound < Last ? bound.Value : Last;

    /// <summary>Reads <c>2025</c>, <c>2025-03</c> or <c>2025-03-05</c>.</summary>
    public static bool TryParse(string text, out PartialDate date, [NotNullWhen(false)] out string? error)
    {
        date = default;
        error = null;
        int? month = null, day = null;
        if (!TryDigits(text, 0, 4, out var year)
            || (text.Length > 4 && !TryPart(text, 4, out month))
            || (text.Length > 7 && !TryPart(text, 7, out day))
            || text.Length > 10)
        {
            error = $"{Shown.Quoted(text)} is no date; {(Meant(text) is { } meant ? $"did you mean {meant.Text}?" : "a date is written 2025-03-05, 2025-03 or 2025.")}";
        }
        else if (year == 0)
        {
            error = $"{Shown.Quoted(text)} is no date; years start at 0001.";
        }
        else if (month is < 1 or > 12)
        {
            error = $"{Shown.Quoted(text)} is no date; months are 01 to 12.";
        }
        else if (day < 1)
        {
            error = $"{Shown.Quoted(text)} is no date; days start at 01.";
        }
        else if (month is { } m && day > DateTime.DaysInMonth(year, m))
        {
            var days = DateTime.DaysInMonth(year, m);
            error = $"{Shown.Quoted(text)} is no date; {new DateOnly(year, m, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture)} has {days} days.";
        }

        if (error is not null) return false;
        var first = new DateOnly(year, month ?? 1, day ?? 1);
        var last = day is not null ? first : month is not null ? new DateOnly(year, month.Value, DateTime.DaysInMonth(year, month.Value)) : new DateOnly(year, 12, 31);
        date = new PartialDate(first, last);
        return true;
    }

    /// <summary>The date that a text with single digits, slashes or points probably means, such as 2024-2-3 or 2024/02/03; null: the order of its parts is not clear, or there is no such day.</summary>
    private static PartialDate? Meant(string text)
    {
        if (text.Length is < 6 or > 10 || text[4] is not ('-' or '/' or '.')) return null;
        var parts = text.Split(text[4]);
        if (parts.Length is not (2 or 3) || !parts.Skip(1).All(static part => part.Length is 1 or 2)) return null;
        var written = string.Join('-', parts.Select(static (part, i) => i == 0 ? part : part.PadLeft(2, '0')));
        // What is written like a date already is none, and would be asked about for ever.
        return written != text && TryParse(written, out var date, out _) ? date : null;
    }

    private static bool TryPart(string text, int dash, out int? part)
    {
        part = null;
        if (text[dash] != '-' || !TryDigits(text, dash + 1, 2, out var value)) return false;
        part = value;
        return true;
    }

    private static bool TryDigits(string text, int start, int length, out int value)
    {
        value = 0;
        if (text.Length < start + length) return false;
        for (var i = start; i < start + length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) return false;
            value = (10 * value) + (text[i] - '0');
        }

        return true;
    }
}
