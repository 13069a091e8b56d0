namespace NewsSite.Site.Commands;

/// <summary>`staff add`, run as an operator runs it.</summary>
public sealed class StaffCommandTests
{
    [Fact]
    public async Task It_prints_the_address_of_an_invitation_and_says_in_a_line_what_is_wrong()
    {
        using var program = new BuiltProgram();

        var made = await program.RunAsync("staff", "add", "Olena@Example.org", "--name", "Олена", "--role", "Editor");
        var again = await program.RunAsync("staff", "add", "olena@example.org", "--name", "Олена", "--role", "Editor");
        var other = await program.RunAsync("staff", "add", "olena@example.org", "--name", "Олена", "--role", "Publisher");
        var noRole = await program.RunAsync("staff", "add", "olena@example.org", "--name", "Олена", "--role", "Emperor");
        var noAddress = await program.RunAsync("staff", "add", "olena", "--name", "Олена", "--role", "Editor");
        var noName = await program.RunAsync("staff", "add", "olena@example.org", "--role", "Editor");

        Assert.Equal(0, made.Code);
        Assert.Matches("^" + NewsSiteHost.BaseUrl + "/admin/set-up/[0-9a-f]{64}$", made.Out.TrimEnd().Split('\n')[^1]);
        Assert.Equal(0, again.Code);
        Assert.NotEqual(made.Out, again.Out);
        Assert.Equal([1, 2, 1, 2], [other.Code, noRole.Code, noAddress.Code, noName.Code]);
        Assert.Contains("Editor", other.Error, StringComparison.Ordinal);
        Assert.Contains("Emperor", noRole.Error, StringComparison.Ordinal);
        Assert.Single(noAddress.Error.Trim().Split('\n'));
    }
}
