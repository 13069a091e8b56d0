namespace NewsSite.Articles;

/// <summary>The kind of work an article is. Readers see it: opinion must never pass for news.</summary>
public enum Kind
{
    News,
    Brief,
    Report,
    Analysis,
    Opinion,
    Explainer,
    Interview,
    Investigation,
    Feature,
    Review,
    Translation,
}

/// <summary>How far an article has come. Scheduled is published with a time that lies ahead.</summary>
public enum Status
{
    Draft,
    Desk,
    CopyEdit,
    FactCheck,
    Ready,
    Published,
    Withdrawn,
}

/// <summary>What a contributor did for an article.</summary>
public enum Role
{
    Author,
    Translator,
    Editor,
    Photographer,
    Illustrator,
    FactChecker,
    Researcher,
    Videographer,
}
