using Reconcile.Formats;
using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record GradeTable
{
    /// <summary>Reads JSON: what it leaves out is as in <see cref="Default"/>. Comments and trailing commas are allowed.</summary>
    /// <param name="json">The text of a table, as <see cref="ToJson"/> writes it or a part of it; <c>docs/format.md</c>, Grades.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="DossierValidationException">Not JSON, an unknown property, a wrong type or value: every error, with its place.</exception>
    public static GradeTable Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return GradeTableReader.Parse(JsonBytes.Encode(json));
    }

    /// <summary>Reads a file of UTF-8 JSON.</summary>
    /// <param name="path">Path of the file.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="DossierValidationException">As <see cref="Parse(string)"/>.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static GradeTable Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return GradeTableReader.Parse(JsonBytes.ReadFile(path).Span);
    }

    /// <summary>Indented JSON with every row, that <see cref="Parse(string)"/> reads back as an equal table.</summary>
    /// <returns>The text.</returns>
    public string ToJson() => GradeTableWriter.ToJson(this);

    /// <summary>Relative error and accuracy of each grade: <c>A 2 %, 98 %; B 5 %, 93 %; …</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
