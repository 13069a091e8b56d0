namespace NewsSite.Web.Serving;

/// <summary>Marks a page whose answer may be kept and given to every reader. Only what is marked is ever kept.</summary>
/// <param name="queryKeys">The query keys that make another page of it; all others are not looked at.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StoredAttribute(params string[] queryKeys) : Attribute
{
    public IReadOnlyList<string> QueryKeys { get; } = queryKeys;
}
