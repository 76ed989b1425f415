using System.Globalization;
using System.Runtime.CompilerServices;

namespace Reconcile.Validation;

/// <summary>The message of a finding, the same in every culture. As an interpolated text it is written only where its finding is kept in full: of a million errors a thousand are.</summary>
[InterpolatedStringHandler]
internal ref struct FindingMessage
{
    private readonly string? _text;
    private DefaultInterpolatedStringHandler _written;

    public FindingMessage(int literalLength, int formattedCount, FindingCollector findings, string code, out bool isKept)
    {
        isKept = findings.Keeps(code);
        if (isKept) _written = new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture);
    }

    private FindingMessage(string text) => _text = text;

    public static implicit operator FindingMessage(string text) => new(text);

    public void AppendLiteral(string literal) => _written.AppendLiteral(literal);

    public void AppendFormatted<T>(T value) => _written.AppendFormatted(value);

    public void AppendFormatted<T>(T value, string? format) => _written.AppendFormatted(value, format);

    /// <summary>The text; to be asked once, of a message that is kept.</summary>
    public string Take() => _text ?? _written.ToStringAndClear();
}
