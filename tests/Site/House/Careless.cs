using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Site.House;

/// <summary>A table about people of which everything that can be forgotten has been.</summary>
[AboutPerson("Gone")]
internal sealed class Careless
{
    public int Id { get; set; }
    public string Colour { get; set; } = "";
    public byte[] Photo { get; set; } = [];
    public DateOnly Born { get; set; }
    public bool Likes { get; set; }
    public DayOfWeek Mood { get; set; }

    [Personal("Known", Erasure.Kept)]
    public string Kept { get; set; } = "";

    [Personal("Unheard", Erasure.Blanked)]
    public string Wordless { get; set; } = "";

    [Personal("Known", Erasure.RowDeleted)]
    public string? Mixed { get; set; }

    [Personal("Known", Erasure.Blanked)]
    public int Number { get; set; }

    [Personal("Known", Erasure.Kept, Because = "To show what is no fault.")]
    public string Fine { get; set; } = "";

    [NotPersonal("Likewise.")]
    public int FineToo { get; set; }

    /// <summary>The accounts of this small world.</summary>
    [AboutPerson(nameof(Id))]
    internal sealed class Owner
    {
        public int Id { get; set; }
    }

    /// <summary>Points at an account under another name.</summary>
    internal sealed class Pointing
    {
        public int Id { get; set; }
        public int OwnerId { get; set; }
        public Owner Owner { get; set; } = null!;
    }

    /// <summary>Notes who did it, and more than it should.</summary>
    internal sealed class Noting
    {
        public int Id { get; set; }
        public int ActorId { get; set; }
        public string UserAgent { get; set; } = "";
        public string PostalAddress { get; set; } = "";
        public string FineDescription { get; set; } = "";
    }

    /// <summary>About somebody, and nothing says about whom.</summary>
    [AboutPerson]
    internal sealed class Lost
    {
        public int Id { get; set; }
    }

    internal sealed class Db : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=nowhere.db");

        protected override void OnModelCreating(ModelBuilder model)
        {
            model.Entity<Careless>().Property<string>("Shadow");
            model.Entity<Pointing>();
            model.Entity<Noting>();
            model.Entity<Lost>();
        }
    }
}
