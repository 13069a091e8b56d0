namespace NewsSite.Import;
