using System.Globalization;
using System.Text;

namespace Reconcile.Tests.Generation;

/// <summary>A dossier as the C# that builds it, so that a failing case can be pasted into a test.</summary>
internal static class BuilderCode
{
    public static string Of(Dossier dossier)
    {
        var code = new StringBuilder("Dossier.Create()");
        if (dossier.AsOf is { } asOf) code.Append(CultureInfo.InvariantCulture, $".WithAsOf({Day(asOf)})");
        if (dossier.PartiesLean) code.Append("\n    .WithPartiesLean()");
        foreach (var q in dossier.Quantities)
        {
            code.Append(CultureInfo.InvariantCulture, $"\n    .Quantity(new Quantity {{ Id = {Text(q.Id)}, Kind = QuantityKind.{q.Kind}, Unit = {Text(q.Unit)}, Whole = {(q.Whole ? "true" : "false")}, Min = {Number(q.Min)}, Max = {Number(q.Max)}, Subject = {Text(q.Subject)} }})");
        }

        foreach (var s in dossier.Sources)
        {
            var grade = s.Reliability is { } reliability ? $"Reliability.{reliability}" : "null";
            code.Append(CultureInfo.InvariantCulture, $"\n    .Source(new Source {{ Id = {Text(s.Id)}, Reliability = {grade}, RelativeError = {Number(s.RelativeError)}, Accuracy = {Number(s.Accuracy)}, Party = {Text(s.Party)} }})");
        }

        foreach (var i in dossier.Interests) code.Append(CultureInfo.InvariantCulture, $"\n    .Interest(new Interest {{ Source = {Text(i.Source)}, Subject = {Text(i.Subject)}, Tends = Tendency.{i.Tends} }})");
        foreach (var r in dossier.Relations) code.Append(CultureInfo.InvariantCulture, $"\n    .Relate({Of(r)})");
        foreach (var claim in dossier.Claims) code.Append("\n    .Claim(").Append(Of(claim)).Append(')');
        return code.Append(';').ToString();
    }

    private static string Of(Relation relation)
    {
        if (relation.From is null && relation.To is null) return Text(relation.Rule);
        var code = new StringBuilder();
        code.Append(CultureInfo.InvariantCulture, $"new Relation {{ Rule = {Text(relation.Rule)}");
        if (relation.From is { } from) code.Append(CultureInfo.InvariantCulture, $", From = {Day(from)}");
        if (relation.To is { } to) code.Append(CultureInfo.InvariantCulture, $", To = {Day(to)}");
        return code.Append(" }").ToString();
    }

    private static string Of(Claim claim)
    {
        var code = new StringBuilder();
        code.Append(CultureInfo.InvariantCulture, $"new Claim {{ Id = {Text(claim.Id)}, Quantity = {Text(claim.Quantity)}, Figure = {Of(claim.Figure)}, Source = {Text(claim.Source)}");
        if (claim.Basis != Basis.Estimate) code.Append(CultureInfo.InvariantCulture, $", Basis = Basis.{claim.Basis}");
        if (claim.Credibility != Credibility.Unknown) code.Append(CultureInfo.InvariantCulture, $", Credibility = Credibility.{claim.Credibility}");
        if (claim.Via.Count > 0) code.Append(CultureInfo.InvariantCulture, $", Via = [{string.Join(", ", claim.Via.Select(Text))}]");
        if (claim.AsOf is { } asOf) code.Append(CultureInfo.InvariantCulture, $", AsOf = {Day(asOf)}");
        if (claim.Reported is { } reported) code.Append(CultureInfo.InvariantCulture, $", Reported = {Day(reported)}");
        if (claim.During is { } during) code.Append(CultureInfo.InvariantCulture, $", During = new Period({Day(during.From)}, {Day(during.To)})");
        if (claim.Retracted.IsRetracted) code.Append(CultureInfo.InvariantCulture, $", Retracted = {(claim.Retracted.Day is { } day ? $"Retraction.On({Day(day)})" : "Retraction.Always")}");
        if (claim.Supersedes.Count > 0) code.Append(CultureInfo.InvariantCulture, $", Supersedes = [{string.Join(", ", claim.Supersedes.Select(Text))}]");
        return code.Append(" }").ToString();
    }

    private static string Of(Figure figure)
    {
        if (figure.IsShare) return $"Figure.Parse({Text(figure.Text)})";
        return figure.Hedge switch
        {
            Hedge.Exactly => $"Figure.Exactly({Number(figure.Value)})",
            Hedge.About => $"Figure.About({Number(figure.Value)})",
            Hedge.AtLeast => $"Figure.AtLeast({Number(figure.Low)})",
            Hedge.AtMost => $"Figure.AtMost({Number(figure.High)})",
            Hedge.Between => $"Figure.Between({Number(figure.Low)}, {Number(figure.High)})",
            Hedge.Interval => $"Figure.Interval({Number(figure.Value)}, {Number(figure.Low)}, {Number(figure.High)}, {Number(figure.Facts.Level)})",
            _ => $"Figure.Parse({Text(figure.Text)})",
        };
    }

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"new DateOnly({day.Year}, {day.Month}, {day.Day})");

    private static string Number(double? value) => value is { } v ? v.ToString("R", CultureInfo.InvariantCulture) : "null";

    private static string Text(string? text) => text is null ? "null" : "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
