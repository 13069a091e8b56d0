using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Patrons;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Pages.Dev;

/// <summary>Every component on one page, for whoever changes the stylesheet. Not there for readers.</summary>
public sealed class ComponentsPage(IHostEnvironment environment, TimeProvider clock, Edition here) : ReaderPage
{
    private const string Sample = """
        A paragraph with *emphasis*, **weight**, ~~what was struck out~~, `code`, H~2~O and a [link](https://example.org/elsewhere).[^1]

        ## A heading in the text

        > A quotation stands a little apart.
        >
        > It may have two paragraphs.

        - One thing
        - and another

        1. First this
        2. then that

        ### A smaller heading

        | Line | Before | Now |
        |---|---:|:-:|
        | Ambulance | 40 min | 4 min |
        | Bus | 64 min | 10 min |

        ![A picture on another site](https://example.org/picture.jpg)

            let answer = 42

        ---

        The end.

        [^1]: A footnote, and the way back.
        """;

    public IReadOnlyList<Article> Articles { get; private set; } = [];
    public string Text { get; private set; } = "";
    public AppealText Appeal { get; } = new(new Appeal("en", "A short letter", "", "Become a patron"), "<p>You have just read something that cost several people several days.</p>");

    public IActionResult OnGet()
    {
        if (!environment.IsDevelopment()) return NotFound();
        Articles = [Make("A headline of a usual length for a news report", Kind.News), Make("What somebody thinks of it, and why", Kind.Opinion), Make("How all this came to be", Kind.Analysis)];
        Text = Typesetter.Set(Sample, here.Language, new Dictionary<string, Photo>()).Html;
        Head.Title = "Components";
        Head.IsIndexed = false;
        return Page();
    }

    private Article Make(string headline, Kind kind)
    {
        var article = new Article(here.Language, "sample", headline) { Kind = kind, Kicker = "Kicker", Standfirst = "The standfirst says in one sentence what the story is.", Words = 900 };
        article.Credit(new Contributor("sample", new Wording("en", "Olena Koval")), Role.Author);
        article.Credit(new Contributor("sample-two", new Wording("en", "Anna Moroz")), Role.Translator);
        article.Publish(clock.GetUtcNow().AddHours(-3), "/dev/components");
        article.Correct(CorrectionKind.Correction, "The bridge has six spans, not five.", clock.GetUtcNow());
        return article;
    }
}
