using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Data.Common;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using IranDargah;

/// <summary>What the scenarios of all languages do not ask: options, handlers, cancellation, limits, redaction, and the
/// inbox in SQLite. A program of its own: `mono PackageTest.exe`.</summary>
public static class PackageTest
{
    private const string Token = "idg_test_OfTheTests";
    private static int passed;
    private static int failed;

    public static int Main()
    {
        RunAsync().GetAwaiter().GetResult();
        Console.WriteLine(passed + " passed, " + failed + " failed");
        return failed > 0 || passed == 0 ? 1 : 0;
    }

    /// <summary>Answers without a network, as a DelegatingHandler of a shop might.</summary>
    private sealed class Scripted : HttpMessageHandler
    {
        private readonly Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer;
        public int Asked;

        public Scripted(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
        {
            this.answer = answer;
        }

        public Scripted(string body) : this((request, token) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) })) { }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
        {
            Interlocked.Increment(ref Asked);
            return answer(request, token);
        }
    }

    private sealed class Passing : DelegatingHandler
    {
        public Passing(HttpMessageHandler inner) : base(inner) { }
    }

    // Stands for SocketsHttpHandler and its like, which this framework does not have.
    private sealed class Following : HttpMessageHandler
    {
        public bool AllowAutoRedirect { get; set; } = true;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
        {
            return Task.FromResult(new HttpResponseMessage());
        }
    }

    private static ClientOptions Options(HttpMessageHandler handler = null)
    {
        return new ClientOptions
        {
            Token = Token, Environment = GatewayEnvironment.Sandbox, Handler = handler, Retries = 0, OnWarning = warning => { },
        };
    }

    private static ClientOptions Changed(Action<ClientOptions> change)
    {
        var options = Options();
        change(options);
        return options;
    }

    private static async Task RunAsync()
    {
        Misused("a token of the other environment", () => Client(Changed(one => one.Environment = GatewayEnvironment.Production)));
        Misused("a token with a line break", () => Client(Changed(one => one.Token = Token + "\n")));
        Misused("a token with an invisible mark", () => Client(Changed(one => one.Token = Token + "\u200f")));
        Misused("no token", () => Client(Changed(one => one.Token = null)));
        Misused("an empty secret", () => Client(Changed(one => one.SecretKey = "")));
        Misused("a secret with a blank", () => Client(Changed(one => one.SecretKey = "x ")));
        Misused("the address of the other environment", () => Client(Changed(one => one.BaseUrl = "https://ipg.irandargah.com")));
        Misused("no address at all", () => Client(Changed(one => one.BaseUrl = "not an address")));
        Misused("a live token over plain HTTP", () => Client(Changed(one =>
        {
            one.Token = "idg_live_x";
            one.Environment = GatewayEnvironment.Production;
            one.BaseUrl = "http://127.0.0.1";
        })));
        Misused("no time at all", () => Client(Changed(one => one.Timeout = TimeSpan.Zero)));
        Misused("less than no pause", () => Client(Changed(one => one.MaxRetryDelay = TimeSpan.FromMilliseconds(-1))));
        Misused("a handler that follows redirects", () => Client(Options(new Passing(new HttpClientHandler()))));
        Misused("another handler that follows redirects", () => Client(Options(new Passing(new Following()))));
        Same("one that follows none is taken", true, Client(Options(new Following { AllowAutoRedirect = false })) != null);
        Same("a chain that ends in ours is taken", true, Client(Options(new Passing(ClientOptions.CreateHandler()))) != null);
        Same("options print no token", false, Options().ToString().Contains(Token));

        await MisusedAsync("an empty authority", client => client.GetPaymentAsync(""));
        await MisusedAsync("an authority of dots", client => client.GetPaymentAsync(".."));
        await MisusedAsync("a missing amount", client => client.CreatePaymentAsync(new PaymentRequest { OrderId = "1" }));
        await MisusedAsync("no order", client => client.CreatePaymentAsync(null));
        await MisusedAsync("half of a sign, for which the gateway would get another", client => client.CreatePaymentAsync(
            new PaymentRequest { Amount = Rials.Of(1000), OrderId = "1\ud800", CallbackUrl = "https://shop.example/" }));
        await MisusedAsync("what has no form in JSON", client => client.PrepareRequestAsync(
            new PrepareRequest { Method = "POST", Endpoint = "payments", Data = new Dictionary<string, object> { { "a", 0.1 } } }));
        await MisusedAsync("a key with a line break", client => client.CreatePaymentAsync(Order(), "a\r\nX-Evil: 1"));

        Money();
        await Failures();
        await Reading();
        Headers();
        await Inbox(new MemoryStore(), "in memory");
        var file = Path.GetTempFileName();
        try
        {
            await Inbox(Sqlite(file), "in SQLite");
            await Transaction(Sqlite(file), file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IranDargahClient Client(ClientOptions options) => new IranDargahClient(options);

    private static PaymentRequest Order()
    {
        return new PaymentRequest { Amount = Rials.Of(1000), OrderId = "1", CallbackUrl = "https://shop.example/" };
    }

    private static void Money()
    {
        Throws<ArgumentOutOfRangeException>("less than nothing", () => Rials.Of(-1));
        Throws<ArgumentOutOfRangeException>("a broken amount", () => Rials.Of(0.5m));
        Throws<ArgumentOutOfRangeException>("more than every reader holds", () => Rials.Of(9007199254740992));
        Throws<ArgumentOutOfRangeException>("tomans that overflow", () => Rials.OfToman(long.MaxValue));
        Throws<ArgumentOutOfRangeException>("a difference below nothing", () => (Rials.Of(1) - Rials.Of(2)).ToString());
        Throws<ArgumentOutOfRangeException>(
            "a sum that is too large", () => (Rials.Of(9007199254740991) + Rials.Of(1)).ToString());
        Same("rials add up", Rials.OfToman(3), Rials.Of(10) + Rials.Of(20));
        Same("tomans may have a fraction", 0.5m, Rials.Of(5).InToman);
    }

    private static async Task Failures()
    {
        var silent = new Scripted(async (request, token) =>
        {
            await Task.Delay(60000);
            return null;
        });
        var late = await FailedAsync(Changed(one => { one.Handler = silent; one.Timeout = TimeSpan.FromMilliseconds(200); }));
        Same("a handler that ignores its token is not waited for", ErrorCode.Timeout, late.Code);
        Same("it may have acted", true, late.MayHaveActed);

        using (var source = new CancellationTokenSource(200))
        {
            var aborted = await FailedAsync(Options(silent), source.Token);
            Same("a cancelled call is aborted", ErrorCode.Aborted, aborted.Code);
            Same("and may have acted", true, aborted.MayHaveActed);
            var before = await FailedAsync(Options(silent), source.Token);
            Same("what was cancelled before has not", false, before.MayHaveActed);
        }

        var broken = new Scripted((request, token) => { throw new InvalidOperationException("odd"); });
        var network = await FailedAsync(Changed(one => { one.Handler = broken; one.Retries = 2; one.MaxRetryDelay = TimeSpan.Zero; }));
        Same("whatever a handler throws is the network", ErrorCode.Network, network.Code);
        Same("and is tried again", 3, broken.Asked);

        var large = await FailedAsync(Changed(one => { one.Handler = new Scripted(new string(' ', 2000)); one.MaxAnswerBytes = 1000; }));
        Same("what is too large is not read", "unreadable too_large", large.Code + " " + large.Fault);

        foreach (var odd in new[] { "", "null", "[]", "{", "{\"data\":{\"a\":1e400}}", new string('[', 100000), "{\"success\":true}", "\"x\"" })
        {
            var failure = await FailedAsync(Options(new Scripted(odd)));
            Same("an odd answer is a failure", true, failure.Code == ErrorCode.Unreadable || failure.Code == ErrorCode.UnexpectedAnswer);
        }

        var refusal = await FailedAsync(Options(new Scripted(
            "{\"success\":false,\"error\":{\"code\":-2,\"message\":\"پیام\",\"type\":\"validation_error\","
            + "\"details\":{\"validation\":{\"mobile\":[\"09123456789\"]}}}}")));
        Same("its fields are told", "09123456789", refusal.Fields["mobile"].Single());
        Same("no text of it has the payer's data or the token", false, refusal.ToString().Contains("0912") || refusal.ToString().Contains(Token));
    }

    private static async Task<IranDargahException> FailedAsync(
        ClientOptions options, CancellationToken token = default(CancellationToken))
    {
        try
        {
            await Client(options).CreatePaymentAsync(Order(), null, token);
        }
        catch (IranDargahException error)
        {
            return error;
        }
        throw new Exception("It should have failed.");
    }

    private static async Task Reading()
    {
        const string body = "{\"success\":true,\"data\":{\"transaction\":{\"authority\":\"A\",\"amount\":\"250000\",\"ref_id\":12345678901234567890,"
            + "\"status\":\"refunded\",\"card_pan\":\"603799******1234\",\"tomorrow\":{\"a\":1}}}}";
        var payment = (await Client(Options(new Scripted(body))).GetPaymentAsync("A")).Transaction;
        Same("an amount that came as digits", Rials.Of(250000), payment.Amount.Value);
        Same("a reference that came as a number keeps its digits", "12345678901234567890", payment.RefId);
        Same("a status of tomorrow", "refunded", payment.Status);
        Same("a field of tomorrow", 1L, payment.GetObject("tomorrow").GetWhole("a").Value);
        Same("what did not come has no value", true, payment.CreatedAt == null);
        Same("printed without the payer's card", false, payment.ToString().Contains("603799"));
        Same("as JSON with it", true, payment.ToJson().Contains("603799"));
        var address = "";
        var listening = new Scripted((request, token) =>
        {
            address = request.RequestUri.PathAndQuery;
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(
                "{\"success\":true,\"data\":{\"transactions\":[1,{\"authority\":\"A\"}],\"pagination\":{\"total\":\"2\"}}}") });
        });
        var list = await Client(Options(listening)).ListTransactionsAsync(fromDate: "1404-01-01", page: 2);
        Same("a query has what was asked", "/v2/transactions?from_date=1404-01-01&page=2", address);
        Same("what is no row is left out", 1, list.Transactions.Count);
        Same("a number that came as digits", 2L, list.Pagination.Total.Value);
    }

    private static void Headers()
    {
        // HttpListener and System.Web have them so; this one is no event, and is refused for what it says.
        var headers = new NameValueCollection { { "x-webhook-signature", "a" }, { "X-Webhook-Signature", "b" } };
        Same("a header in two spellings", "header_doubled", Refused(() => Webhooks.VerifyWebhook(new byte[0], headers, "s")));
        var cgi = new Dictionary<string, string> { { "HTTP_X_WEBHOOK_SIGNATURE", "a" }, { "X-Webhook-Signature", "a" } };
        Same("a header and its variable", "header_doubled", Refused(() => Webhooks.VerifyWebhook(new byte[0], cgi, "s")));
        var empty = new Dictionary<string, string>();
        Throws<ConfigurationException>("no body", () => Webhooks.VerifyWebhook(null, empty, "s"));
        Throws<ConfigurationException>("no secret", () => Webhooks.VerifyWebhook(new byte[0], empty, new string[0]));
    }

    private static string Refused(Action action)
    {
        try
        {
            action();
            return "accepted";
        }
        catch (WebhookException refused)
        {
            return refused.Reason;
        }
    }

    private static DbConnection Connect(string file)
    {
        return new Mono.Data.Sqlite.SqliteConnection("Data Source=" + file + ";Default Timeout=30");
    }

    private static IWebhookStore Sqlite(string file)
    {
        var store = DatabaseStore.Sqlite(() => Connect(file));
        using (var connection = Connect(file))
        {
            connection.Open();
            var command = connection.CreateCommand();
            command.CommandText = store.CreateTable;
            command.ExecuteNonQuery();
        }
        return store;
    }

    private static async Task Inbox(IWebhookStore store, string where)
    {
        var none = CancellationToken.None;
        var lease = TimeSpan.FromSeconds(60);
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            number => Task.Run(() => store.ClaimAsync("one", "owner-" + number, lease, none))));
        Same("one of eight has the event " + where, 1, claims.Count(claim => claim == WebhookClaim.Claimed));
        Same("the others wait " + where, 7, claims.Count(claim => claim == WebhookClaim.Running));
        var owner = "owner-" + Array.IndexOf(claims, WebhookClaim.Claimed);
        Same("a stranger cannot finish it " + where, false, await store.FinishAsync("one", "stranger", null));
        await store.ReleaseAsync("one", "stranger");
        Same("nor release it " + where, WebhookClaim.Running, await store.ClaimAsync("one", "x", lease, none));
        await store.ReleaseAsync("one", owner);
        Same("what is given back is taken " + where, WebhookClaim.Claimed, await store.ClaimAsync("one", "x", TimeSpan.FromMilliseconds(50), none));
        await Task.Delay(120);
        Same("so is what its lease has left " + where, WebhookClaim.Claimed, await store.ClaimAsync("one", "y", lease, none));
        Same("whoever lost the lease cannot finish " + where, false, await store.FinishAsync("one", "x", null));
        Same("its owner can " + where, true, await store.FinishAsync("one", "y", null));
        Same("and again " + where, true, await store.FinishAsync("one", "y", null));
        await store.ReleaseAsync("one", "y");
        Same("what is done stays so " + where, WebhookClaim.Done, await store.ClaimAsync("one", "z", lease, none));
        Same("another event is another " + where, WebhookClaim.Claimed, await store.ClaimAsync("two", "z", lease, none));
    }

    private static async Task Transaction(IWebhookStore store, string file)
    {
        await store.ClaimAsync("three", "owner", TimeSpan.FromSeconds(60), CancellationToken.None);
        foreach (var commits in new[] { false, true })
        {
            using (var connection = Connect(file))
            {
                connection.Open();
                using (var transaction = connection.BeginTransaction())
                {
                    Same("finished within a transaction", true, await store.FinishAsync("three", "owner", transaction));
                    if (commits) transaction.Commit();
                    else transaction.Rollback();
                }
            }
            var claim = await store.ClaimAsync("three", "other", TimeSpan.FromSeconds(60), CancellationToken.None);
            Same("done with its commit", commits ? WebhookClaim.Done : WebhookClaim.Running, claim);
        }
    }

    private static void Misused(string what, Action action) => Throws<ConfigurationException>(what, action);

    private static async Task MisusedAsync(string what, Func<IranDargahClient, Task> call)
    {
        var handler = new Scripted("{}");
        Exception thrown = null;
        try
        {
            await call(Client(Options(handler)));
        }
        catch (Exception mistake)
        {
            thrown = mistake;
        }
        Same(what + " is misuse", true, thrown is ConfigurationException);
        Same(what + " is not sent", 0, handler.Asked);
    }

    private static void Throws<T>(string what, Action action) where T : Exception
    {
        Exception thrown = null;
        try
        {
            action();
        }
        catch (Exception mistake)
        {
            thrown = mistake;
        }
        Same(what + " is refused", true, thrown is T);
        if (thrown != null) Same(what + " tells no token", false, thrown.Message.Contains("OfTheTests"));
    }

    private static void Same<T>(string what, T expected, T found)
    {
        if (EqualityComparer<T>.Default.Equals(expected, found))
        {
            passed++;
            return;
        }
        failed++;
        Console.WriteLine("FAILED " + what + ": expected " + expected + ", found " + found);
    }
}
