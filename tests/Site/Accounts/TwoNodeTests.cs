using System.Net;
using NewsSite.Accounts;
using NewsSite.Site.Commands;

namespace NewsSite.Site.Accounts;

/// <summary>Two processes, one database: what ends on one has ended on the other.</summary>
public abstract class TwoNodeTests(NewsSiteHost site) : SiteTests(site)
{
    [Theory]
    [InlineData(null, "/account")]
    [InlineData(StaffRole.Editor, "/account/sessions")]
    public async Task A_session_ended_on_one_node_is_unknown_at_the_very_next_request_to_the_other(StaffRole? role, string page)
    {
        var cookie = await SignedInNowAsync(role);
        using var a = await Node.StartAsync(Site, Stop);
        using var b = await Node.StartAsync(Site, Stop);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await AskAsync(a, HttpMethod.Get, page, cookie));
            Assert.Equal(HttpStatusCode.OK, await AskAsync(b, HttpMethod.Get, page, cookie));
            Assert.Equal(HttpStatusCode.OK, await AskAsync(b, HttpMethod.Get, "/search", cookie));
        }

        Assert.Equal(HttpStatusCode.Found, await AskAsync(a, HttpMethod.Post, "/account/sign-out", cookie));

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(b, HttpMethod.Get, page, cookie));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(a, HttpMethod.Get, page, cookie));
    }

    /// <summary>The nodes run on the world's clock, not on the test's.</summary>
    private async Task<string> SignedInNowAsync(StaffRole? role)
    {
        var (token, now) = (Secret.New(), TimeProvider.System.GetUtcNow());
        await Site.WriteAsync(async db =>
        {
            var account = new Account($"nodes-{role}@example.org", "en", now) { Staff = role };
            db.Add(account);
            await db.SaveChangesAsync();
            db.Add(new Session(account.Id, role is null ? SessionKind.Reader : SessionKind.Staff, Proof.Passkey, Secret.HashOf(token), now));
            return true;
        });
        return "__Host-session=" + token;
    }

    private static async Task<HttpStatusCode> AskAsync(Node node, HttpMethod method, string path, string cookie)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Accept", "text/html");
        using var answer = await node.Browser.SendAsync(request, Stop);
        return answer.StatusCode;
    }
}

public sealed class TwoNodeTestsOnSqlite(SqliteSite site) : TwoNodeTests(site), IClassFixture<SqliteSite>;

public sealed class TwoNodeTestsOnPostgres(PostgresSite site) : TwoNodeTests(site), IClassFixture<PostgresSite>;
