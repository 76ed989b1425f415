using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Reconcile;

// In the namespace of IServiceCollection, as is the custom, so that an app finds it without a further using.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Reconcile in an app.</summary>
public static class ReconcileServiceCollectionExtensions
{
    /// <summary>Adds a singleton <see cref="Reconciler"/>. It logs to <c>ILogger&lt;Reconciler&gt;</c> where the app has logging and is silent otherwise. Where there is one already it stays, with the options that it has.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="configure">Sets the options. It runs now, not at the first use, so that a wrong option fails at start-up. Null: the default options. <c>services.Configure&lt;ReconcileOptions&gt;</c> is not read.</param>
    /// <returns>The same services, for further calls.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names option, value and range.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddReconcile(options => options.Level = 0.95);
    /// </code>
    /// </example>
    public static IServiceCollection AddReconcile(this IServiceCollection services, Action<ReconcileOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new ReconcileOptions();
        configure?.Invoke(options);
        var agreed = ReconcileOptions.Checked(options);
        services.TryAddSingleton(provider => new Reconciler(agreed, provider.GetService<ILoggerFactory>()?.CreateLogger<Reconciler>()));
        return services;
    }
}
