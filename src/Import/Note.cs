namespace NewsSite.Import;

/// <summary>Something the operator should know about an item: what was met, and what became of it.</summary>
/// <param name="What">Such as `iframe`; notes of the same kind are counted together.</param>
/// <param name="How">Such as `kept as a link to its address`.</param>
/// <param name="Detail">What of many it was, such as a block's name.</param>
public sealed record Note(string What, string How, string? Detail = null);
