using System.CommandLine;
using System.Text.Json;
using Reconcile.Formats;
using Reconcile.Reporting;

namespace Reconcile.Cli;

/// <summary><c>reconcile parse PHRASE...</c></summary>
internal static class ParseCommand
{
    private const int LongestShown = 100;

    public static Command Build(Streams streams)
    {
        var phrases = new Argument<string[]>("PHRASE")
        {
            Description = "A figure as it was said, such as \"around 400\"; each argument is one phrase.",
            Arity = ArgumentArity.OneOrMore,
        };
        phrases.Validators.Add(CommandLine.RefuseUnknownOption);
        var format = CommandLine.Format("How to write it. As json one object a line, errors too.", "text", "json");
        var command = new Command("parse", "Show how figure phrases read. Exits with 1 when one was not understood.") { phrases, format };
        var readings = new ReadingOptions();
        readings.AddTo(command);
        command.SetAction(parsed => Run(streams, parsed.GetRequiredValue(phrases), readings.Of(parsed), json: parsed.GetRequiredValue(format) == "json"));
        return command;
    }

    private static int Run(Streams streams, string[] phrases, HedgeReading reading, bool json)
    {
        var exitCode = ExitCode.Done;
        foreach (var phrase in phrases)
        {
            var understood = Figure.TryParse(phrase, out var figure, out var error);
            if (!understood) exitCode = ExitCode.InvalidInput;
            if (json) streams.Output.WriteLine(ToJson(phrase, figure, error, reading));
            else if (understood) streams.Output.WriteLine(PrintableText.Of($"{phrase}: {ToText(figure!, reading)}"));
            else streams.Error.WriteLine(PrintableText.Of($"{Shown(phrase)}: error: {error}"));
        }

        if (!json && AreWordsOfOne(phrases, exitCode)) streams.Error.WriteLine("Each argument is one phrase; a phrase of several words stands in quotes, such as \"about 400\".");
        return exitCode;
    }

    /// <summary>Whether arguments, none with a space, look like the words of one phrase: not all are figures, or one that has no digit is a figure together with the others.</summary>
    private static bool AreWordsOfOne(string[] phrases, int exitCode) =>
        phrases.Length > 1 && !phrases.Any(static phrase => phrase.Contains(' ', StringComparison.Ordinal))
        && (exitCode != ExitCode.Done || (!phrases.All(static phrase => phrase.Any(char.IsAsciiDigit)) && Figure.TryParse(string.Join(' ', phrases), out _, out _)));

    /// <summary>For example <c>400, between 340 and 460 (point)</c>.</summary>
    private static string ToText(Figure figure, HedgeReading reading)
    {
        var range = figure.Read(reading);
        var ends = (range.Low, range.High) switch
        {
            ({ } low, { } high) when low == high => $"exactly {Number(low)}",
            ({ } low, { } high) => $"between {End(low)} and {End(high)}",
            ({ } low, null) => $"at least {Number(low)}",
            (null, { } high) => $"at most {Number(high)}",
            _ => "anything",
        };
        var best = range.Best is { } value ? $"{Number(value)}, " : "";
        return $"{best}{ends} ({KindOf(figure)}{(figure.IsShare ? ", a share" : "")}{(figure.Likelihood is { } likelihood ? $", likelihood \"{likelihood}\"" : "")}{(reading == HedgeReading.SignificantDigit ? "" : $"; {reading.Name}")})";

        string End(double number) => figure.IsShare ? NumberText.PercentEnd(number) : NumberText.ReadEnd(range, number);

        string Number(double number) => figure.IsShare ? NumberText.PercentEnd(number) : NumberText.Of(number);
    }

    /// <summary>The phrase before its error: an empty one in quotes, a long one cut.</summary>
    private static string Shown(string phrase) => phrase.Length switch
    {
        0 => "\"\"",
        > LongestShown => phrase[..LongestShown] + "…",
        _ => phrase,
    };

    private static string ToJson(string phrase, Figure? figure, string? error, HedgeReading reading) => JsonText.Write(
        phrase,
        (json, said) =>
        {
            json.WriteStartObject();
            json.WriteString("phrase", said);
            if (figure is null) json.WriteString("error", error);
            else WriteReading(json, figure, reading);
            json.WriteEndObject();
        },
        indented: false);

    private static void WriteReading(Utf8JsonWriter json, Figure figure, HedgeReading reading)
    {
        var range = figure.Read(reading);
        json.WriteString("kind", KindOf(figure));
        json.WriteBoolean("share", figure.IsShare);
        JsonText.NumberOrNull(json, "best", range.Best);
        JsonText.NumberOrNull(json, "low", range.Low);
        JsonText.NumberOrNull(json, "high", range.High);
        json.WriteString("reading", reading.Name);
        if (figure.Likelihood is { } likelihood) json.WriteString("likelihood", likelihood);
    }

    private static string KindOf(Figure figure) => figure.Kind switch
    {
        FigureKind.Range => "range",
        FigureKind.Floor => "floor",
        FigureKind.Ceiling => "ceiling",
        _ => "point",
    };
}
