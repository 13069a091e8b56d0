using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Database;
using NewsSite.Worker;

// A process that works off jobs, for the tests that kill it: PROVIDER CONNECTION LEASE-SECONDS TALLY-FILE.
// It says `ready`, begins when it is sent a line, and ends when its standard input does: a test run that is killed leaves none behind.
var services = new ServiceCollection();
services.AddLogging();
services.AddSingleton(TimeProvider.System);
services.AddNewsDb(new(Enum.Parse<Provider>(args[0]), args[1]), new Rooms(typeof(Job).Assembly));
services.AddJobs(new() { Lease = TimeSpan.FromSeconds(int.Parse(args[2], CultureInfo.InvariantCulture)) });
using var tally = new Tally(args[3]);
services.AddSingleton<IJobKind>(new Counted(tally));
services.AddSingleton<IJobKind>(new Halfway(tally));
await using var provider = services.BuildServiceProvider();

await using (var scope = provider.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<NewsDb>().Jobs.AnyAsync();
Console.WriteLine("ready");
if (Console.In.ReadLine() is null) return;

using var stop = new CancellationTokenSource();
var running = provider.GetRequiredService<JobRunner>().RunAsync(stop.Token);
await Task.WhenAny(running, Task.Run(Console.In.ReadToEnd));
await stop.CancelAsync();
await running;
