using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Import.WordPress;

/// <summary>Gives the articles and pages of a batch addresses of their own, and lets the old ones redirect.</summary>
internal sealed class AddressBook(NewsDb db, ImportRun run, Outcome outcome)
{
    private HashSet<string> articles = [];
    private HashSet<(string, string)> pages = [];
    private Dictionary<string, FormerAddress> former = [];

    public async Task LoadAsync(IReadOnlyList<Converted> batch, CancellationToken stop)
    {
        var wanted = batch.Where(b => b.Kind == "articles" && b.Day is not null).Select(Wanted).ToList();
        var old = batch.SelectMany(b => b.OldAddresses.Concat(CategoryAddresses(b)).Concat(AuthorAddresses(b).Select(a => a.Old))).Distinct().ToList();
        var pageAddresses = batch.Select(b => b.PageAddress).Where(a => a.Length > 0).ToList();
        articles = (await db.Articles.Where(a => wanted.Contains(a.Address!)).Select(a => a.Address!).ToListAsync(stop)).ToHashSet();
        pages = (await db.SitePages.Where(p => pageAddresses.Contains(p.Address)).Select(p => new { p.Address, p.Language }).ToListAsync(stop)).Select(p => (p.Address, p.Language)).ToHashSet();
        former = await db.FormerAddresses.AsTracking().Where(f => old.Contains(f.Address)).ToDictionaryAsync(f => f.Address, stop);
    }

    /// <summary>A free address for an article that has none, by a suffix where its own is another's.</summary>
    public async Task<string> ForArticleAsync(Converted made, CancellationToken stop)
    {
        var wanted = Wanted(made);
        var address = wanted;
        for (var i = 2; await IsTakenAsync(address, stop); i++) address = FormattableString.Invariant($"{wanted}-{i}");
        if (address != wanted)
        {
            made.Slug = address[(address.LastIndexOf('/') + 1)..];
            outcome.Note(made, "article on an address that is another's", "given one with a number; the old address redirects where it can");
        }

        articles.Add(address);
        run.Plan("address", address);
        return address;
    }

    /// <summary>A free address for a page, likewise.</summary>
    public async Task<string> ForPageAsync(Converted made, CancellationToken stop)
    {
        var address = made.PageAddress;
        for (var i = 2; await IsTakenAsync(address, made, stop); i++) address = FormattableString.Invariant($"{made.PageAddress}-{i}");
        if (address != made.PageAddress) outcome.Note(made, "page on an address that is another's", "given one with a number");
        pages.Add((address, made.Language));
        run.Plan("page", made.Language + address);
        return address;
    }

    public void Redirect(Converted made, Article? article, SitePage? page, string? address)
    {
        var prefix = page is not null && made.Language != run.SiteLanguage ? "/" + made.Language : "";
        foreach (var old in made.OldAddresses.Where(o => o != prefix + address)) Add(made, old, f => (f.Article, f.Page) = (article, page), f => f.ArticleId is not null && f.ArticleId == article?.Id || f.PageId is not null && f.PageId == page?.Id);
    }

    /// <summary>Lists keep answering too: `/category/a/b` and the author pages of the old site.</summary>
    public void RedirectLists(Converted made, IEnumerable<(string Old, string Now)> authors)
    {
        foreach (var old in CategoryAddresses(made))
        {
            var slug = old[(old.LastIndexOf('/') + 1)..];
            var target = slug == made.Section?.Slug || run.CategoryTargets.GetValueOrDefault(slug) == "/section/" + slug ? "/section/" + slug : "/tag/" + slug;
            run.CategoryTargets[slug] = target;
            AddTarget(made, old, target);
        }

        foreach (var (old, target) in authors.Where(a => a.Old != a.Now)) AddTarget(made, old, target);
    }

    /// <summary>The old addresses of the people whose accounts wrote it, and where they are now.</summary>
    public IEnumerable<(string Old, string Person)> AuthorAddresses(Converted made)
    {
        if (made.Kind != "articles" || !made.IsPublished) return [];
        var logins = made.Item.Terms.Where(t => t.Domain == "author").Select(t => t.Slug.StartsWith("cap-", StringComparison.Ordinal) ? t.Slug[4..] : t.Slug).Append(made.Item.Creator);
        return logins.Where(l => l.Length is > 0 and < 200).Distinct().Select(l => (run.Addresses.Below("/author/" + Slugs.Clean(l)), run.Survey.NameOf(l)));
    }

    private IEnumerable<string> CategoryAddresses(Converted made)
    {
        if (made.Kind != "articles") yield break;
        foreach (var slug in made.Item.Terms.Where(t => t.Domain == "category").Select(t => Terms.Cleaned(t).Slug).Where(s => s == made.Section?.Slug || made.Tags.Exists(t => t.Slug == s)).Distinct())
        {
            var above = string.Concat(Terms.Above(slug, run.Survey).Reverse().Select(a => a + "/"));
            yield return run.Addresses.Below("/category/" + slug);
            if (above.Length > 0 && above.Length + slug.Length < 400) yield return run.Addresses.Below($"/category/{above}{slug}");
        }
    }

    private void AddTarget(Converted made, string old, string target)
    {
        if (former.TryGetValue(old, out var known) && known.Target is not null && target.StartsWith("/section/", StringComparison.Ordinal)) known.Target = target;
        else Add(made, old, f => f.Target = target, f => f.Target is not null);
    }

    private void Add(Converted made, string old, Action<FormerAddress> aim, Func<FormerAddress, bool> isOurs)
    {
        if (former.TryGetValue(old, out var known))
        {
            if (!isOurs(known) && db.Entry(known).State == EntityState.Unchanged) outcome.Note(made, "old address that redirects elsewhere already", "left as it is");
            return;
        }

        var address = former[old] = new FormerAddress(old);
        aim(address);
        if (!run.IsPlanned("former", old)) outcome.Redirects++;
        run.Plan("former", old);
        if (!run.IsDryRun) db.Add(address);
    }

    private string Wanted(Converted made) => Articles.Addresses.Of(made.Language, run.SiteLanguage, made.Day!.Value, made.Slug);

    private async Task<bool> IsTakenAsync(string address, CancellationToken stop) =>
        articles.Contains(address) || run.IsPlanned("address", address) || (address != null && char.IsAsciiDigit(address[^1]) && await db.Articles.AnyAsync(a => a.Address == address, stop));

    /// <summary>The addresses pages want were asked for all at once; one with a number is asked for when it is tried.</summary>
    private async Task<bool> IsTakenAsync(string address, Converted made, CancellationToken stop) =>
        pages.Contains((address, made.Language)) || run.IsPlanned("page", made.Language + address)
        || (address != made.PageAddress && await db.SitePages.AnyAsync(p => p.Address == address && p.Language == made.Language, stop));
}
