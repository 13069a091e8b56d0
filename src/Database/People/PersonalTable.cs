using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace NewsSite.Database;

/// <summary>A table whose rows are about one person each.</summary>
public abstract class PersonalTable
{
    private protected PersonalTable(IEntityType entity)
    {
        Entity = entity;
        Name = entity.ClrType.Name;
        var about = entity.ClrType.GetCustomAttribute<AboutPersonAttribute>()!;
        IsOfStaff = about.OfStaff;
        Account = about.AccountColumn is { } name ? entity.FindProperty(name) : null;
        Columns = [.. entity.GetProperties().Where(p => !p.IsPrimaryKey()).OrderBy(p => p.PropertyInfo?.MetadataToken).Select(p => new PersonalColumn(p))];
    }

    /// <summary>The entity's, such as `Session`.</summary>
    public string Name { get; }

    /// <summary>Only who works here has rows in it.</summary>
    public bool IsOfStaff { get; }

    /// <summary>All but the key, as they stand in the code.</summary>
    public IReadOnlyList<PersonalColumn> Columns { get; }

    /// <summary>Its rows are taken out with their person; otherwise they stay, with columns emptied.</summary>
    public bool GoesWithItsPerson => Columns.All(c => c.Personal is null or { Erasure: Erasure.RowDeleted });

    protected IEntityType Entity { get; }

    /// <summary>Where the account's number stands.</summary>
    protected IProperty? Account { get; }

    internal static PersonalTable Of(IEntityType entity) =>
        (PersonalTable)Activator.CreateInstance(typeof(PersonalTable<>).MakeGenericType(entity.ClrType), BindingFlags.Instance | BindingFlags.NonPublic, null, [entity], null)!;

    /// <summary>The person's rows, oldest first, one at a time.</summary>
    public abstract IAsyncEnumerable<object> RowsOf(NewsDb db, PersonKey person);

    /// <summary>Forgets the person here, in the caller's transaction.</summary>
    /// <returns>How many rows were taken out or emptied.</returns>
    public abstract Task<int> EraseAsync(NewsDb db, PersonKey person, CancellationToken stop);
}

internal sealed class PersonalTable<T> : PersonalTable
    where T : class
{
    internal PersonalTable(IEntityType entity)
        : base(entity)
    {
    }

    public override IAsyncEnumerable<object> RowsOf(NewsDb db, PersonKey person)
    {
        var key = Entity.FindPrimaryKey()!.Properties[0].Name;
        return db.Set<T>().AsNoTracking().Where(IsOf(person)).OrderBy(row => EF.Property<object>(row, key)).AsAsyncEnumerable();
    }

    public override async Task<int> EraseAsync(NewsDb db, PersonKey person, CancellationToken stop)
    {
        var rows = db.Set<T>().Where(IsOf(person));
        if (GoesWithItsPerson) return await rows.ExecuteDeleteAsync(stop);

        var blanked = Columns.Where(c => c.Personal is { Erasure: Erasure.Blanked }).ToList();
        if (blanked.Count == 0) return 0;
        var found = await rows.AsTracking().ToListAsync(stop);
        foreach (var row in found)
            foreach (var column in blanked) db.Entry(row).Property(column.Name).CurrentValue = column.Blank;
        await db.SaveChangesAsync(stop);
        return found.Count;
    }

    /// <summary>By the account's number, and by whatever else the register says rows are found by.</summary>
    private Expression<Func<T, bool>> IsOf(PersonKey person)
    {
        // Bodies of lambdas, so that the database gets parameters: what is sought must be in no text of a query.
        Expression<Func<int?>> id = () => person.AccountId;
        Expression<Func<string?>> address = () => person.Address;
        Expression<Func<string?>> hash = () => person.AddressHash;

        var row = Expression.Parameter(typeof(T), "row");
        var found = Columns.Where(c => c.Personal is not null).Select(c => (c.Property, Sought: c.Personal!.Finds switch
        {
            FoundBy.Address when person.Address is not null => address.Body,
            FoundBy.AddressHash when person.AddressHash is not null => hash.Body,
            _ => null,
        })).Where(c => c.Sought is not null).Select(c => Expression.Equal(Expression.Property(row, c.Property.PropertyInfo!), c.Sought!)).ToList();
        if (Account is not null) found.Insert(0, Expression.Equal(Expression.Convert(Expression.Property(row, Account.PropertyInfo!), typeof(int?)), id.Body));
        return Expression.Lambda<Func<T, bool>>(found.Count == 0 ? Expression.Constant(false) : found.Aggregate(Expression.OrElse), row);
    }
}
