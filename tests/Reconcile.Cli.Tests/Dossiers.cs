using Xunit;

namespace Reconcile.Cli.Tests;

internal static class Dossiers
{
    public const string Calm = """
        {
          "reconcile": 1,
          "title": "Losses in Kursk",
          "relations": ["casualties = killed + wounded"],
          "claims": [
            { "quantity": "killed", "figure": "around 400", "source": "Ukrainian intelligence" },
            { "quantity": "wounded", "figure": "approximately 3,600", "source": "Ukrainian intelligence" },
            { "quantity": "casualties", "figure": "about 4,000", "source": "Rep. Yu" }
          ]
        }
        """;

    public const string Conflicting = """
        {
          "reconcile": 1,
          "title": "Strike on the depot",
          "claims": [
            { "quantity": "killed", "figure": "471", "source": "ministry" },
            { "quantity": "killed", "figure": "100 to 300", "source": "wire" }
          ]
        }
        """;

    /// <summary>Two errors: a figure on line 4 that is none, and an unknown property on line 5.</summary>
    public const string Wrong = """
        {
          "reconcile": 1,
          "claims": [
            { "quantity": "killed", "figure": "a great many", "source": "ministry" },
            { "quantity": "killed", "figure": "471", "source": "wire", "sorce": "x" }
          ]
        }
        """;

    public static Reconciliation Reconciled(string json) => Dossier.Parse(json).Reconcile(TestContext.Current.CancellationToken);
}
