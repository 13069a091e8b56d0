namespace NewsSite.Database;

/// <summary>One kind of job: what is done when a job of it comes due.</summary>
public interface IJobKind
{
    /// <summary>The word in <see cref="Job.Kind"/>.</summary>
    string Name { get; }

    /// <summary>
    /// Does what lies outside the database, and returns what is to change in it. That change and the job's end are one transaction, so it happens once however
    /// often this is called; what lies outside may happen again after a crash and must bear it (a letter keeps its Message-ID).
    /// </summary>
    /// <exception cref="JobRefusedException">Trying again cannot help.</exception>
    Task<Func<NewsDb, Task>> DoAsync(Job job, CancellationToken stop);
}

/// <summary>A job that cannot be done however often it is tried. The message is shown to staff and names nobody.</summary>
public sealed class JobRefusedException(string message) : Exception(message);
