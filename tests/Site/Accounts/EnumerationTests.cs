using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;

namespace NewsSite.Site.Accounts;

/// <summary>A site that lets a test send as many forms as it needs.</summary>
public sealed class PatientSite : SqliteSite
{
    public PatientSite() => Told["Limits:FormsPerMinute"] = "1000000";
}

/// <summary>Nobody finds out by asking who has an account: not by what is answered, and not by how long it takes.</summary>
public sealed class EnumerationTests(PatientSite site) : SiteTests(site), IClassFixture<PatientSite>
{
    private const string Way = "/account/sign-in";
    private const int Addresses = 500;

    [Fact]
    public async Task Known_unknown_closed_and_staff_addresses_get_the_same_answer()
    {
        await Site.Open().SignIn("known@example.org");
        await Site.OpenAsStaffAsync(StaffRole.Publisher, "publisher@example.org");
        var gone = Site.Open();
        await gone.SignIn("gone@example.org");
        await gone.Send("/account/privacy/erase", ("email", "gone@example.org"));

        var unknown = await AskAsync("10.0.0.1", "unknown@example.org");
        foreach (var (email, i) in new[] { "known@example.org", "publisher@example.org", "gone@example.org" }.Select((e, i) => (e, i)))
        {
            var answer = await AskAsync($"10.0.{i + 1}.1", email);

            Assert.Equal((unknown.First.Status, unknown.First.Text), (answer.First.Status, answer.First.Text));
            Assert.Equal(Said(unknown.First), Said(answer.First));
            Assert.Equal((unknown.Then.Status, unknown.Then.Text), (answer.Then.Status, answer.Then.Text));
            Assert.Equal(Said(unknown.Then), Said(answer.Then));
        }
    }

    /// <summary>
    /// 2 x 500 timings, p above 0.01. A right program fails that once in a hundred runs, which nobody would believe in for long; so whoever fails it is measured again,
    /// with four times as many requests and a limit ten times as strict. A difference that is there shows the more clearly, chance has to strike twice: the false alarms
    /// of both together are 0.01 x 0.001, one run in a hundred thousand, and what the first look can find the second finds more surely.
    /// Each pair goes out in random order, so that whatever else the machine is doing falls on both sides alike; each request has a network of its own,
    /// so that the mail limits treat all of them the same.
    /// </summary>
    [Fact]
    public async Task It_takes_as_long_for_a_known_address_as_for_an_unknown_one()
    {
        const int seed = 20261123;
        var random = new Random(seed);
        await MakeKnownAsync();
        await MeasureAsync(100, random);

        var first = await MeasureAsync(Addresses, random);
        Report(seed, first);
        if (KolmogorovSmirnov.P(first.Known, first.Unknown) > 0.01) return;

        var second = await MeasureAsync(4 * Addresses, random);
        Report(seed, second);
        Assert.True(KolmogorovSmirnov.P(second.Known, second.Unknown) > 0.001, "Known and unknown addresses can be told apart by the time the answer takes.");
    }

    [Theory]
    [InlineData(1.0, 0.005, 0.02)]
    [InlineData(1.15, 0.9, 1.0)]
    public void The_measure_itself_finds_a_shift_and_seldom_one_that_is_not_there(double factor, double least, double most)
    {
        // Times as such requests have them: a long tail, 5 ms in the middle. Of samples of one distribution 1 % lie below 0.01, of shifted ones nearly all.
        var random = new Random(7);
        double Time() => 5 * Math.Exp(0.3 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        double[] Sample(double by) => [.. Enumerable.Range(0, Addresses).Select(_ => by * Time())];

        var found = Enumerable.Range(0, 2000).Count(_ => KolmogorovSmirnov.P(Sample(1), Sample(factor)) <= 0.01) / 2000.0;

        Assert.InRange(found, least, most);
    }

    /// <summary>All the steps a known address could add are there to be taken: an account, and sessions in other networks.</summary>
    private Task<bool> MakeKnownAsync() => Site.WriteAsync(async db =>
    {
        for (var i = 0; i < Addresses; i++) db.Add(new Account($"known.{i}@example.org", "en", Site.Now));
        await db.SaveChangesAsync();
        foreach (var account in await db.Accounts.Where(a => a.Email!.StartsWith("known.")).ToListAsync())
            await Site.Services.GetRequiredService<Sessions>().StartAsync(db, account, SessionKind.Reader, Proof.Link, new(account.Id, "203.0.113.0/24"));
        return true;
    });

    private async Task<(List<double> Known, List<double> Unknown)> MeasureAsync(int pairs, Random random)
    {
        var (known, unknown) = (new List<double>(), new List<double>());

        // No letter of the measurement before this one is counted any more.
        Site.Clock.Advance(TimeSpan.FromHours(2));
        for (var i = 0; i < pairs; i++)
        {
            var n = i % Addresses;
            var isKnownFirst = random.Next(2) == 0;
            foreach (var isKnown in new[] { isKnownFirst, !isKnownFirst })
            {
                var peer = $"10.{(isKnown ? 1 : 2) + (i / 250 * 2)}.{i % 250}.1";
                (isKnown ? known : unknown).Add(await TimeAsync(peer, $"{(isKnown ? "known" : "other")}.{n}@example.org"));
            }
        }

        return (known, unknown);
    }

    private async Task<double> TimeAsync(string peer, string email)
    {
        using var form = new FormUrlEncodedContent([new("email", email)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, Way) { Content = form, Headers = { { Peers.Header, peer }, { "Sec-Fetch-Site", "same-origin" } } };
        var started = Stopwatch.GetTimestamp();
        using var answer = await Site.Browser.SendAsync(request, Stop);
        var taken = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return taken;
    }

    private async Task<(Page First, Page Then)> AskAsync(string peer, string email)
    {
        var window = Site.Open(peer);
        return (await window.Send(Way, ("email", email)), await window.Go(Way + "/letter"));
    }

    /// <summary>All headers; of the cookie, all but its value.</summary>
    private static SortedDictionary<string, string> Said(Page answer) =>
        new(answer.Headers.ToDictionary(h => h.Key, h => h.Key == "Set-Cookie" ? System.Text.RegularExpressions.Regex.Replace(h.Value, "=[0-9a-f]{64};", "=;") : h.Value));

    private static void Report(int seed, (List<double> Known, List<double> Unknown) times)
    {
        static double Middle(List<double> all) => all.Order().ElementAt(all.Count / 2);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"seed {seed}: p {KolmogorovSmirnov.P(times.Known, times.Unknown):0.000}, median known {Middle(times.Known):0.00} ms, unknown {Middle(times.Unknown):0.00} ms, {times.Known.Count} each"));
    }
}
