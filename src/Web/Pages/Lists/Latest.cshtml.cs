using Microsoft.AspNetCore.Mvc;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Serving;

namespace NewsSite.Web.Pages.Lists;

/// <summary>Everything, newest first.</summary>
[Stored("before")]
public sealed class LatestPage(NewsDb db, Edition here, EditionList editions, TimeProvider clock) : ListPage(db, here, editions, clock)
{
    public Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Head.Title = Here["Latest.Title"];
        Head.Description = Here["Latest.Description"];
        return ListAsync("/latest", Published, stop);
    }
}
