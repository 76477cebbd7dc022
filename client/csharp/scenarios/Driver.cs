// Plays a shop in C# with the public API of the package: a JSON question on each line of the input, an answer on each
// line of the output (client/test/scenarios/protocol.ts).
using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using IranDargah;
using Fields = System.Collections.Generic.Dictionary<string, object>;

public static class Driver
{
    private static readonly Dictionary<string, IranDargahClient> Clients = new Dictionary<string, IranDargahClient>();
    private static readonly Dictionary<string, IWebhookStore> Inboxes = new Dictionary<string, IWebhookStore>();

    private static object Value(Fields json, string name)
    {
        object value;
        return json.TryGetValue(name, out value) ? value : null;
    }

    private static string Text(Fields json, string name) => (string)Value(json, name);

    private static int Whole(Fields json, string name) => Convert.ToInt32(Value(json, name));

    private static Fields Object(Fields json, string name) => (Fields)Value(json, name);

    private static List<object> List(Fields json, string name) => ((IEnumerable)Value(json, name)).Cast<object>().ToList();

    private static Fields Told(string outcome) => new Fields { { "outcome", outcome } };

    private static Fields With(Fields told, string name, object value)
    {
        if (value != null) told[name] = value;
        return told;
    }

    /// <summary>An amount of whatever the question has; what is no number at all does not compile in a shop.</summary>
    private static Rials Amount(object value, bool inToman = false)
    {
        if (!(value is decimal)) throw new ArgumentException("No amount can be made of this.");
        return inToman ? Rials.OfToman((decimal)value) : Rials.Of((decimal)value);
    }

    private static StoredPayment Stored(Fields payment)
    {
        return new StoredPayment(Text(payment, "authority"), Amount(Value(payment, "amount")), Text(payment, "order_id"));
    }

    private static Fields Error(IranDargahException error)
    {
        long number;
        var code = long.TryParse(error.Code, out number) ? (object)number : error.Code;
        var told = new Fields { { "code", code }, { "may_have_acted", error.MayHaveActed } };
        With(told, "gateway_code", error.GatewayCode);
        With(told, "http_status", error.HttpStatus);
        With(told, "persian", error.Persian);
        With(told, "request_id", error.RequestId);
        With(told, "idempotency_key", error.IdempotencyKey);
        return With(told, "fields", error.Fields.Count == 0 ? null : error.Fields.ToDictionary(one => one.Key, one => (object)one.Value));
    }

    private static Fields MakeClient(Fields ask)
    {
        Clients[Text(ask, "name")] = new IranDargahClient(new ClientOptions
        {
            Token = Text(ask, "token"),
            SecretKey = Text(ask, "secret_key"),
            Environment = Text(ask, "environment") == "production" ? GatewayEnvironment.Production : GatewayEnvironment.Sandbox,
            BaseUrl = Text(ask, "base_url"),
            Timeout = TimeSpan.FromMilliseconds(Whole(ask, "timeout_ms")),
            Retries = Whole(ask, "retries"),
            OnWarning = warning => { },
        });
        return Told("ready");
    }

    private static async Task<Fields> Create(Fields ask)
    {
        var order = Object(ask, "order");
        var payment = new PaymentRequest
        {
            Amount = Amount(Value(order, "amount")),
            OrderId = Text(order, "order_id"),
            CallbackUrl = Text(order, "callback_url"),
        };
        var created = await Clients[Text(ask, "client")].CreatePaymentAsync(payment, Text(ask, "idempotency_key"));
        var told = With(Told("created"), "authority", created.Authority);
        return With(With(told, "gateway_url", created.GatewayUrl), "idempotency_key", created.IdempotencyKey);
    }

    private static async Task<Fields> Verify(Fields ask)
    {
        var outcome = await Clients[Text(ask, "client")].VerifyPaymentAsync(Stored(Object(ask, "payment")));
        var paid = outcome as PaymentOutcome.Paid;
        if (paid != null)
        {
            var told = With(With(Told("paid"), "ref_id", paid.RefId), "verified_at", paid.VerifiedAt);
            return With(told, "already_verified", paid.AlreadyVerified);
        }
        var notPaid = outcome as PaymentOutcome.NotPaid;
        if (notPaid != null)
        {
            var told = With(With(Told("not_paid"), "reason", notPaid.Reason), "final", notPaid.IsFinal);
            return With(told, "error", Error(notPaid.Error));
        }
        var mismatch = outcome as PaymentOutcome.Mismatch;
        return mismatch != null
            ? With(Told("mismatch"), "error", Error(mismatch.Error))
            : With(Told("unknown"), "error", Error(((PaymentOutcome.Unknown)outcome).Error));
    }

    /// <summary>The operations that take an authority or nothing; the scenarios ask for no other.</summary>
    private static async Task<Fields> Call(Fields ask)
    {
        var client = Clients[Text(ask, "client")];
        var operation = Text(ask, "operation");
        var method = typeof(IranDargahClient).GetMethod(char.ToUpperInvariant(operation[0]) + operation.Substring(1) + "Async");
        var given = method.GetParameters().Select(
            parameter => parameter.Name == "authority" ? Value(ask, "input")
                : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null).ToArray();
        var task = (Task)method.Invoke(client, given);
        await task;
        var data = (GatewayData)task.GetType().GetProperty("Result").GetValue(task);
        return With(Told("ok"), "data", Json.Read(data.ToJson()));
    }

    private static async Task<Fields> Callback(Fields ask)
    {
        var stored = Object(ask, "stored");
        var callback = await Callbacks.ReadCallbackAsync(
            Text(ask, "method"), Text(ask, "query"), Text(ask, "body"),
            authority => Task.FromResult(stored == null ? null : Stored(stored)));
        switch (callback.Claim)
        {
            case CallbackClaim.AwaitingVerification: return With(Told("callback"), "claim", "awaiting_verification");
            case CallbackClaim.NotPaid: return With(Told("callback"), "claim", "not_paid");
            default: return With(Told("callback"), "claim", callback.Claim.ToString().ToLowerInvariant());
        }
    }

    /// <summary>The event of a delivery, its headers as a framework gives them.</summary>
    private static WebhookEvent Verified(Fields delivery, string form, IEnumerable<object> secrets)
    {
        var body = Convert.FromBase64String(Text(delivery, "body"));
        var headers = List(delivery, "headers").Select(pair => ((IEnumerable)pair).Cast<string>().ToList())
            .Select(pair => new KeyValuePair<string, string>(pair[0], pair[1])).ToList();
        var keys = secrets.Cast<string>().ToArray();
        switch (form)
        {
            case "lower":
                return Webhooks.VerifyWebhook(body, headers.Select(
                    pair => new KeyValuePair<string, string>(pair.Key.ToLowerInvariant(), pair.Value)), keys);
            case "lists":
                return Webhooks.VerifyWebhook(body, headers.Select(
                    pair => new KeyValuePair<string, string[]>(pair.Key, new[] { pair.Value })), keys);
            case "cgi":
                return Webhooks.VerifyWebhook(body, headers.Select(pair => new KeyValuePair<string, string>(
                    "HTTP_" + pair.Key.ToUpperInvariant().Replace('-', '_'), pair.Value)), keys);
            default:
                return Webhooks.VerifyWebhook(body, headers, keys);
        }
    }

    private static Fields Webhook(Fields ask)
    {
        var webhook = Verified(ask, Text(ask, "form"), List(ask, "secrets"));
        var told = With(With(Told("event"), "event", webhook.Event), "id", webhook.Id);
        return With(With(told, "timestamp", webhook.Timestamp), "data", Json.Read(webhook.Data.ToJson()));
    }

    private static async Task<Fields> Deliver(Fields ask)
    {
        var name = Text(ask, "inbox");
        if (!Inboxes.ContainsKey(name)) Inboxes[name] = new MemoryStore();
        var handler = Object(ask, "handler");
        var runs = 0;
        Func<WebhookEvent, Task> handle = async webhook =>
        {
            var fails = System.Threading.Interlocked.Increment(ref runs) <= Whole(handler, "failures");
            await Task.Delay(Whole(handler, "takes_ms"));
            if (fails) throw new InvalidOperationException("the database is away");
        };
        var lease = TimeSpan.FromMilliseconds(Whole(ask, "lease_ms"));
        var answers = List(ask, "deliveries").Cast<Fields>().Select(
            delivery => Answer(delivery, List(ask, "secrets"), Inboxes[name], handle, lease));
        return With(With(Told("delivered"), "answers", await Task.WhenAll(answers.ToList())), "runs", runs);
    }

    private static async Task<int> Answer(
        Fields delivery, List<object> secrets, IWebhookStore inbox, Func<WebhookEvent, Task> handle, TimeSpan lease)
    {
        await Task.Delay(Whole(delivery, "after_ms"));
        try
        {
            return await Webhooks.HandleOnceAsync(Verified(delivery, "map", secrets), inbox, handle, lease);
        }
        catch (WebhookException)
        {
            return 401;
        }
        catch (InvalidOperationException)
        {
            return 500;
        }
    }

    private static async Task<Fields> Tell(Fields ask)
    {
        switch (Text(ask, "do"))
        {
            case "client": return MakeClient(ask);
            case "create": return await Create(ask);
            case "verify": return await Verify(ask);
            case "call": return await Call(ask);
            case "callback": return await Callback(ask);
            case "webhook": return Webhook(ask);
            case "deliver": return await Deliver(ask);
            default:
                return With(Told("amount"), "rials", Amount(Value(ask, "value"), Text(ask, "unit") == "toman").Value);
        }
    }

    private static async Task<Fields> TellAnything(Fields ask)
    {
        try
        {
            return await Tell(ask);
        }
        catch (RefusedException refused)
        {
            return With(Told("refused"), "reason", refused.Reason);
        }
        catch (IranDargahException failed)
        {
            return With(Told("error"), "error", Error(failed));
        }
        catch (Exception mistake) when (mistake is ConfigurationException || mistake is ArgumentException)
        {
            return With(Told("misuse"), "message", mistake.Message);
        }
    }

    public static void Main()
    {
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        for (var line = input.ReadLine(); line != null; line = input.ReadLine())
        {
            var told = TellAnything((Fields)Json.Read(line)).GetAwaiter().GetResult();
            output.WriteLine(Json.Write(told));
        }
    }
}
