using System.Text.RegularExpressions;
using FluentValidation;
using FsCheck.Xunit;
using Xunit;

namespace Reconcile.Tests.Validation;

public partial class DossierValidatorTests
{
    private static readonly string[] Lists = ["parties", "sources", "interests", "quantities", "relations", "claims"];

    [Property(MaxTest = 1000)]
    public void Whatever_a_dossier_holds_validation_never_throws_and_every_finding_has_its_place(int seed)
    {
        var dossier = new RandomDossiers(seed).Next();

        foreach (var finding in dossier.Validate())
        {
            Assert.Matches(Code(), finding.Code);
            Assert.Equal(finding.Code[2] == '1', finding.Severity == FindingSeverity.Error);
            Assert.NotEmpty(finding.Message);
            Assert.Matches(Path(), finding.Path);
            Assert.Equal(finding.Path.StartsWith("claims", StringComparison.Ordinal), finding.ClaimId is not null);
        }
    }

    [Property(MaxTest = 1000)]
    public void Whatever_a_dossier_holds_it_can_be_compared_replayed_and_written_or_says_what_is_wrong(int seed)
    {
        var dossier = new RandomDossiers(seed).Next();

        Assert.Equal(new RandomDossiers(seed).Next(), dossier);
        Assert.Equal(new RandomDossiers(seed).Next().GetHashCode(), dossier.GetHashCode());
        _ = dossier.KnownOn(new DateOnly(2025, 1, 3)).Validate();
        if (Record.Exception(dossier.ToJson) is { } thrown) Assert.Contains(Assert.IsType<DossierValidationException>(thrown).Findings, finding => finding.Severity == FindingSeverity.Error);
    }

    [Property]
    public void Findings_come_in_the_order_of_the_dossier(int seed)
    {
        var places = new RandomDossiers(seed).Next().Validate()
            .Select(finding => Path().Match(finding.Path).Groups)
            .Select(groups => (Array.IndexOf(Lists, groups["list"].Value), groups["index"].Success ? int.Parse(groups["index"].Value, null) : 0))
            .ToArray();

        Assert.Equal(places.Order(), places);
    }

    [Property]
    public void Validating_twice_finds_the_same(int seed)
    {
        var dossier = new RandomDossiers(seed).Next();

        Assert.Equal(dossier.Validate(), dossier.Validate());
    }

    [Fact]
    public void A_good_dossier_has_no_findings() => Assert.Empty(Good().Validate());

    [Fact]
    public void Findings_of_which_one_is_null_are_no_findings()
    {
        Assert.Throws<ArgumentNullException>(() => new DossierValidationException(null!));
        Assert.Throws<ArgumentNullException>(() => new DossierValidationException([null!]));
    }

    [Fact]
    public void An_empty_dossier_has_no_findings() => Assert.Empty(Dossier.Create().Validate());

    [Fact]
    public void Failures_carry_the_finding()
    {
        var dossier = Good().Claim("killed", "a lot of noise", "ministry");
        var finding = Assert.Single(dossier.Validate());

        var failure = Assert.Single(new DossierValidator().Validate(dossier).Errors);
        Assert.Equal("claims[3].figure", failure.PropertyName);
        Assert.Equal("RC132", failure.ErrorCode);
        Assert.Equal(Severity.Error, failure.Severity);
        Assert.Equal(finding.Message, failure.ErrorMessage);
        Assert.Equal(finding, failure.CustomState);
        Assert.Equal("c4", finding.ClaimId);
    }

    [Fact]
    public void A_warning_is_a_warning_in_a_pipeline_too()
    {
        var dossier = Good().Source("nobody", Reliability.A).Source("ministry", Reliability.B).Source("wire", Reliability.C);

        var failure = Assert.Single(new DossierValidator().Validate(dossier).Errors);
        Assert.Equal(("RC202", Severity.Warning), (failure.ErrorCode, failure.Severity));
    }

    [Fact]
    public void The_rules_can_be_included_and_nested()
    {
        var broken = Good().Relate("a < b");

        var included = new InlineValidator<Dossier>();
        included.Include(new DossierValidator());
        included.RuleFor(dossier => dossier.Title).Equal("better");
        Assert.Equal(["relations[1]", "Title"], included.Validate(broken).Errors.Select(failure => failure.PropertyName));

        var nested = new InlineValidator<Dossier[]>();
        nested.RuleForEach(dossiers => dossiers).SetValidator(new DossierValidator());
        Assert.Equal(
            ["x[1].relations[1]", "x[2].relations[1]"],
            nested.Validate([Good(), broken, broken]).Errors.Select(failure => "x" + failure.PropertyName[failure.PropertyName.IndexOf('[', StringComparison.Ordinal)..]));
    }

    [Fact]
    public void All_that_is_wrong_with_twenty_thousand_claims_is_found()
    {
        var figure = Figure.Exactly(400);
        var dossier = Dossier.Create().Source("s", Reliability.A).Quantity(new Quantity { Id = "killed" }).WithClaims(
            Enumerable.Range(0, 20_000).Select(i => new Claim
            {
                Quantity = i % 2 == 0 ? "killed" : FormattableString.Invariant($"killed{i}"),
                Source = FormattableString.Invariant($"s{i}"),
                Figure = i % 3 == 0 ? figure : Figure.Exactly(i),
                Credibility = Credibility.Confirmed,
                Supersedes = i == 0 ? [] : [FormattableString.Invariant($"c{i}")],
            }));

        Assert.True(dossier.Validate().Sum(finding => finding.Count) > 30_000);
    }

    private static Dossier Good() => Dossier.Create("good")
        .Relate("casualties = killed + wounded")
        .Claim("killed", "around 400", "ministry")
        .Claim("wounded", "at least 3,000", "wire")
        .Claim("killed / casualties", "a tenth", "wire");

    [GeneratedRegex("^RC[12][0-9]{2}$")]
    private static partial Regex Code();

    [GeneratedRegex(@"^(?:(?<list>parties)|(?<list>sources|interests|quantities|relations|claims)\[(?<index>\d+)\](\.[a-zA-Z]+)?)$")]
    private static partial Regex Path();
}
