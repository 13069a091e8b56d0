using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using NewsSite.Articles;
using NewsSite.Database;

namespace NewsSite.Site;

/// <summary>The real site, whole, on a database and a data folder of its own. Only the clock is ours: it stands until it is moved.</summary>
public abstract class NewsSiteHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string BaseUrl = "https://paper.example";
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Longer than the site keeps a page or the list of its editions without looking again.</summary>
    private static readonly TimeSpan UntilSeen = TimeSpan.FromSeconds(5);

    private HttpClient? browser;

    /// <summary>Media, keys and, on SQLite, the database.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("newssite-").FullName;

    public FakeTimeProvider Clock { get; } = new(Noon);

    public DateTimeOffset Now => Clock.GetUtcNow();

    public HttpClient Browser => browser ??= CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new(BaseUrl) });

    /// <summary>Why these tests cannot run on this machine; null when they can.</summary>
    public string? Missing { get; protected set; }

    /// <summary>Settings beside the usual ones, such as `Site:Language`; said before the first page is asked for.</summary>
    protected Dictionary<string, string> Told { get; } = [];

    /// <summary>What another process must be told to stand on the same database as this site.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings => Told.Append(KeyValuePair.Create("Site:Name", "The Daily Example")).Append(KeyValuePair.Create("Site:BaseUrl", BaseUrl));

    public abstract ValueTask InitializeAsync();

    /// <summary>Publishes an article through the newsroom, and waits (on the site's clock) until readers must see it.</summary>
    public async Task<Article> Given(string headline, Func<Story, Story>? told = null)
    {
        var story = (told ?? (s => s))(new Story(headline, Now));
        var article = await WriteAsync(db => story.SaveAsync(db, Services.GetRequiredService<Newsroom>()));
        Clock.Advance(UntilSeen);
        return article;
    }

    /// <summary>Changes a saved article as staff would: through the newsroom, with a revision.</summary>
    public async Task<Article> Edit(Article saved, Action<Article> change)
    {
        var article = await WriteAsync(async db =>
        {
            var found = await db.Articles.AsTracking().Whole().SingleAsync(a => a.Id == saved.Id);
            change(found);
            await Services.GetRequiredService<Newsroom>().SaveAsync(db, [found], Cast.Olena.Slug, Now, default);
            return found;
        });
        Clock.Advance(UntilSeen);
        return article;
    }

    public Task<T> WriteAsync<T>(Func<NewsDb, Task<T>> change) => Services.GetRequiredService<Writer>().WriteAsync(change);

    /// <summary>Does every job that is due by the site's clock, and what those jobs make due at once.</summary>
    /// <returns>How many were taken up.</returns>
    public async Task<int> RunJobs()
    {
        var runner = Services.GetRequiredService<JobRunner>();
        var all = 0;
        while (await runner.RunDueAsync(TestContext.Current.CancellationToken) is > 0 and var some) all += some;
        return all;
    }

    /// <summary>Asks the database as a page does: with a context that reads only.</summary>
    public async Task<T> ReadAsync<T>(Func<NewsDb, Task<T>> question)
    {
        await using var scope = Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<NewsDb>());
    }

    /// <summary>The page as a reader's browser gets it; a redirect is an answer too.</summary>
    public Task<Page> Page(string path) => Send(HttpMethod.Get, path);

    public async Task<Page> Send(HttpMethod method, string path, HttpContent? form = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = form };
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await NewsSite.Site.Page.ReadAsync(await Browser.SendAsync(request, TestContext.Current.CancellationToken));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Site:Name", "The Daily Example").UseSetting("Site:BaseUrl", BaseUrl);
        builder.UseSetting("Data:Directory", Folder);

        // Everything the site could ever say is read by the watch; nothing is printed.
        foreach (var (key, value) in LogWatch.Everything) builder.UseSetting(key, value);
        builder.UseSetting("Serilog:ConsoleLevel", "Fatal");

        // Jobs are done when a test says so.
        builder.UseSetting("Jobs:Runners", "0");

        // All tests come from one network, in a hurry.
        builder.UseSetting("Limits:FormsPerMinute", "10000");
        foreach (var (key, value) in Told) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.AddSingleton<Serilog.Core.ILogEventSink>(LogWatch.Eye);
            services.AddSingleton<IStartupFilter, Peers>();
            Arrange(services);
        });
    }

    /// <summary>Parts of the site that a test replaces or adds.</summary>
    protected virtual void Arrange(IServiceCollection services)
    {
    }

    public override async ValueTask DisposeAsync()
    {
        browser?.Dispose();
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
