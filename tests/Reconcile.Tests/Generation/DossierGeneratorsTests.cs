using FsCheck.Xunit;
using Xunit;

namespace Reconcile.Tests.Generation;

public class DossierGeneratorsTests
{
    [Property(Arbitrary = [typeof(DossierGenerators)])]
    public void Generated_dossiers_are_valid(Dossier dossier) => Assert.DoesNotContain(dossier.Validate(), finding => finding.Severity == FindingSeverity.Error);

    [Property(Arbitrary = [typeof(DossierGenerators)])]
    public void Shrunk_dossiers_are_valid(Dossier dossier) => Assert.All(DossierShrinker.Shrink(dossier).Take(20), Generated_dossiers_are_valid);
}
