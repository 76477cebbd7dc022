using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using IranDargah;
using IranDargah.Signing;

/// <summary>One step of a payment with the generated client, as the argument says: create, verify AUTHORITY, or
/// webhook.</summary>
public static class Payment
{
    private static readonly long Amount = long.Parse(Variable("AMOUNT"));

    private static GatewayClient Client()
    {
        var http = new HttpClient(new SigningHandler(Variable("SECRET_KEY"), new HttpClientHandler()));
        return new GatewayClient(http, Variable("TOKEN"), Variable("SERVER"));
    }

    private static string Variable(string name)
    {
        return Environment.GetEnvironmentVariable(name);
    }

    private static Dictionary<string, string> Headers()
    {
        var settings = new DataContractJsonSerializerSettings { UseSimpleDictionaryFormat = true };
        var serializer = new DataContractJsonSerializer(typeof(Dictionary<string, string>), settings);
        using (var stream = new MemoryStream(Encoding.UTF8.GetBytes(Variable("WEBHOOK_HEADERS"))))
        {
            return (Dictionary<string, string>)serializer.ReadObject(stream);
        }
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
        var payment = await Client().CreatePaymentAsync(order, "key-of-the-order");
        return "payment " + payment.Data.Transaction.Authority;
    }

    private static async Task<string> Verify(string authority)
    {
        var verification = await Client().CreateVerificationAsync(
            new VerificationRequest { Authority = authority, Amount = Amount }, "key-of-the-verification");
        return "verification " + verification.Data.Verification.RefId;
    }

    private static string Webhook()
    {
        var headers = new Dictionary<string, string>(Headers(), StringComparer.OrdinalIgnoreCase);
        Func<string, IEnumerable<string>> header = name =>
        {
            string value;
            return headers.TryGetValue(name, out value) ? new[] { value } : null;
        };
        var body = Convert.FromBase64String(Variable("WEBHOOK_BODY"));
        var webhook = new WebhookVerifier(Variable("WEBHOOK_SECRET")).Verify(body, header, DateTimeOffset.UtcNow);
        var found = Regex.Match(webhook.Data, "\"authority\":\"([^\"]+)\"").Groups[1].Value;
        return "webhook " + webhook.Name + " " + found;
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
        catch (SignatureRefusedException refused)
        {
            var word = Regex.Replace(refused.Reason.ToString(), "(?<!^)([A-Z])", "_$1").ToLowerInvariant();
            Console.WriteLine("refused " + word);
        }
    }
}
