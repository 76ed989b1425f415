using System.Text.Json;
using Reconcile.Claims;
using Reconcile.Figures;
using Reconcile.Validation;

namespace Reconcile.Formats;

/// <summary>Writes a figure: a phrase, or an object of numbers. The reader reads an equal figure back.</summary>
internal static class FigureWriter
{
    /// <summary>As its phrase where that says the same, is not asked about and nothing was written beside it, else as numbers.</summary>
    public static void Write(Utf8JsonWriter writer, Figure figure, in Annotations annotations)
    {
        if ((SaysTheSame(Figure.Read(figure.Text), figure) && annotations.Equals(default)) || !IsMadeOfNumbers(figure))
        {
            writer.WriteStringValue(figure.Text);
            return;
        }

        writer.WriteStartObject();
        JsonText.OptionalNumber(writer, "low", figure.Low);
        JsonText.OptionalNumber(writer, "high", figure.High);
        JsonText.OptionalNumber(writer, "best", figure.Value);
        JsonText.OptionalNumber(writer, "level", Level(figure));
        if (figure.IsShare) writer.WriteBoolean("share", true);
        DossierWriter.WriteAnnotations(writer, annotations);
        writer.WriteEndObject();
    }

    /// <summary>Whether the phrase of a figure can stand for it: numbers as a phrase may be asked about where the numbers were not.</summary>
    private static bool SaysTheSame(Figure phrase, Figure figure) =>
        phrase.Equals(figure) && !(figure.IsOfNumbers && (PointOfThousands.In(phrase) ?? SharedThousands.In(phrase)) is not null);

    private static bool IsMadeOfNumbers(Figure figure) =>
        Figure.TryCompose(figure.Low, figure.Value, figure.High, Level(figure), figure.IsShare, out var composed, out _) && composed.Equals(figure);

    private static double? Level(Figure figure) => figure.Facts.Level is 0 or FigureLimits.DefaultLevel ? null : figure.Facts.Level;
}
