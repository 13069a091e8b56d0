namespace NewsSite.Database;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    Waiting,
    Done,

    /// <summary>Tried for the last time; staff look at it.</summary>
    Dead,
}

/// <summary>
/// Work to be done after the change that asked for it: enqueued in that change's own transaction, so neither is there without the other.
/// Its effect is committed together with its end, so a job that ran twice has its effect once.
/// </summary>
public sealed class Job(string kind, string payload, DateTimeOffset createdAt, DateTimeOffset dueAt)
{
    public long Id { get; private set; }

    /// <summary>Names the work, such as `sign-in-letter`.</summary>
    public string Kind { get; private set; } = kind;

    /// <summary>JSON for the work to read. Emptied when the job is done, and gone with a dead one that is dropped: nothing of a person stays behind.</summary>
    public string Payload { get; internal set; } = payload;

    /// <summary>Two jobs of one key are one: the second is not enqueued. Null: each is its own.</summary>
    public string? Key { get; init; }
    public JobState State { get; internal set; } = JobState.Waiting;
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;
    public DateTimeOffset DueAt { get; internal set; } = dueAt;

    /// <summary>How often it was taken up.</summary>
    public int Attempts { get; internal set; }

    /// <summary>Until then it is somebody's; after that whoever took it has died.</summary>
    public DateTimeOffset? LeasedUntil { get; internal set; }

    /// <summary>Who took it: a runner's own random word.</summary>
    public string? LeasedBy { get; internal set; }

    /// <summary>What went wrong last, in words that hold nothing of a person.</summary>
    public string? LastFault { get; internal set; }
    public DateTimeOffset? EndedAt { get; internal set; }
}
