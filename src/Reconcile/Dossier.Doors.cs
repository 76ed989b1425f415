using System.Text.Json.Serialization;
using Reconcile.Formats;
using Reconcile.Provenance;
using Reconcile.Reporting;
using Reconcile.RuleBooks;
using Reconcile.Validation;

namespace Reconcile;

[JsonConverter(typeof(DossierJsonConverter))]
public sealed partial class Dossier
{
    /// <summary>Reads JSON. Comments and trailing commas are allowed.</summary>
    /// <param name="json">The text of a dossier, as UTF-8 at most 256 MiB.</param>
    /// <returns>The dossier, valid or not in what <see cref="Validate"/> looks at.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="DossierValidationException">Not JSON, an unknown property, a wrong type or value: every error, with its place; of more than 1,000 the first 1,000 and how many more there are.</exception>
    public static Dossier Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return DossierText.Parse(JsonBytes.Encode(json));
    }

    /// <summary>Reads a file of UTF-8 JSON of at most 256 MiB.</summary>
    /// <param name="path">Path of the file.</param>
    /// <returns>The dossier, as from <see cref="Parse(string)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="DossierValidationException">As <see cref="Parse(string)"/>.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Dossier Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return DossierText.Parse(JsonBytes.ReadFile(path).Span);
    }

    /// <summary>Reads UTF-8 JSON of at most 256 MiB from a stream, for services.</summary>
    /// <param name="utf8Json">The stream, read from where it stands to its end and left open.</param>
    /// <param name="cancellationToken">Stops the reading when cancelled. Default: never.</param>
    /// <returns>The dossier, as from <see cref="Parse(string)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="utf8Json"/> is null.</exception>
    /// <exception cref="NotSupportedException">The stream is not one to read from.</exception>
    /// <exception cref="DossierValidationException">As <see cref="Parse(string)"/>.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<Dossier> LoadAsync(Stream utf8Json, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        var utf8 = await JsonBytes.ReadStreamAsync(utf8Json, cancellationToken).ConfigureAwait(false);
        return DossierText.Parse(utf8.Span);
    }

    /// <summary>The JSON Schema (draft 2020-12) of what <see cref="Parse(string)"/> reads.</summary>
    public static string JsonSchema => DossierSchema.Text;

    /// <summary>Every error and warning, in the order of the dossier; of more than 1,000 errors the first 1,000 and how many more there are (RC199), and of warnings alike (RC299). Never throws.</summary>
    /// <returns>The findings; empty where there is nothing to say.</returns>
    public IReadOnlyList<Finding> Validate()
    {
        var found = new FindingCollector();
        AddFindings(found);
        return found.Findings;
    }

    internal void AddFindings(FindingCollector found)
    {
        var survey = new DossierSurvey(this);
        DossierRules.Check(survey, found);
        if (found.HasErrors) return;
        foreach (var impossible in ImpossibleRelations.LeftOpen(survey)) found.Add(impossible);
    }

    /// <summary>
    /// The dossier as it stood on a day, so that one can see how the picture changed: claims that were reported later are left out (where <see cref="Claim.Reported"/> is missing, those that
    /// speak of a later day, but for projections), withdrawals that came later have not happened, and the result speaks of that day. Undated claims stay, and so do quantities that only later claims name: nothing is known of them yet.
    /// </summary>
    /// <remarks>A reconciliation of it warns (RC218) how many claims were left out. On the day of a dossier after which none of its claims speaks or was reported nothing is, and the estimates are the same.</remarks>
    /// <param name="day">The day.</param>
    /// <returns>The dossier of that day; this one stays as it is.</returns>
    public Dossier KnownOn(DateOnly day) => Replay.KnownOn(this, day);

    /// <summary>Reconciles with default options. For reuse, options or logging see <see cref="Reconciler"/>.</summary>
    /// <param name="cancellationToken">Stops the work when cancelled. Default: never.</param>
    /// <returns>Conflicts, accounts, estimates and verdicts.</returns>
    /// <exception cref="DossierValidationException">The dossier has errors.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Reconciliation Reconcile(CancellationToken cancellationToken = default) => new Reconciler().Reconcile(this, cancellationToken);

    /// <summary>What other people's rules make of the same claims, for each quantity that a claim states directly, in the order of the estimates; nothing is reconciled for it.</summary>
    /// <param name="rules">The rules, each with a name of its own. Null: <see cref="RuleBook.All"/>.</param>
    /// <param name="options">How figures and grades read, and the level of ranges. Null: the default options.</param>
    /// <param name="cancellationToken">Stops the work between two rules when cancelled. Default: never.</param>
    /// <returns>One result for each quantity and rule, the rules of a quantity one after another.</returns>
    /// <exception cref="ArgumentNullException">One of <paramref name="rules"/> is null.</exception>
    /// <exception cref="DossierValidationException">The dossier has errors.</exception>
    /// <exception cref="ArgumentException">Two rules have one name, one has none, or an option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">A rule of your own gave no figure, or a number that is not finite. What it throws itself passes through.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IReadOnlyList<RuleBookResult> ApplyRules(IEnumerable<IRuleBook>? rules = null, ReconcileOptions? options = null, CancellationToken cancellationToken = default) =>
        RuleComparison.Checked(this, [.. rules ?? RuleBook.All], ReconcileOptions.Checked(options ?? new ReconcileOptions()), cancellationToken);

    /// <summary>
    /// Indented JSON that <see cref="Parse(string)"/> reads back as an equal dossier. What <see cref="Validate"/> finds wrong is written as it is, such as a phrase that is not
    /// understood, if JSON has a form for it.
    /// </summary>
    /// <returns>The text.</returns>
    /// <exception cref="DossierValidationException">JSON has none for null where something must stand, a value beside those of its enumeration, or a number that is not finite: all findings.</exception>
    public string ToJson() => DossierWriter.ToJson(WritableDossier.Checked(this));

    /// <summary>Writes a file of UTF-8 JSON that <see cref="Load"/> reads back as an equal dossier; a file that is there is replaced, and only once the new one is complete.</summary>
    /// <param name="path">Path of the file, in a folder that is there.</param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="DossierValidationException">As <see cref="ToJson"/>, or the file would be larger than is read (256 MiB); then nothing is written.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        JsonBytes.WriteFile(path, JsonBytes.EncodeFile(ToJson()));
    }

    /// <summary>Writes UTF-8 JSON to a stream, for services: what <see cref="LoadAsync"/> reads back as an equal dossier.</summary>
    /// <param name="utf8Json">The stream, written to from where it stands and left open.</param>
    /// <param name="cancellationToken">Stops the writing when cancelled. Default: never.</param>
    /// <returns>Done when all is written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="utf8Json"/> is null.</exception>
    /// <exception cref="NotSupportedException">The stream is not one to write to.</exception>
    /// <exception cref="DossierValidationException">As <see cref="Save"/>.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task SaveAsync(Stream utf8Json, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        await utf8Json.WriteAsync(JsonBytes.EncodeFile(ToJson()), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>For example <c>Strike on the depot: 4 claims from 3 sources, 1 relation</c>.</summary>
    public override string ToString() => Lines.Of(this);

    private KeyNotFoundException NoSuchClaim(string id) =>
        new(NearestNames.Unknown("claim", id, Claims.Select(claim => claim.Id)));
}
