using System;
using System.Linq;
using System.Threading.Tasks;
using IranDargah;
using Fields = System.Collections.Generic.Dictionary<string, object>;

/// <summary>One step of a payment with the package, as the argument says: create, verify AUTHORITY, or webhook.</summary>
public static class Payment
{
    private static readonly Rials Amount = Rials.Of(long.Parse(Variable("AMOUNT")));

    private static IranDargahClient Client()
    {
        return new IranDargahClient(new ClientOptions
        {
            Token = Variable("TOKEN"),
            SecretKey = Variable("SECRET_KEY"),
            Environment = GatewayEnvironment.Sandbox,
            BaseUrl = Variable("SERVER"),
            // The tests count the requests.
            Retries = 0,
        });
    }

    private static string Variable(string name)
    {
        return Environment.GetEnvironmentVariable(name);
    }

    private static async Task<string> Create()
    {
        var order = new PaymentRequest
        {
            Amount = Amount,
            OrderId = "ORDER-12345",
            CallbackUrl = "https://yoursite.com/callback",
            Description = "کتاب «شاهنامه» \"جلد ۱\"، C:\\books\nنسخهٔ نفیس 📚",
        };
        return "payment " + (await Client().CreatePaymentAsync(order, "key-of-the-order")).Authority;
    }

    private static async Task<string> Verify(string authority)
    {
        var data = await Client().CreateVerificationAsync(
            new VerificationRequest { Authority = authority, Amount = Amount }, "key-of-the-verification");
        return "verification " + data.Verification.RefId;
    }

    private static string Webhook()
    {
        var headers = ((Fields)Json.Read(Variable("WEBHOOK_HEADERS"))).ToDictionary(one => one.Key, one => (string)one.Value);
        var body = Convert.FromBase64String(Variable("WEBHOOK_BODY"));
        var webhook = Webhooks.VerifyWebhook(body, headers, Variable("WEBHOOK_SECRET"));
        return "webhook " + webhook.Event + " " + webhook.Data.GetText("authority");
    }

    private static async Task<string> Step(string[] arguments)
    {
        switch (arguments[0])
        {
            case "create": return await Create();
            case "verify": return await Verify(arguments[1]);
            case "webhook": return Webhook();
            default: throw new ArgumentException(arguments[0]);
        }
    }

    public static void Main(string[] arguments)
    {
        try
        {
            Console.WriteLine(Step(arguments).GetAwaiter().GetResult());
        }
        catch (WebhookException refused)
        {
            Console.WriteLine("refused " + refused.Reason);
        }
        catch (IranDargahException failed) when (failed.Code == ErrorCode.Untrusted)
        {
            Console.WriteLine("refused " + failed.Fault);
        }
    }
}
