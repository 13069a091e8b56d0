using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Serving;

namespace NewsSite.Web.Pages.Lists;

/// <summary>What is about one subject.</summary>
[Stored("before")]
public sealed class TagPage(NewsDb db, Edition here, EditionList editions, TimeProvider clock) : ListPage(db, here, editions, clock)
{
    public Tag Tag { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        var tag = await Db.Tags.SingleOrDefaultAsync(t => t.Slug == slug, stop);
        if (tag is null) return NotFound();
        Tag = tag;
        Head.Title = tag.Name.In(Here.Language);
        Head.Description = Here.Say("Tag.Description", Head.Title);
        return await ListAsync($"/tag/{slug}", Published.Tagged(tag.Id), stop);
    }
}
