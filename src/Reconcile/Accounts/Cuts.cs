namespace Reconcile.Accounts;

/// <summary>What a search had to leave out.</summary>
[Flags]
internal enum Cuts
{
    None = 0,

    /// <summary>More accounts than are kept.</summary>
    Accounts = 1,

    /// <summary>The search ran out of steps.</summary>
    Steps = 2,

    /// <summary>More conflicts than are listed.</summary>
    Conflicts = 4,

    /// <summary>Accounts that weigh the same as some that were kept.</summary>
    Equals = 8,
}
