using System.Globalization;
using Reconcile.Modelling;
using Reconcile.Provenance;
using Reconcile.Validation;
using Xunit;

namespace Reconcile.Tests.Inference.Trees;

/// <summary>
/// Draws relations without circles, with constants, factors, limits and fixed quantities, and claims of every kind about all quantities and now and then about a form of one, near what is true.
/// </summary>
internal sealed class RandomTree
{
    /// <summary>The value of quantities of which nobody has to speak.</summary>
    private const double Known = 50;

    private readonly Random _random;
    private readonly List<double> _truth = [];
    private readonly int _roots;
    private Dossier _dossier = Dossier.Create();

    private RandomTree(Random random)
    {
        _random = random;
        _roots = random.Next(2) == 0 ? 6 : 60;
        New(random.Next(3000, 9000));
    }

    public static (Component Component, bool[] Accepted) Of(int seed)
    {
        var tree = new RandomTree(new Random(seed));
        for (var relation = tree._random.Next(2, 6); relation > 0; relation--) tree.Relate();
        for (var quantity = 0; quantity < tree._truth.Count; quantity++)
        {
            if (tree._truth[quantity] != Known) tree.ClaimOf(quantity);
        }

        return ComponentOf(tree._dossier);
    }

    public static (Component Component, bool[] Accepted) ComponentOf(Dossier dossier)
    {
        var survey = new DossierSurvey(dossier);
        var model = ModelBuilder.Build(EvidenceGatherer.Gather(dossier, HedgeReading.SignificantDigit, survey.Texts.HasSourcesThatSpeakTwice), survey.ParsedRelations(), survey.Texts, new ReconcileOptions());
        var component = Assert.Single(model.Components);
        return (component, [.. component.Claims.Select(_ => true)]);
    }

    private void Relate()
    {
        var above = _random.Next(_truth.Count);
        var (value, name) = (_truth[above], Name(above));
        // So that nothing is pressed against 0, where the two ways keep other bounds.
        if (value < 300) return;
        var relation = _random.Next(5) switch
        {
            0 => $"{name} = 2 * {New((value - 30) / 2)} + 30",
            1 => $"{name} <= {New(value * 1.03)}",
            2 => $"{New(value * 0.98)} <= {name}",
            3 => $"{name} = {New(Known)} + {New(value - Known)}",
            _ => $"{name} = {New(value * 0.5)} + {New(value * 0.3)} + {New(value * 0.2)}",
        };
        _dossier = _dossier.Relate(relation);
    }

    private void ClaimOf(int quantity)
    {
        var (name, value) = (Name(quantity), _truth[quantity]);
        for (var count = _random.Next(1, 3); count > 0; count--)
        {
            var isForm = _random.Next(6) == 0;
            var said = Math.Round(value * (1 + (0.04 * (_random.NextDouble() - 0.5))) * (isForm ? 3 : 1));
            // What one source says of a form alone is no point: see how errors of such figures are folded.
            var figure = _random.Next(5) switch
            {
                0 => Figure.AtLeast(Math.Round(said * 0.97)),
                1 => Figure.Between(Math.Round(said * 0.9), Math.Round(said * 1.1)),
                2 => Figure.AtMost(Math.Round(said * 1.03)),
                _ => Figure.About(said),
            };
            _dossier = _dossier.Claim(isForm ? $"3 * {name}" : name, figure, "s" + _random.Next(_roots).ToString(CultureInfo.InvariantCulture));
        }
    }

    private string New(double value)
    {
        var name = Name(_truth.Count);
        _truth.Add(value);
        _dossier = _dossier.Quantity(new Quantity { Id = name, Min = value == Known ? value : 0, Max = value == Known ? value : null });
        return name;
    }

    private static string Name(int quantity) => "q" + quantity.ToString(CultureInfo.InvariantCulture);
}
