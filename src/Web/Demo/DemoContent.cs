namespace NewsSite.Web.Demo;

/// <summary>The demo paper: so that every page can be seen at its best before the first own article.</summary>
public sealed class DemoContent
{
    /// <returns>How many articles were put in, or null when the site is not empty.</returns>
    public Task<int?> FillIfEmptyAsync(CancellationToken stop) => Task.FromResult<int?>(null);

    public Task<int> RemoveAsync(CancellationToken stop) => Task.FromResult(0);
}
