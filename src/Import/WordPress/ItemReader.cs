using NewsSite.Articles;
using NewsSite.Import.Html;

namespace NewsSite.Import.WordPress;

/// <summary>Judges one item and makes it ready to be stored. Asks no database, so that several can be read at once.</summary>
internal sealed class ItemReader(WxrSurvey survey, MediaFolder media, string siteLanguage)
{
    private const int LongestHeadline = 400;
    private const int LongestStandfirst = 2000;

    private static readonly Dictionary<string, string> NotCarried = new(StringComparer.Ordinal)
    {
        ["nav_menu_item"] = "menus are not carried over", ["revision"] = "earlier revisions are not carried over", ["wp_block"] = "reusable blocks are not carried over",
        ["wp_navigation"] = "menus are not carried over", ["custom_css"] = "themes are not carried over", ["wp_template"] = "themes are not carried over",
        ["wp_template_part"] = "themes are not carried over", ["wp_global_styles"] = "themes are not carried over", ["customize_changeset"] = "themes are not carried over",
        ["oembed_cache"] = "kept copies of embeds are not carried over",
    };

    private readonly OldAddress addresses = new(survey);

    public OldAddress Addresses => addresses;

    public Converted Read(WxrItem item)
    {
        var made = new Converted(item, KindOf(item.Type));
        try
        {
            made.Refusal = Refusal(item);
            if (made.Refusal is not null) return made;
            made.Language = LanguageOf(item);
            if (item.Type == "attachment") ReadAttachment(made);
            else if (item.Type == "guest-author") made.Headline = survey.NameOf(item.MetaValue("cap-user_login") is { Length: > 0 } login ? login : item.Field("post_name"));
            else ReadText(made);
            made.Hash = InputHash.Of(made);
        }
        catch (Exception e) when (e is FormatException or MarkdownException)
        {
            made.Refusal = e.Message.TrimEnd('.');
        }

        return made;
    }

    private static string KindOf(string type) => type switch
    {
        "post" => "articles",
        "page" => "pages",
        "attachment" => "attachments",
        "guest-author" => "guest authors",
        "" => "items without a kind",
        _ => type,
    };

    private static string? Refusal(WxrItem item)
    {
        if (item.Type.Length == 0) return "half an item: it has no kind (wp:post_type)";
        if (item.Id <= 0) return "half an item: it has no number (wp:post_id)";
        if (item.IsTooLong) return $"it is longer than {WxrReader.LongestItem:N0} characters";
        if (NotCarried.TryGetValue(item.Type, out var reason)) return reason;
        if (item.Type is not ("post" or "page" or "attachment" or "guest-author")) return $"items of the kind '{item.Type}' are not carried over";
        if (item.Type == "attachment") return null;
        return item.Status is "trash" or "auto-draft" or "inherit" ? $"its status is '{item.Status}'" : null;
    }

    private string LanguageOf(WxrItem item) =>
        item.Terms.Where(t => t.Domain == "language").Select(t => WxrSurvey.LanguageTag(t.Slug)).OfType<string>().FirstOrDefault() ?? survey.Language ?? siteLanguage;

    private void ReadAttachment(Converted made)
    {
        var attachment = survey.Attachments[made.Item.Id];
        made.Lead = media.Find(attachment.Url);
        made.Headline = attachment.Url;
        if (made.Lead is null) made.Refusal = media.HasFiles ? "its file is not among those given, or is no picture" : "no file was given (--media); its address is kept where it is shown";
    }

    private void ReadText(Converted made)
    {
        var item = made.Item;
        var isPage = item.Type == "page";
        made.At = WxrDates.Moment(item);
        made.Day = WxrDates.Day(item);
        made.ChangedAt = WxrDates.Changed(item);
        ReadStatus(made);
        new BodyReader(survey, media, addresses).Read(made, withCredits: !isPage);
        made.Headline = Shortened(made, "headline", HeadlineOf(made), LongestHeadline);
        made.Standfirst = VisibleText.Of(item.Excerpt) is { Length: > 0 } excerpt ? Shortened(made, "excerpt", excerpt, LongestStandfirst) : null;
        made.Slug = Slugs.Of(item.Field("post_name"), VisibleText.Of(item.Title), isPage ? "page" : "article", item.Id);
        if (isPage) made.PageAddress = PageAddresses.Of(item, made, survey, siteLanguage);
        else
        {
            Terms.Sort(made, survey);
            AddCreator(made);
        }

        if (item.MetaValue("_thumbnail_id") is { } number && long.TryParse(number, out var id) && survey.Attachments.TryGetValue(id, out var lead))
        {
            made.Lead = media.Find(lead.Url);
            if (made.Lead is null && !made.MissingPictures.Contains(lead.Url)) made.MissingPictures.Add(lead.Url);
        }

        AddOldAddresses(made);
    }

    private static void ReadStatus(Converted made)
    {
        var item = made.Item;
        made.IsPublished = item.Status is "publish" or "future" && item.Field("post_password").Length == 0;
        if (made.IsPublished && (made.At is null || made.Day is null)) throw new FormatException("it is published but has no date");
        if (item.Status == "private") made.Note("private", "kept as a draft");
        else if (item.Field("post_password").Length > 0) made.Note("behind a password", "kept as a draft");
        else if (item.Status is not ("publish" or "future" or "draft" or "pending")) made.Note($"of status '{item.Status}'", "kept as a draft");
        if (item is not { Status: "future", Type: "page" }) return;
        made.IsPublished = false;
        made.Note("page scheduled for later", "kept as a draft");
    }

    private static string HeadlineOf(Converted made)
    {
        if (VisibleText.Of(made.Item.Title) is { Length: > 0 } title) return title;
        var words = VisibleText.Collapse(HtmlToMarkdown.TextOf(made.Markdown));
        if (words.Length > 80) words = words[..(words.LastIndexOf(' ', 80) is > 20 and var space ? space : 80)] + "…";
        made.Note("without a title", words.Length > 0 ? "its first words stand for it" : "its number stands for it");
        return words.Length > 0 ? words : FormattableString.Invariant($"{made.Item.Type} {made.Item.Id}");
    }

    private static string Shortened(Converted made, string what, string text, int most)
    {
        if (text.Length <= most) return text;
        made.Note($"{what} of more than {most} characters", "cut short");
        return text[..(text.LastIndexOf(' ', most - 2) is > 0 and var space ? space : most - 1)] + "…";
    }

    /// <summary>The account that wrote it, or the co-authors, unless the text itself names its authors.</summary>
    private void AddCreator(Converted made)
    {
        if (made.Credits.Credits.Exists(c => c.Role == Role.Author)) return;
        var logins = made.Item.Terms.Where(t => t.Domain == "author").Select(t => t.Slug.Length > 0 ? t.Slug : t.Name).DefaultIfEmpty(made.Item.Creator).Where(l => l.Length > 0);
        var authors = logins.Select(survey.NameOf).Where(n => n.Length > 0).Select(n => new NamedCredit(Role.Author, n)).ToList();
        var others = made.Credits.Credits.ToList();
        made.Credits.Credits.Clear();
        foreach (var credit in authors.Concat(others)) made.Credits.Add(credit);
    }

    private void AddOldAddresses(Converted made)
    {
        if (!made.IsPublished) return;
        var item = made.Item;
        var own = item.Type == "page" ? "page_id" : "p";
        var old = new List<string?> { OldAddress.Former(item.Link), addresses.ById(own, item.Id), OldAddress.Former(item.Guid) };
        foreach (var id in survey.AttachmentsOf.GetValueOrDefault(item.Id, []))
        {
            old.Add(survey.Attachments[id].Link is { } link ? OldAddress.Former(link) : null);
            old.Add(addresses.ById("attachment_id", id));
        }

        made.OldAddresses.AddRange(old.OfType<string>().Where(a => a.Length <= 500).Distinct());
    }
}
