using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Reconcile.Tests;

public class ReconcileServiceCollectionExtensionsTests
{
    private static readonly Dossier Losses = Dossier.Create("Losses").Claim("killed", "around 400", source: "ministry");

    [Fact]
    public void A_reconciler_that_is_there_stays()
    {
        var services = new ServiceCollection().AddReconcile(options => options.Level = 0.5);

        Assert.Single(services.AddReconcile());
    }

    [Fact]
    public void An_app_gets_one_reconciler_for_all()
    {
        var services = new ServiceCollection();

        Assert.Same(services, services.AddReconcile());

        var registered = Assert.Single(services);
        Assert.Equal(typeof(Reconciler), registered.ServiceType);
        Assert.Equal(ServiceLifetime.Singleton, registered.Lifetime);
    }

    [Fact]
    public void Without_logging_it_is_silent() => Assert.Equal(0.9, Registered(null).Reconcile(Losses).Level);

    [Fact]
    public void It_uses_the_options_that_were_set() =>
        Assert.Equal(0.5, Registered(null, options => options.Level = 0.5).Reconcile(Losses).Level);

    [Fact]
    public void Options_that_change_later_change_nothing()
    {
        ReconcileOptions? kept = null;
        var reconciler = Registered(null, options => kept = options);

        kept!.Level = 0.5;

        Assert.Equal(0.9, reconciler.Reconcile(Losses).Level);
    }

    [Fact]
    public void Options_that_change_before_the_first_use_change_nothing()
    {
        ReconcileOptions? kept = null;
        var services = new ServiceCollection().AddReconcile(options => kept = options);

        kept!.Level = 7;

        Assert.Equal(0.9, Resolve(services, new LoggerSource(null)).Reconcile(Losses).Level);
    }

    [Fact]
    public void A_wrong_option_fails_at_once()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceCollection().AddReconcile(options => options.Level = 1.5));

        Assert.Contains("Level must be above 0 and below 1; found 1.5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_logs_under_its_own_name_where_the_app_logs()
    {
        using var log = new RecordingLog();

        Registered(log).Reconcile(Losses);

        Assert.Contains(log.Lines, line => line.StartsWith("Reconcile.Reconciler: Reconciled Losses. Claims: 1, conflicts: 0, disputes: 0", StringComparison.Ordinal));
    }

    private static Reconciler Registered(ILoggerFactory? log, Action<ReconcileOptions>? configure = null) =>
        Resolve(new ServiceCollection().AddReconcile(configure), new LoggerSource(log));

    private static Reconciler Resolve(IServiceCollection services, LoggerSource provider) =>
        Assert.IsType<Reconciler>(Assert.Single(services).ImplementationFactory!(provider));

    /// <summary>The services of an app that has a logger factory or nothing.</summary>
    private sealed class LoggerSource(ILoggerFactory? log) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(ILoggerFactory) ? log : null;
    }

    private sealed class RecordingLog : ILoggerFactory
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, Lines);

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }

    private sealed class Recorder(string category, List<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add($"{category}: {formatter(state, exception)}");
    }
}
