namespace Reconcile.Calibration;

/// <summary>How the world of the simulated dossiers differs from what the engine assumes.</summary>
/// <param name="Name">For print.</param>
internal sealed record Scenario(string Name)
{
    /// <summary>By how much the errors of the roots are larger than graded. Default: 1.</summary>
    public double ErrorFactor { get; init; } = 1;

    /// <summary>Whether the errors of the roots have the tails of Student's t with 3 degrees of freedom instead of a normal's.</summary>
    public bool HeavyTails { get; init; }

    /// <summary>The part of its error that a root does not repeat from figure to figure. Default: 0; the engine allows for 0.3.</summary>
    public double OwnShare { get; init; }

    /// <summary>Chance that a root after the first knows only what the first told it, which the dossier does not say. Default: 0.</summary>
    public double HiddenSource { get; init; }

    /// <summary>By how much claims are more often wrong than graded. Default: 1.</summary>
    public double WrongFactor { get; init; } = 1;

    /// <summary>Chance that a root is right or wrong on all quantities alike, instead of on each by itself. Default: 0.</summary>
    public double WrongTogether { get; init; }

    /// <summary>With dates: on how many days something is said, at most. Default: 60.</summary>
    public int MostDays { get; init; } = 60;

    /// <summary>With dates: whether nobody speaks twice, so that no error is shared, instead of one to five roots.</summary>
    public bool NobodySpeaksTwice { get; init; }

    /// <summary>With dates: whether the quantities are stocks instead of totals; then every second course runs backwards.</summary>
    public bool AreStocks { get; init; }

    /// <summary>The assumptions of the engine.</summary>
    public static Scenario AsAssumed { get; } = new("as assumed");

    /// <summary>The same, but no claim is simply wrong.</summary>
    public static Scenario NobodyWrong { get; } = new("no claim is wrong") { WrongFactor = 0 };

    /// <summary>With dates: ways in which dossiers differ.</summary>
    public static IReadOnlyList<Scenario> Dated { get; } =
    [
        NobodyWrong,
        AsAssumed with { Name = "claims are wrong as often as graded" },
        new("no claim is wrong, nobody speaks twice") { WrongFactor = 0, NobodySpeaksTwice = true },
        new("no claim is wrong, three tenths of a root's error differ from figure to figure") { WrongFactor = 0, OwnShare = 0.3 },
        new("no claim is wrong, of stocks") { WrongFactor = 0, AreStocks = true },
    ];

    /// <summary>Ways in which the world is worse.</summary>
    public static IReadOnlyList<Scenario> Worse { get; } =
    [
        new("errors 1.5 times as large as graded") { ErrorFactor = 1.5 },
        new("three tenths of a root's error differ from figure to figure") { OwnShare = 0.3 },
        new("errors with heavy tails (Student's t, 3 degrees of freedom)") { HeavyTails = true },
        new("half of the roots secretly repeat the first") { HiddenSource = 0.5 },
        new("a root that is wrong is mostly wrong throughout") { WrongTogether = 0.7 },
        new("claims wrong 1.5 times as often as graded") { WrongFactor = 1.5 },
    ];
}
