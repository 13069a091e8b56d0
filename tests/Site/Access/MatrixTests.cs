using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Web.Access;

namespace NewsSite.Site.Access;

/// <summary>Every endpoint there is, asked by everybody there is, in every way: the answers are those of the one table.</summary>
public sealed partial class MatrixTests(SqliteSite site) : SiteTests(site), IClassFixture<SqliteSite>
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST"];

    /// <summary>What stands in a route where it has a hole: an address of its kind that has nothing behind it.</summary>
    private static readonly Dictionary<string, string> Holes = new()
    {
        ["slug"] = "nothing", ["year"] = "2019", ["month"] = "01", ["day"] = "02", ["path"] = "no/such/page", ["key"] = "0123456789abcdef", ["file"] = "0", ["lang"] = "uk",
        ["status"] = "404", ["token"] = new string('a', 64), ["id"] = "999999999",
    };

    private int number;

    private List<RouteEndpoint> Endpoints => [.. Site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Distinct()];

    [Fact]
    public void Every_endpoint_is_in_the_table_and_every_row_has_an_endpoint()
    {
        var keys = Endpoints.Select(e => (e.DisplayName, Key: Permissions.KeyOf(e))).ToList();

        Assert.Empty(keys.Where(k => k.Key is null || !Permissions.Keys.Contains(k.Key)).Select(k => k.DisplayName).Distinct());
        Assert.Empty(Permissions.Keys.Except(keys.Select(k => k.Key!)));
    }

    [Fact]
    public async Task Everybody_gets_at_every_endpoint_what_the_table_says()
    {
        var faults = new List<string>();
        foreach (var (key, address) in Addresses())
            foreach (var (who, session, window) in await PeopleAsync())
                foreach (var method in Methods)
                {
                    var status = (int)(await window.Ask(new(method), address)).Status;
                    if (!Fits(Permissions.Find(key)!, method, session, status)) faults.Add($"{method} {address} ({key}) for {who}: {status}");
                }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task What_belongs_to_another_looks_missing()
    {
        var (mine, _, own) = await Site.SignedIn(null, "own@example.org");
        var (_, _, other) = await Site.SignedIn(null, "other@example.org");
        foreach (var (path, field, ids) in Owned(own, other))
        {
            var answers = new List<Page>();
            foreach (var id in ids) answers.Add(await mine.Send(path, (field, id)));
            Assert.All(answers, a => Assert.Equal(HttpStatusCode.NotFound, a.Status));
            Assert.Single(answers.Select(a => Numbers().Replace(a.Text, "")).Distinct());
        }

        Assert.Equal(1, await Site.ReadAsync(db => Task.FromResult(db.Sessions.Count(s => s.Id == other))));
    }

    [Theory]
    [InlineData("Authorization", "Basic YWRtaW46YWRtaW4=")]
    [InlineData("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoiQWRtaW5pc3RyYXRvciJ9.")]
    [InlineData("Authorization", "Negotiate YIIC")]
    [InlineData("Cookie", ".AspNetCore.Identity.Application=CfDJ8")]
    [InlineData("Cookie", ".AspNetCore.Cookies=CfDJ8; Identity.External=CfDJ8; Identity.TwoFactorUserId=CfDJ8")]
    [InlineData("Cookie", "session=0; __Secure-session=0; __Host-session=")]
    [InlineData("X-Forwarded-User", "admin")]
    public async Task No_other_way_of_saying_who_one_is_opens_anything(string header, string value)
    {
        foreach (var (key, address) in Addresses().Where(a => Permissions.Find(a.Key)!.Who > Who.AnyoneKnown))
            foreach (var method in Permissions.Find(key)!.Methods)
                Assert.Equal(HttpStatusCode.Unauthorized, (await Site.Send(new(method), address, null, (header, value), ("Sec-Fetch-Site", "same-origin"))).Status);
    }

    /// <summary>New people for every address: some addresses sign out whoever sends to them.</summary>
    private async Task<List<(string Who, Session? Session, Window Window)>> PeopleAsync()
    {
        var people = new List<(string Who, Session? Session, Window Window)> { ("nobody", null, Site.Open()) };
        foreach (var role in Enum.GetValues<StaffRole>().Select(r => (StaffRole?)r).Prepend(null))
            people.Add((role?.ToString() ?? "reader", Like(role), (await Site.SignedIn(role, $"matrix-{role}-{number++}@example.org")).Window));
        return people;
    }

    /// <summary>One address for every row, and for every page.</summary>
    private List<(string Key, string Address)> Addresses() => [.. Endpoints
        .Where(e => Permissions.KeyOf(e) != "assets" && e.RoutePattern.RawText?.Contains("{lang", StringComparison.Ordinal) != true && !e.RoutePattern.RawText!.StartsWith("error", StringComparison.Ordinal))
        .Select(e => (Permissions.KeyOf(e)!, "/" + Hole().Replace(e.RoutePattern.RawText!.Replace("{{", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal), m => m.Value.EndsWith("?}", StringComparison.Ordinal) ? "" : Holes[m.Groups["name"].Value]).Trim('/')))
        .Distinct()];

    private static IEnumerable<(string Path, string Field, string[] Ids)> Owned(int own, int other)
    {
        _ = own;
        yield return ("/account/sessions", "id", [other.ToString(System.Globalization.CultureInfo.InvariantCulture), "999999999"]);
    }

    private static bool Fits(Permission permission, string method, Session? session, int status)
    {
        // An address that can only be sent to is, to who reads it, a page that is not there.
        if (!permission.Methods.Contains(method)) return status == 405 || (status == 404 && !permission.Methods.Contains("GET"));
        if (!permission.Admits(session)) return status == (session is null ? 401 : 403);
        return status is < 500 and not (401 or 403 or 405);
    }

    private static Session? Like(StaffRole? role)
    {
        var session = new Session(1, role is null ? SessionKind.Reader : SessionKind.Staff, Proof.Passkey, "", DateTimeOffset.UnixEpoch);
        typeof(Session).GetProperty(nameof(Session.Account))!.SetValue(session, new Account("x@example.org", "en", DateTimeOffset.UnixEpoch) { Staff = role });
        return session;
    }

    [GeneratedRegex(@"\{\**(?<name>\w+)[^}/]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("[0-9A-Z]{8,}:[0-9A-F]+|[0-9]+")]
    private static partial Regex Numbers();
}
