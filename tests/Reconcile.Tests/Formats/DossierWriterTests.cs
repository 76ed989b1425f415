using FsCheck.Xunit;
using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Formats;

public class DossierWriterTests
{
    [Property(Arbitrary = [typeof(DossierGenerators)])]
    public void What_is_written_reads_back_as_an_equal_dossier(Dossier dossier) => Assert.Equal(dossier, Dossier.Parse(dossier.ToJson()));

    [Property(Arbitrary = [typeof(DossierGenerators)])]
    public void What_is_read_back_is_written_the_same(Dossier dossier) => Assert.Equal(dossier.ToJson(), Dossier.Parse(dossier.ToJson()).ToJson());

    [Fact]
    public void Properties_stand_in_the_order_of_the_format_and_defaults_are_left_out()
    {
        var dossier = Dossier.Create("Strike – “the depot”")
            .WithAsOf(new DateOnly(2025, 3, 5))
            .Source("ministry", Reliability.C)
            .WithPartiesLean()
            .Interest(new Interest { Source = "ministry", Tends = Tendency.Understate })
            .Quantity(new Quantity { Id = "killed", Kind = QuantityKind.Total, Whole = true, Min = null })
            .Relate("casualties = killed + wounded")
            .Relate("killed <= deployed", "only those sent can be killed")
            .Claim("killed", "300–600", "ministry")
            .Claim(new Claim
            {
                Id = "late",
                Quantity = "killed",
                Figure = Figure.AtLeast(92),
                Source = "ministry",
                Via = ["wire"],
                Credibility = Credibility.ProbablyTrue,
                Reported = new DateOnly(2025, 3, 4),
                Retracted = Retraction.Always,
            });

        Assert.Equal(
            """
            {
              "reconcile": 1,
              "title": "Strike – “the depot”",
              "asOf": "2025-03-05",
              "parties": "lean",
              "sources": [
                {
                  "id": "ministry",
                  "reliability": "C"
                }
              ],
              "interests": [
                {
                  "source": "ministry",
                  "tends": "understate"
                }
              ],
              "quantities": [
                {
                  "id": "killed",
                  "kind": "total",
                  "whole": true,
                  "min": null
                }
              ],
              "relations": [
                "casualties = killed + wounded",
                {
                  "rule": "killed <= deployed",
                  "because": "only those sent can be killed"
                }
              ],
              "claims": [
                {
                  "id": "c1",
                  "quantity": "killed",
                  "figure": "300–600",
                  "source": "ministry"
                },
                {
                  "id": "late",
                  "quantity": "killed",
                  "figure": "at least 92",
                  "source": "ministry",
                  "via": [
                    "wire"
                  ],
                  "credibility": 2,
                  "reported": "2025-03-04",
                  "retracted": true
                }
              ]
            }
            """.ReplaceLineEndings("\n"),
            dossier.ToJson());
    }

    [Fact]
    public void A_phrase_that_is_not_understood_is_written_as_it_was()
    {
        var dossier = Dossier.Create().Claim("killed", "umpteen", "ministry");

        Assert.Equal(dossier, Dossier.Parse(dossier.ToJson()));
        Assert.Contains("\"figure\": \"umpteen\"", dossier.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WithoutForm))]
    public void What_JSON_has_no_form_for_is_refused_with_all_findings(Dossier dossier, string path)
    {
        var thrown = Assert.Throws<DossierValidationException>(dossier.ToJson);

        Assert.Contains(thrown.Findings, finding => finding.Severity == FindingSeverity.Error && finding.Path == path);
        Assert.Contains(path, thrown.Message, StringComparison.Ordinal);
    }

    public static TheoryData<Dossier, string> WithoutForm()
    {
        var claim = new Claim { Quantity = "killed", Figure = Figure.About(400), Source = "ministry" };
        return new()
        {
            { Dossier.Create().Claim(claim with { Basis = (Basis)9 }), "claims[0].basis" },
            { Dossier.Create().Claim(claim with { Credibility = (Credibility)9 }), "claims[0].credibility" },
            { Dossier.Create().Claim(claim with { Reliability = (Reliability)9 }), "claims[0].credibility" },
            { Dossier.Create().Claim(claim with { Figure = null! }), "claims[0].figure" },
            { Dossier.Create().Claim(claim with { Quantity = null! }), "claims[0].quantity" },
            { Dossier.Create().Claim(claim with { Source = null! }), "claims[0].source" },
            { Dossier.Create().Claim(claim with { Via = null! }), "claims[0].via" },
            { Dossier.Create().Claim(claim with { Via = [null!] }), "claims[0].via" },
            { Dossier.Create().Claim(claim with { Supersedes = null! }), "claims[0].supersedes" },
            { Dossier.Create().Quantity(new Quantity { Id = "killed", Kind = (QuantityKind)7 }), "quantities[0].kind" },
            { Dossier.Create().Quantity(new Quantity { Id = "killed", Drift = double.NaN }), "quantities[0].drift" },
            { Dossier.Create().Interest(new Interest { Source = "a", Tends = (Tendency)7 }), "interests[0].tends" },
            { Dossier.Create().Source(new Source { Id = "a", RelativeError = double.NaN }), "sources[0].relativeError" },
            { Dossier.Create().Source(new Source { Id = null! }), "sources[0].id" },
            { Dossier.Create().Relate(new Relation { Rule = null! }), "relations[0]" },
        };
    }

    [Fact]
    public void A_figure_with_a_note_is_written_as_numbers()
    {
        const string Json = """{ "reconcile": 1, "claims": [ { "quantity": "q", "source": "s", "figure": { "low": 1, "best": 2, "high": 4, "level": 0.9, "note": "n" } } ] }""";

        var written = Dossier.Parse(Json).ToJson();

        Assert.Contains("\"level\": 0.9", written, StringComparison.Ordinal);
        Assert.Equal(Dossier.Parse(Json), Dossier.Parse(written));
    }
}
