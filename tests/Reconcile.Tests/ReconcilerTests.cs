using System.Globalization;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Reconcile.Tests;

public class ReconcilerTests
{
    private static readonly Dossier Misread = Dossier.Create("Losses")
        .Relate("casualties = killed + wounded")
        .Claim("killed", "about 400", "a")
        .Claim("killed", "about 4,000", "b")
        .Claim("wounded", "about 3,600", "c")
        .Claim("casualties", "about 4,000", "d");

    [Fact]
    public void One_reconciler_serves_many_threads_and_prints_the_same_digits()
    {
        var reconciler = new Reconciler();
        var expected = reconciler.Reconcile(Misread).ToJson();
        var results = new string[64];

        Parallel.For(0, results.Length, i => results[i] = reconciler.Reconcile(Misread).ToJson());

        Assert.All(results, result => Assert.Equal(expected, result));
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var expected = Misread.Reconcile();
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NumberGroupSeparator = ".";
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = comma;
            var result = Misread.Reconcile();

            Assert.Equal(expected.ToJson(), result.ToJson());
            Assert.Equal(expected.ToString(), result.ToString());
            Assert.Equal(expected.ToCsv(), result.ToCsv());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_cancelled_token_stops_it()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => Misread.Reconcile(cancellation.Token));
    }

    [Fact]
    public void A_logger_hears_of_the_result_and_of_each_warning()
    {
        var log = new ListLogger();
        var unconfirmed = Misread.Claim(new Claim { Quantity = "captured", Figure = Figure.AtLeast(12), Source = "e", Credibility = Credibility.Confirmed });

        var result = new Reconciler(new ReconcileOptions(), log).Reconcile(unconfirmed);

        Assert.Contains(log.Lines, line => line.Contains("Losses", StringComparison.Ordinal) && line.Contains("Claims: 5, conflicts: ", StringComparison.Ordinal));
        Assert.All(result.Warnings, warning => Assert.Contains(log.Lines, line => line.Contains(warning.Code, StringComparison.Ordinal)));
        Assert.NotEmpty(result.Warnings);
    }

    [Fact]
    public void Options_are_copied_when_it_is_made()
    {
        var options = new ReconcileOptions { Level = 0.5 };
        var reconciler = new Reconciler(options);
        options.Level = 0.99;

        Assert.Equal(0.5, reconciler.Reconcile(Misread).Level);
    }

    [Fact]
    public void A_wrong_option_is_named_with_its_range()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new Reconciler(new ReconcileOptions { Level = 1 }));

        Assert.Contains("Level must be above 0 and below 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_invalid_dossier_is_refused_with_every_error()
    {
        var wrong = Dossier.Create().Claim("killed", "400 dead", "a").Claim("wounded", "many people", "a");

        var error = Assert.Throws<DossierValidationException>(() => wrong.Reconcile());

        Assert.Equal(2, error.Findings.Count);
        Assert.Contains("claims[0].figure", error.Message, StringComparison.Ordinal);
        Assert.Contains("claims[1].figure", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_dossier_has_an_empty_result()
    {
        var result = Dossier.Create().Reconcile();

        Assert.Empty(result.Estimates);
        Assert.Empty(result.Conflicts);
        Assert.Empty(result.Verdicts);
    }

    [Fact]
    public void A_sum_of_thousands_of_quantities_is_reconciled_without_matrices()
    {
        var dossier = Dossier.Create();
        for (var group = 0; group < 400; group++)
        {
            dossier = dossier.Relate($"g{group} = a{group} + b{group} + c{group} + d{group}");
        }

        for (var top = 0; top < 20; top++)
        {
            dossier = dossier.Relate($"t{top} = " + string.Join(" + ", Enumerable.Range(20 * top, 20).Select(group => $"g{group}")));
        }

        dossier = dossier.Relate("total = " + string.Join(" + ", Enumerable.Range(0, 20).Select(top => $"t{top}")));
        dossier = dossier.WithClaims(
            from @group in Enumerable.Range(0, 400)
            from letter in "abcd"
            select new Claim { Quantity = $"{letter}{@group}", Figure = Figure.About(1000 + @group), Source = $"{letter}{@group}" });

        var result = dossier.Reconcile();

        var parts = Enumerable.Range(0, 20).Sum(top => result[$"t{top}"].Best!.Value);
        Assert.Equal(result["total"].Best!.Value, parts, 1e-6 * parts);
        Assert.Equal(Enumerable.Range(0, 400).Sum(group => 4.0 * (1000 + group)), result["total"].Best!.Value, 0.01 * parts);
        Assert.Empty(result.Conflicts);
    }

    private sealed class ListLogger : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
