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

    [Fact]
    public void A_figure_with_a_note_is_written_as_numbers()
    {
        const string Json = """{ "reconcile": 1, "claims": [ { "quantity": "q", "source": "s", "figure": { "low": 1, "best": 2, "high": 4, "level": 0.9, "note": "n" } } ] }""";

        var written = Dossier.Parse(Json).ToJson();

        Assert.Contains("\"level\": 0.9", written, StringComparison.Ordinal);
        Assert.Equal(Dossier.Parse(Json), Dossier.Parse(written));
    }
}
