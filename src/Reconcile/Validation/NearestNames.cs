namespace Reconcile.Validation;

/// <summary>Finds what was probably meant by an unknown name.</summary>
internal static class NearestNames
{
    /// <summary>For example <c>Unknown quantity "kiled"; did you mean "killed"?</c></summary>
    public static string Unknown(string what, string name, IEnumerable<string> known) => throw new NotSupportedException();
}
