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

/// <summary>A payment and its verification with the generated client, a forged signature, and a webhook.</summary>
public static class Payment
{
    private static GatewayClient ClientFor(string token)
    {
        var http = new HttpClient(new SigningHandler(Variable("SECRET_KEY"), new HttpClientHandler()));
        return new GatewayClient(http, token, Variable("SERVER"));
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

    public static void Main()
    {
        Pay().GetAwaiter().GetResult();
    }

    private static async Task Pay()
    {
        var order = new PaymentRequest
        {
            Amount = 4000000000,
            OrderId = "ORDER-12345",
            CallbackUrl = "https://yoursite.com/callback",
            Description = "کتاب «شاهنامه» \"جلد ۱\"، C:\\books\nنسخهٔ نفیس 📚",
        };

        var client = ClientFor(Variable("TOKEN"));
        var payment = await client.CreatePaymentAsync(order, "key-of-the-order");
        var authority = payment.Data.Transaction.Authority;
        Console.WriteLine("payment " + authority);
        var verification = await client.CreateVerificationAsync(
            new VerificationRequest { Authority = authority, Amount = 4000000000 }, "key-of-the-verification");
        Console.WriteLine("verification " + verification.Data.Verification.RefId);

        try
        {
            await ClientFor(Variable("FORGED_TOKEN")).CreatePaymentAsync(order, "key-of-the-order");
            Console.WriteLine("forged answer believed");
        }
        catch (SignatureRefusedException refused)
        {
            var word = Regex.Replace(refused.Reason.ToString(), "(?<!^)([A-Z])", "_$1").ToLowerInvariant();
            Console.WriteLine("forged answer " + word);
        }

        var headers = new Dictionary<string, string>(Headers(), StringComparer.OrdinalIgnoreCase);
        Func<string, IEnumerable<string>> header = name =>
        {
            string value;
            return headers.TryGetValue(name, out value) ? new[] { value } : null;
        };
        var body = Convert.FromBase64String(Variable("WEBHOOK_BODY"));
        var webhook = new WebhookVerifier(Variable("WEBHOOK_SECRET")).Verify(body, header, DateTimeOffset.UtcNow);
        var found = Regex.Match(webhook.Data, "\"authority\":\"([^\"]+)\"").Groups[1].Value;
        Console.WriteLine("webhook " + webhook.Name + " " + found);
    }
}
