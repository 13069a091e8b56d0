using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;
using NewsSite.Database;

namespace NewsSite.Site.House;

/// <summary>No column about a person is forgotten: what the register does not know, export and erasure would pass by.</summary>
public sealed class PersonalTests
{
    /// <summary>Columns that sound like a person's and are not about one who uses the site.</summary>
    private static readonly Dictionary<string, string> Public = new()
    {
        ["Article.Address"] = "Where a story is.",
        ["FormerAddress.Address"] = "Where a story was.",
        ["SitePage.Address"] = "Where a page is.",
        ["Contributor.Name"] = "A byline is public: it is credited for good, whether or not its person has an account.",
        ["SourceWork.Author"] = "The public byline of the work an article was made from.",
        ["Funder.Name"] = "Who pays is said in public.",
        ["Section.Name"] = "A part of the paper.",
        ["Series.Name"] = "A part of the paper.",
        ["Tag.Name"] = "A subject.",
    };

    private static readonly Lazy<IModel> Model = new(() =>
    {
        using var db = new NewsDb(Providers.Options(new(Provider.Sqlite, "Data Source=nowhere.db"), mayWrite: false), new Rooms([.. House.Assemblies]));
        return db.Model;
    });

    private static readonly HashSet<string> Said = [.. JsonSerializer.Deserialize<Dictionary<string, string>>(House.Read("src/Web/Words/en.json"))!.Keys];

    [Fact]
    public void Every_column_about_a_person_is_registered() =>
        House.Nothing(PersonalFaults.In(Model.Value, Said, Public), "Say [Personal] or [NotPersonal], and what becomes of it:");

    [Fact]
    public void What_is_let_pass_is_there()
    {
        var all = Model.Value.GetEntityTypes().SelectMany(e => e.GetProperties().Select(p => $"{e.ClrType.Name}.{p.Name}")).ToHashSet();
        House.Nothing(Public.Keys.Where(k => !all.Contains(k)), "Let pass, but no column any more:");
    }

    [Fact]
    public void The_register_knows_all_tables_about_people()
    {
        var tables = new PersonalRegister(Model.Value).Tables;

        Assert.Superset(new HashSet<string> { "Account", "Session", "SignInRequest", "Passkey", "AuditEntry", "Bounce" }, tables.Select(t => t.Name).ToHashSet());
        Assert.Equal("Account", tables[^1].Name);
        Assert.False(tables[^1].GoesWithItsPerson);
        Assert.True(tables.Single(t => t.Name == "Session").GoesWithItsPerson);
    }

    /// <summary>Each kind of fault, made on purpose: a test that cannot fail proves nothing.</summary>
    [Theory]
    [InlineData("Careless.Colour: neither [Personal] nor [NotPersonal]")]
    [InlineData("Careless.Photo: neither [Personal] nor [NotPersonal]")]
    [InlineData("Careless.Born: neither [Personal] nor [NotPersonal]")]
    [InlineData("Careless.Likes: neither [Personal] nor [NotPersonal]")]
    [InlineData("Careless.Mood: neither [Personal] nor [NotPersonal]")]
    [InlineData("Careless.Shadow: neither [Personal] nor [NotPersonal]")]
    [InlineData("Careless: no column Gone")]
    [InlineData("Careless.Kept: kept, and nobody says why")]
    [InlineData("Careless.Wordless: Personal.Unheard is in no language")]
    [InlineData("Careless.Mixed: goes with its row, but the row stays")]
    [InlineData("Careless.Number: cannot be emptied")]
    [InlineData("Careless: PersonalTable.Careless is in no language")]
    [InlineData("Careless: PersonalWhy.Careless is in no language")]
    [InlineData("Pointing: has OwnerId, and no [AboutPerson]")]
    [InlineData("Noting: has ActorId, and no [AboutPerson]")]
    [InlineData("Noting.UserAgent: sounds personal, and is not registered")]
    [InlineData("Noting.PostalAddress: sounds personal, and is not registered")]
    [InlineData("Lost: nothing finds its person's rows")]
    public void A_model_that_forgets_a_person_is_found_out(string fault)
    {
        using var db = new Careless.Db();

        var faults = PersonalFaults.In(db.Model, new HashSet<string> { "Personal.Known" }, new Dictionary<string, string>()).ToList();

        Assert.Contains(fault, faults);
        Assert.DoesNotContain(faults, f => f.Contains(".Fine", StringComparison.Ordinal) || f.StartsWith("Careless.Id:", StringComparison.Ordinal));
    }
}
