using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Reconcile.Cli;

/// <summary><c>reconcile report FILE</c></summary>
internal sealed class ReportCommand
{
    private readonly Argument<string> _file = DossierInput.Argument();
    private readonly Option<string> _format = CommandLine.Format("How to write it.", "text", "markdown", "html", "json", "csv");
    private readonly Option<string?> _out = new("--out") { Description = "Write to this file; it is replaced only when the report is complete.", HelpName = "PATH" };
    private readonly Option<double> _level = new("--level")
    {
        Description = "Probability of the ranges, above 0 and below 1.",
        DefaultValueFactory = _ => 0.9,
        CustomParser = Level,
        HelpName = "0.9",
    };

    private readonly Option<DateOnly?> _asOf = AsOfOption.Build();
    private readonly ReadingOptions _readings = new();
    private readonly RuleOption _rules = new();
    private readonly Option<string?> _grades = GradesOption.Build();
    private readonly Option<bool> _failOnConflict = new("--fail-on-conflict")
    {
        Description = "Exit with 3 when there are conflicts. Minor discrepancies, which the error of the sources explains, do not count.",
    };

    private ReportCommand()
    {
    }

    public static Command Build(Streams streams, CancellationToken token)
    {
        var report = new ReportCommand();
        var command = new Command("report", "Reconcile a dossier: conflicts, disputes, estimates with ranges, and why.")
        {
            report._file, report._format, report._out, report._level, report._asOf, report._grades, report._failOnConflict,
        };
        report._readings.AddTo(command);
        report._rules.AddTo(command);
        command.SetAction(parsed => report.Run(parsed, streams, token));
        return command;
    }

    private int Run(ParseResult parsed, Streams streams, CancellationToken token)
    {
        var file = parsed.GetRequiredValue(_file);
        var format = parsed.GetRequiredValue(_format);
        var path = parsed.GetValue(_out);
        var grades = parsed.GetValue(_grades);
        RefuseBeforeWork(path, file, grades);

        var options = new ReconcileOptions
        {
            Level = parsed.GetValue(_level),
            Reading = _readings.Of(parsed),
            Grades = GradesOption.Read(grades),
        };
        var dossier = AsOfOption.Apply(new DossierInput(streams, token).Read(file), parsed.GetValue(_asOf));
        var reconciliation = new Reconciler(options).Reconcile(dossier, token);
        if (format != "csv") reconciliation = reconciliation.CompareReadings(token);
        reconciliation = _rules.Compare(reconciliation, parsed, format);
        ResultOutput.Write(streams, Formatted(reconciliation, format), isText: format == "text", path, token);

        var conflicts = reconciliation.Conflicts.Any(conflict => conflict.Severity == ConflictSeverity.Conflict);
        return conflicts && parsed.GetValue(_failOnConflict) ? ExitCode.ConflictsFound : ExitCode.Done;
    }

    private static void RefuseBeforeWork(string? path, string file, string? grades)
    {
        if (path is { Length: 0 }) throw new CommandFailedException(ExitCode.WrongCommandLine, "--out needs the name of a file.");
        if (path is null or ResultOutput.StandardOutput) return;
        if (OutputFile.Destroys(path, DossierInput.PathOf(file))) throw WouldOverwrite("the dossier itself");
        if (grades is not null && OutputFile.Destroys(path, grades)) throw WouldOverwrite("the table of grades");

        CommandFailedException WouldOverwrite(string what) => new(ExitCode.WrongCommandLine, $"--out {path} would overwrite {what}; choose another file.");
    }

    private static string Formatted(Reconciliation reconciliation, string format) => format switch
    {
        "markdown" => reconciliation.ToMarkdown(),
        "html" => reconciliation.ToHtml(),
        "json" => reconciliation.ToJson(),
        "csv" => reconciliation.ToCsv(),
        _ => reconciliation.ToString(),
    };

    private static double Level(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var level) && level > 0 && level < 1) return level;
        result.AddError($"--level must be a number above 0 and below 1, such as 0.9; found '{text}'.");
        return double.NaN;
    }
}
