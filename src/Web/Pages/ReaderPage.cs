using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Articles;

namespace NewsSite.Web.Pages;

/// <summary>A page for readers: the same bytes for every one of them.</summary>
public abstract class ReaderPage : PageModel
{
    /// <summary>What the page says about itself to programs.</summary>
    public Head Head { get; } = new();

    /// <summary>A method the page has no handler for would otherwise show a page that nothing has filled.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is not null) return;
        Response.Headers.Allow = "GET, HEAD";
        context.Result = StatusCode(StatusCodes.Status405MethodNotAllowed);
    }
}

/// <summary>The part of a page that programs read: search engines, feed readers, cards on other sites.</summary>
public sealed class Head
{
    /// <summary>Without the paper's name.</summary>
    public string Title { get; set; } = "";
    public string? Description { get; set; }

    /// <summary>The page's own address as a path; null: this page is no place of its own.</summary>
    public string? Canonical { get; set; }

    /// <summary>The same page in other languages, this one included: language to path.</summary>
    public IReadOnlyDictionary<string, string> Alternates { get; set; } = new Dictionary<string, string>();

    /// <summary>The path of the feeds without `/feed.xml`, such as `/uk/section/news`; empty: the whole paper's; null: no feed.</summary>
    public string? FeedOf { get; set; }
    public Photo? Image { get; set; }

    /// <summary>With all its page shows loaded.</summary>
    public Article? Article { get; set; }

    /// <summary>Who paid for the article on the day it came out.</summary>
    public IReadOnlyList<Funder> Funders { get; set; } = [];

    /// <summary>The person the page is about.</summary>
    public Contributor? Person { get; set; }

    /// <summary>JSON-LD besides what is made from the rest of this, already safe inside a script element.</summary>
    public string? JsonLd { get; set; }
    public bool IsIndexed { get; set; } = true;
}
