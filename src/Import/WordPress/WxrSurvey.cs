namespace NewsSite.Import.WordPress;

/// <summary>A file in the old media library.</summary>
internal sealed record Attachment(string Url, string? Link, string? Alt, string? Caption, long Parent);

/// <summary>What the whole file must be known for before its first item can be imported. Small, whatever the size of the bodies.</summary>
internal sealed class WxrSurvey
{
    public string Address { get; private set; } = "";
    public string? Language { get; private set; }
    public int Items { get; private set; }
    public int LeftOut { get; private set; }
    public int Unreadable { get; private set; }
    public Dictionary<string, string> Authors { get; } = new(StringComparer.OrdinalIgnoreCase);
    public Dictionary<string, string> Guests { get; } = new(StringComparer.OrdinalIgnoreCase);
    public Dictionary<string, (string Name, string Parent)> Categories { get; } = new(StringComparer.OrdinalIgnoreCase);
    public Dictionary<string, string> CategoryById { get; } = new(StringComparer.Ordinal);
    public Dictionary<long, Attachment> Attachments { get; } = [];
    public Dictionary<long, List<long>> AttachmentsOf { get; } = [];
    public Dictionary<long, (string Slug, long Parent)> Pages { get; } = [];

    /// <summary>Items that tell one story in several languages, by the name of their group.</summary>
    public Dictionary<string, List<string>> Translations { get; } = new(StringComparer.Ordinal);

    /// <summary>What the import calls the site it reads from: its address without the scheme.</summary>
    public string SiteName => Uri.TryCreate(Address, UriKind.Absolute, out var uri) ? (uri.Authority + uri.AbsolutePath).TrimEnd('/').ToLowerInvariant() : "unknown";

    /// <exception cref="ImportRefusedException">The file cannot be imported.</exception>
    public static WxrSurvey Of(string path, CancellationToken stop)
    {
        var survey = new WxrSurvey();
        var isExport = false;
        using var reader = new WxrReader(path, withBodies: false)
        {
            OnChannel = (name, text, children) =>
            {
                isExport |= name.StartsWith("wp:", StringComparison.Ordinal);
                survey.Channel(name, text.Trim(), children);
            },
        };
        foreach (var item in reader.Items())
        {
            stop.ThrowIfCancellationRequested();
            isExport |= item.Fields.Count > 0;
            survey.Item(item);
        }

        if (!isExport) throw new ImportRefusedException(1, null, "The file is no WordPress export: nothing in it is WordPress's own.");
        (survey.LeftOut, survey.Unreadable) = (reader.LeftOut, reader.Unreadable);
        foreach (var group in survey.Translations.Where(g => g.Value.Count < 2).Select(g => g.Key).ToList()) survey.Translations.Remove(group);
        return survey;
    }

    private void Channel(string name, string text, IReadOnlyDictionary<string, string> children)
    {
        string Child(string key) => children.GetValueOrDefault(key, "").Trim();
        switch (name)
        {
            case "wp:base_blog_url":
                Address = text;
                break;
            case "link" when Address.Length == 0:
                Address = text;
                break;
            case "language":
                Language = LanguageTag(text);
                break;
            case "wp:author":
                var full = $"{Child("author_first_name")} {Child("author_last_name")}".Trim();
                Authors[Child("author_login")] = Child("author_display_name") is { Length: > 0 } display ? display : full;
                break;
            case "wp:category":
                Categories[Slugs.Clean(Child("category_nicename"))] = (Child("cat_name"), Child("category_parent"));
                CategoryById[Child("term_id")] = Child("category_nicename");
                break;
            case "wp:term" when Child("term_taxonomy") == "category":
                Categories.TryAdd(Slugs.Clean(Child("term_slug")), (Child("term_name"), Child("term_parent")));
                CategoryById[Child("term_id")] = Child("term_slug");
                break;
        }
    }

    private void Item(WxrItem item)
    {
        Items++;
        var id = item.Id;
        switch (item.Type)
        {
            case "attachment":
                Attachments[id] = new(item.Field("attachment_url"), item.Parent > 0 ? item.Link : null, NullIfEmpty(item.MetaValue("_wp_attachment_image_alt")), NullIfEmpty(item.Excerpt), item.Parent);
                if (item.Parent > 0) Group(AttachmentsOf, item.Parent).Add(id);
                break;
            case "page":
                Pages[id] = (item.Field("post_name"), item.Parent);
                break;
            case "guest-author":
                var name = item.MetaValue("cap-display_name") is { Length: > 0 } display ? display : item.Title;
                Guests[item.MetaValue("cap-user_login") ?? ""] = name;
                Guests[WithoutCap(item.Field("post_name"))] = name;
                break;
        }

        foreach (var term in item.Terms.Where(t => t.Domain == "post_translations")) Group(Translations, term.Slug).Add(item.ExternalId);
    }

    public (string Name, string Parent)? CategoryBySlug(string slug) => Categories.TryGetValue(slug, out var found) ? found : null;

    /// <summary>The name of an author as readers know it.</summary>
    public string NameOf(string loginOrSlug)
    {
        var bare = WithoutCap(loginOrSlug);
        if (Guests.TryGetValue(bare, out var guest) && guest.Length > 0) return guest;
        if (Authors.TryGetValue(bare, out var name) && name.Length > 0) return name;
        var byName = Authors.FirstOrDefault(a => Articles.Slug.Of(a.Key) == bare || Articles.Slug.Of(a.Value) == bare).Value;
        return string.IsNullOrEmpty(byName) ? bare : byName;
    }

    /// <summary>`en` of `en-US` and `en_GB`: editions are of languages, not of countries.</summary>
    public static string? LanguageTag(string text)
    {
        var tag = text.Split('-', '_')[0].ToLowerInvariant();
        return tag.Length is 2 or 3 && tag.All(char.IsAsciiLetter) ? tag : null;
    }

    private static string WithoutCap(string slug) => slug.StartsWith("cap-", StringComparison.Ordinal) ? slug[4..] : slug;

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static List<T> Group<TKey, T>(Dictionary<TKey, List<T>> groups, TKey key)
        where TKey : notnull
    {
        if (!groups.TryGetValue(key, out var group)) groups[key] = group = [];
        return group;
    }
}
