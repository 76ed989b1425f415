using Reconcile.Fuzz.Dossiers;
using Reconcile.Fuzz.Phrases;
using Reconcile.Fuzz.Relations;

namespace Reconcile.Fuzz;

/// <summary>Puts a reader and the generator of its inputs together and runs them.</summary>
internal static class FuzzRun
{
    /// <returns>0 when every promise held, 1 otherwise.</returns>
    public static int Start(FuzzOptions options) => options.Target switch
    {
        "phrase" => new Fuzzer<char>(options, new PhraseTarget()).Run(),
        "relation" => new Fuzzer<char>(options, new RelationTarget()).Run(),
        "json" => new Fuzzer<byte>(options, new DossierTarget(throughEngine: false)).Run(),
        _ => new Fuzzer<byte>(options, new DossierTarget(throughEngine: true)).Run(),
    };
}
