using Xunit;

namespace Reconcile.Tests.MonteCarlo;

/// <summary>The density that the sampler is given, against a long run of another program on the same dossier.</summary>
public class SmallDossierTests
{
    [Fact]
    public void The_density_of_a_truncated_sum_has_the_moments_that_another_program_found()
    {
        string[] quantities = ["killed", "wounded", "prisoners", "casualties", "deployed"];
        var small = new SmallDossier
        {
            Name = "a truncated sum",
            Quantities = quantities,
            Truth = [64, 495, 9, 568, 2_180],
            Roots = [Reliability.C, Reliability.C, Reliability.F, Reliability.C],
            Relations =
            [
                new("casualties = killed + wounded + prisoners", true, [1, 1, 1, -1, 0]),
                new("casualties <= deployed", false, [0, 0, 0, -1, 1]),
            ],
            FloorTail = 0.25, // of the program that was compared with; the reading has 1
            SetsSmallApart = false, // nor did it
            Claims =
            [
                new(1, Figure.Parse("500"), 1),
                new(2, Figure.Parse("9"), 1),
                new(0, Figure.Parse("at least 40"), 1),
                new(0, Figure.Parse("65"), 0),
                new(4, Figure.Parse("2,200"), 0),
                new(3, Figure.Parse("at least 400"), 0),
                new(3, Figure.Parse("about 540"), 2),
                new(3, Figure.Parse("490–900"), 3),
            ],
        };

        var summaries = small.Sample(sweeps: 60_000, seed: 1);

        Assert.Equal(64.3, summaries[0].Mean, 0.15);
        Assert.Equal(3.3, summaries[0].Sd, 0.1);
        Assert.Equal(2_178, summaries[4].Mean, 4.0);
        Assert.Equal(115, summaries[4].Sd, 3.0);
    }
}
