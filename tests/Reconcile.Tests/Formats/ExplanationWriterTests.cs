using System.Text.Json;
using Xunit;

namespace Reconcile.Tests.Formats;

public class ExplanationWriterTests
{
    [Fact]
    public void An_explanation_is_the_estimate_and_what_is_behind_it()
    {
        var result = Results.Full();
        using var explanation = JsonDocument.Parse(result.ExplainToJson("killed"));
        using var whole = JsonDocument.Parse(result.ToJson());
        var root = explanation.RootElement;

        foreach (var property in whole.RootElement.GetProperty("estimates")[0].EnumerateObject())
        {
            Assert.True(JsonElement.DeepEquals(property.Value, root.GetProperty(property.Name)), property.Name);
        }

        Assert.Equal(["c1", "c2"], root.GetProperty("claimsAsRead").EnumerateArray().Select(claim => claim.GetProperty("id").GetString()!));
        var second = root.GetProperty("claimsAsRead")[1];
        var range = Results.Wire.Figure.Read(HedgeReading.SignificantDigit);
        Assert.Equal(
            ("killed", "wire", "at least 4,000", "rejected", 0.0, 0.0),
            (second.GetProperty("quantity").GetString(), second.GetProperty("source").GetString(), second.GetProperty("figure").GetString(),
             second.GetProperty("outcome").GetString(), second.GetProperty("weight").GetDouble(), second.GetProperty("share").GetDouble()));
        Assert.Equal((range.Low, JsonValueKind.Null), (second.GetProperty("low").GetDouble(), second.GetProperty("high").ValueKind));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("tension").ValueKind);
        Assert.Equal(("no fewer than 4,000", "https://example.org/post"), (second.GetProperty("quote").GetString(), second.GetProperty("url").GetString()));
        Assert.False(root.GetProperty("claimsAsRead")[0].TryGetProperty("quote", out _));
        Assert.Equal(0.9, root.GetProperty("claimsAsRead")[0].GetProperty("share").GetDouble());

        var relation = Assert.Single(root.GetProperty("relations").EnumerateArray());
        Assert.Equal(
            (Results.Sum.Rule, "by definition", 0.07),
            (relation.GetProperty("rule").GetString(), relation.GetProperty("because").GetString(), relation.GetProperty("share").GetDouble()));
        var account = Assert.Single(root.GetProperty("accounts").EnumerateArray());
        Assert.Equal(["d1.a2"], account.GetProperty("accounts").EnumerateArray().Select(id => id.GetString()!));
        Assert.Equal((0.2, 4000.0, JsonValueKind.Null), (account.GetProperty("weight").GetDouble(), account.GetProperty("low").GetDouble(), account.GetProperty("best").ValueKind));
    }

    [Fact]
    public void An_unknown_quantity_is_answered_with_the_nearest() =>
        Assert.Contains("\"killed\"", Assert.Throws<KeyNotFoundException>(() => Results.Full().ExplainToJson("kiled")).Message, StringComparison.Ordinal);
}
