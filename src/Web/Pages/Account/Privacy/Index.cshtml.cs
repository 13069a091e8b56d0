using NewsSite.Database;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Pages.Account.Privacy;

/// <summary>What is stored about whoever is signed in: in plain words, and as the register of personal columns has it.</summary>
public sealed class IndexPage(PersonalRegister register, Edition here) : AccountPage
{
    /// <summary>The account itself first.</summary>
    public IEnumerable<PersonalTable> Tables => register.Tables.Reverse();

    public void OnGet() => Head.Title = here["Privacy.Title"];

    /// <summary>Columns that are called the same for people are one line.</summary>
    public static IEnumerable<(string What, Erasure Erasure, bool IsExported)> LinesOf(PersonalTable table) =>
        table.Columns.Where(c => c.Personal is not null).Select(c => (c.Personal!.What, c.Personal.Erasure, c.IsExported)).Distinct();
}
