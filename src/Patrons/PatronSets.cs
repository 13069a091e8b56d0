using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Patrons;

/// <summary>The patrons' tables.</summary>
public static class PatronSets
{
    extension(NewsDb db)
    {
        public DbSet<Appeal> Appeals => db.Set<Appeal>();
    }
}
