using System.Text.Json.Serialization;

namespace Reconcile;

[JsonConverter(typeof(FigureJsonConverter))]
public sealed partial class Figure;
