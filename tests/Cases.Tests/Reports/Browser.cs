using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Sci.Testing;

namespace Sci.Cases.Tests.Reports;

/// <summary>Chromium without a window, told what to do in its own protocol, and without a network.</summary>
/// <remarks>Chrome DevTools Protocol, https://chromedevtools.github.io/devtools-protocol.</remarks>
internal sealed class Browser : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder profile = new();
    private readonly Process process;
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource patience = new(Patience);
    private readonly List<JsonNode> events = [];
    private string? session;
    private int last;

    private Browser() => process = Process.Start(new ProcessStartInfo("chromium",
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run",
        "--remote-debugging-port=0", $"--user-data-dir={profile["profile"]}", "about:blank",
    ])
    {
        RedirectStandardError = true,
        RedirectStandardOutput = true,
    })!;

    /// <summary>What a page complained of, or asked the network for, since the browser began.</summary>
    public IEnumerable<string> Complaints => events.Select(Complaint).OfType<string>();

    /// <summary>Starts the browser with one empty page.</summary>
    public static async Task<Browser> Start()
    {
        var browser = new Browser();
        await browser.socket.ConnectAsync(await browser.Address(), browser.patience.Token);
        var page = await browser.Tell("Target.createTarget", new() { ["url"] = "about:blank" });
        var target = new JsonObject { ["targetId"] = (string)page["targetId"]!, ["flatten"] = true };
        browser.session = (string)(await browser.Tell("Target.attachToTarget", target))["sessionId"]!;
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" })
        {
            await browser.Tell($"{domain}.enable", []);
        }

        return browser;
    }

    /// <summary>Opens a file in a window of a width, in points.</summary>
    public async Task Open(string file, int width)
    {
        await Tell("Emulation.setDeviceMetricsOverride", new()
        {
            ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600,
        });
        events.RemoveAll(each => (string?)each["method"] == "Page.loadEventFired");
        await Tell("Page.navigate", new() { ["url"] = new Uri(file).AbsoluteUri });
        while (!events.Exists(each => (string?)each["method"] == "Page.loadEventFired"))
        {
            events.Add(await Receive());
        }
    }

    /// <summary>The value of an expression in the page.</summary>
    public async Task<T> Ask<T>(string expression)
    {
        var answer = await Tell("Runtime.evaluate", new()
        {
            ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true,
        });
        return answer["result"]!["value"]!.GetValue<T>();
    }

    /// <summary>The page as it is printed: <c>print</c>, or again as it is shown: <c>screen</c>.</summary>
    public async Task Show(string media) => await Tell("Emulation.setEmulatedMedia", new() { ["media"] = media });

    /// <summary>The whole page as an image in PNG.</summary>
    public async Task<byte[]> Screenshot() => Bytes(await Tell("Page.captureScreenshot", new()
    {
        ["captureBeyondViewport"] = true,
    }));

    /// <summary>The page on paper, in PDF.</summary>
    public async Task<byte[]> Print() =>
        Bytes(await Tell("Page.printToPDF", new() { ["paperWidth"] = 8.27, ["paperHeight"] = 11.69 }));

    public void Dispose()
    {
        socket.Dispose();
        patience.Dispose();
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        profile.Dispose();
    }

    private static byte[] Bytes(JsonNode answer) => Convert.FromBase64String((string)answer["data"]!);

    private static string? Complaint(JsonNode what)
    {
        var parameters = what["params"];
        return (string?)what["method"] switch
        {
            "Runtime.consoleAPICalled" => $"console: {parameters!["args"]}",
            "Runtime.exceptionThrown" => $"exception: {parameters!["exceptionDetails"]}",
            "Log.entryAdded" => $"log: {parameters!["entry"]!["text"]}",
            "Network.requestWillBeSent" when (string?)parameters!["request"]!["url"] is { } url
                && !url.StartsWith("file:", StringComparison.Ordinal) && !url.StartsWith(
                    "data:", StringComparison.Ordinal)
                => $"request: {url}",
            _ => null,
        };
    }

    private async Task<Uri> Address()
    {
        while (await process.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("DevTools listening on ", StringComparison.Ordinal))
            {
                // What it says later must not fill the pipe.
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return new Uri(line["DevTools listening on ".Length..]);
            }
        }

        throw new InvalidOperationException("chromium ended before it listened.");
    }

    private async Task<JsonNode> Tell(string method, JsonObject parameters)
    {
        var message = new JsonObject { ["id"] = ++last, ["method"] = method, ["params"] = parameters };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        var bytes = Encoding.UTF8.GetBytes(message.ToJsonString());
        await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, patience.Token);
        while (true)
        {
            var heard = await Receive();
            if ((int?)heard["id"] == last)
            {
                return heard["result"] ?? throw new InvalidOperationException($"{method}: {heard["error"]}");
            }

            events.Add(heard);
        }
    }

    private async Task<JsonNode> Receive()
    {
        using var message = new MemoryStream();
        var part = new byte[1 << 16];
        WebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(part, patience.Token);
            message.Write(part, 0, received.Count);
        }
        while (!received.EndOfMessage);
        return JsonNode.Parse(message.ToArray())!;
    }
}
