namespace NewsSite.Import;

/// <summary>How far an import has come.</summary>
/// <param name="Done">Items dealt with.</param>
/// <param name="Total">Items in the file.</param>
public readonly record struct ImportProgress(int Done, int Total);
