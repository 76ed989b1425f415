namespace Reconcile.Validation;

/// <summary>Messages about unknown names.</summary>
/// <remarks>Each name is compared once, and only so many of them: a file of 20,000 wrong names must not cost 20,000² comparisons.</remarks>
internal sealed class NameAdvice(string what, IReadOnlyCollection<string> known)
{
    private const int ComparedNames = 100;

    private readonly Dictionary<string, string> _messages = new(StringComparer.Ordinal);

    public string Unknown(string name)
    {
        if (_messages.TryGetValue(name, out var message)) return message;
        if (_messages.Count >= ComparedNames) return $"Unknown {what} {NearestNames.Shown(name)}.";

        message = NearestNames.Unknown(what, name, known);
        _messages.Add(name, message);
        return message;
    }
}
