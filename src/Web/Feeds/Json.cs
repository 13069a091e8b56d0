using System.Text.Json.Nodes;

namespace NewsSite.Web.Feeds;

/// <summary>JSON written as it reads; what has no value is left out.</summary>
internal static class Json
{
    public static JsonObject Object(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var json = new JsonObject();
        foreach (var (name, value) in members)
            if (value is not null) json[name] = value;
        return json;
    }

    /// <summary>Null when it would be empty.</summary>
    public static JsonArray? Array(IEnumerable<JsonNode?> items)
    {
        var array = new JsonArray([.. items.Where(i => i is not null)]);
        return array.Count > 0 ? array : null;
    }
}
