using System.Diagnostics.CodeAnalysis;

namespace Reconcile.Relations;

/// <summary>Reads the relation language by recursive descent, at most 1,000 characters and 32 nested parentheses.</summary>
internal static class RelationParser
{
    public static bool TryParseRelation(ReadOnlySpan<char> text, [NotNullWhen(true)] out ParsedRelation? relation, out SyntaxError error) => throw new NotSupportedException();

    public static bool TryParseSubject(ReadOnlySpan<char> text, [NotNullWhen(true)] out ParsedSubject? subject, out SyntaxError error) => throw new NotSupportedException();
}
