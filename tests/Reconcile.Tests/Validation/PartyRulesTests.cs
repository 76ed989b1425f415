using Xunit;

namespace Reconcile.Tests.Validation;

public class PartyRulesTests
{
    private static readonly Dossier Sides = Dossier.Create()
        .Source(new Source { Id = "ministry", Party = "north" })
        .Source(new Source { Id = "staff", Party = "south" })
        .Claim("killed", "89", "ministry")
        .Claim("killed", "about 400", "staff");

    [Theory]
    [InlineData("nroth", "\"nroth\"")]
    [InlineData(null, "none")]
    public void Where_parties_lean_but_nobody_counts_their_losses_a_warning_says_so(string? subject, string subjects) => Found.Only(
        $"parties RC214 Parties lean, but no quantity has the party of a source as its subject, so nobody leans by that. Parties: \"north\", \"south\"; subjects: {subjects}.",
        Sides.WithPartiesLean().Quantity(new Quantity { Id = "killed", Subject = subject }));

    [Fact]
    public void Without_parties_it_says_that()
    {
        var dossier = Dossier.Create().WithPartiesLean().Quantity(new Quantity { Id = "killed", Subject = "north" }).Claim("killed", "89", "ministry");

        Found.Only("parties RC214 Parties lean, but no quantity has the party of a source as its subject, so nobody leans by that. Parties: none; subjects: \"north\".", dossier);
    }

    [Theory]
    [InlineData(true, "south")]
    [InlineData(false, "nroth")]
    public void Else_there_is_nothing_to_warn_of(bool lean, string subject) =>
        Assert.Empty(Sides.WithPartiesLean(lean).Quantity(new Quantity { Id = "killed", Subject = subject }).Validate());

    [Fact]
    public void In_a_file_it_has_a_line() =>
        Assert.Equal(2, Dossier.Parse("""
            { "reconcile": 1,
              "parties": "lean", "claims": [ { "quantity": "killed", "figure": 89, "source": "a" } ] }
            """).Validate().Single(finding => finding.Code == "RC214").Line);
}
