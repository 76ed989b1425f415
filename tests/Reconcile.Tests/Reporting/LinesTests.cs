using System.Runtime.CompilerServices;
using Xunit;

namespace Reconcile.Tests.Reporting;

/// <summary>What the parts of a dossier and of a result print as.</summary>
public class LinesTests
{
    private static readonly DateOnly Day = new(2025, 3, 5);

    private static readonly Reconciliation Result = Fabricated.Disputed();

    private static readonly Claim Loose = new() { Quantity = "killed", Figure = Figure.Parse("7"), Source = "police", During = new Period(Day, Day.AddDays(1)) };

    private static readonly (object Printed, string Line)[] Parts =
    [
        (Result.Dossier, "Strike on the depot: 5 claims from 2 sources, 1 relation"),
        (Dossier.Create(), "Dossier: 0 claims from 0 sources"),
        (Result.Dossier.Claims[0], "c1: killed \"471\", ministry"),
        (Loose, "killed \"7\", police, 2025-03-05 to 2025-03-06"),
        (Loose with { Id = "x", During = null, Reported = Day }, "x: killed \"7\", police, 2025-03-05"),
        (Result.Dossier.Relations[0], "casualties = killed + wounded (by definition)"),
        (new Relation { Rule = "a <= b", From = Day, To = Day.AddDays(1) }, "a <= b, from 2025-03-05, to 2025-03-06"),
        (Result.Dossier.Sources[0], "ministry: Ministry of Health, grade C, fairly reliable"),
        (new Source { Id = "wire" }, "wire, no grade"),
        (new Interest { Source = "ministry", Subject = "north", Tends = Tendency.Understate }, "ministry tends to understate north"),
        (new Quantity { Id = "killed", Name = "People killed", Unit = "people", Kind = QuantityKind.Total }, "killed: People killed (people), total"),
        (new Quantity { Id = "killed" }, "killed, fixed"),
        (new Period(Day, Day.AddDays(1)), "2025-03-05 to 2025-03-06"),
        (new Period(Day, Day), "2025-03-05"),
        (default(Retraction), "not retracted"),
        (Retraction.Always, "retracted"),
        (Retraction.On(Day), "retracted on 2025-03-05"),
        (new FigureRange(300.5, 400, 1234.5), "400 (300.5–1,234.5)"),
        (new FigureRange(-2.5, null, null), "at least -2.5"),
        (default(FigureRange), "open"),
        (GradeTable.Default, "A 2 %, 98 %; B 5 %, 93 %; C 10 %, 85 %; D 20 %, 65 %; E 40 %, 40 %; F 12 %, 80 %"),
        (Result["killed"], "People killed: 200 (92–511), low confidence"),
        (Result["killed"] with { AsOf = Day, Series = [new SeriesPoint { AsOf = Day }, new SeriesPoint { AsOf = Day.AddDays(1) }] }, "People killed on 2025-03-05: 200 (92–511), low confidence"),
        (Result["killed"] with { AsOf = Day, Series = [new SeriesPoint { AsOf = Day.AddDays(-1) }, new SeriesPoint { AsOf = Day }] }, "People killed: 200 (92–511), low confidence"),
        (Result["killed"].Influences[0], "c2: 91 %"),
        (Result["killed"].Influences[1], "casualties = killed + wounded: 7 %"),
        (Result["killed"].Influences[3], "prior: 1 %"),
        (Result["killed"].Alternatives[1], "471 (431–511), 29 %"),
        (Result.Conflicts[0], "k1: People killed cannot be both 471 (Ministry of Health) and 100 to 300 (Wire agency)."),
        (Result.Differences[0], "\"at least 92\" is a floor: it says nothing against more."),
        (Result.Disputes[0], "d1: People killed, casualties; 1 conflict, 2 accounts, none of these 9 %"),
        (Result.Disputes[0].Accounts[0], "d1.a1: 62 %, accepts c2; rejects c1"),
        (Result.Disputes[0].Accounts[0] with { Accepts = [.. Enumerable.Repeat(Loose with { Id = "x" }, 1010)], Rejects = [] }, "d1.a1: 62 %, accepts x, x, x, x, x, x, x, x and 1,002 more; rejects none"),
        (Result.Verdicts[3], "c4 superseded: replaced by \"471\" of the same source"),
        (new SeriesPoint { AsOf = Day, Best = 1234.6, Low = 1200.25, High = 1268.75 }, "2025-03-05: 1,235 (1,200–1,269)"),
        (new RuleBookFigure { Best = 2200.5, Low = 12, Because = "of 2 figures" }, "2,200.5 (at least 12), of 2 figures"),
        (new RuleBookResult { Quantity = new Quantity { Id = "killed" }, Rule = "acled", Stated = [Loose], Figure = new RuleBookFigure { Best = 7, Because = "the only figure" } }, "killed, acled: 7, the only figure"),
        (new RuleBookFigure { Because = "no claim counts" }, "no figure, no claim counts"),
        (new StatedClaim { Claim = Result.Dossier.Claims[0], Read = new FigureRange(300, 471.5, 1500) }, "c1: killed \"471\", ministry; reads as 471.5 (300–1,500)"),
        (new StatedQuantity { Quantity = new Quantity { Id = "killed" }, Claims = [] }, "killed: 0 claims"),
        (new ReadingChange { Reading = HedgeReading.Ferson2015, Vanishing = [Result.Conflicts[0]], Moving = [Result["killed"], Result["wounded"]] }, "ferson-2015: 1 conflict vanishing, 2 estimates moving"),
        (new ReadingChange { Reading = HedgeReading.Ferson2015 }, "ferson-2015: nothing is different"),
        (new ReadingChange { Reading = HedgeReading.Ferson2015, Error = "no" }, "ferson-2015: cannot be reconciled: no"),
    ];

    public static TheoryData<int> Positions => [.. Enumerable.Range(0, Parts.Length)];

    [Theory]
    [MemberData(nameof(Positions))]
    public void Each_part_prints_as_one_line_that_is_the_same_in_every_culture(int position)
    {
        var (printed, line) = Parts[position];

        Assert.Equal(line, printed.ToString());
        Assert.All(Abroad.Cultures, culture => Assert.Equal(line, Abroad.In(culture, printed.ToString!)));
    }

    [Fact]
    public void Escape_codes_of_a_dossier_have_no_power() =>
        Assert.Equal("killed \"7\", a�[31m b", (Loose with { Source = "a\u001b[31m\nb", During = null }).ToString());

    [Fact]
    public void No_public_record_prints_the_names_of_its_properties() => Assert.Empty(
        from type in typeof(Dossier).Assembly.GetExportedTypes()
        let print = type.GetMethod(nameof(ToString), [])
        where print?.DeclaringType == type && print.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        select type.Name);
}
