using NewsSite.Web.Commands;

return await CommandLine.RunAsync(args);
