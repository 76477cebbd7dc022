using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Runtime.Serialization.Json;
using System.Threading.Tasks;
using IranDargah;
using IranDargah.Signing;

/// <summary>Makes every call of CASES with the generated client, and prints in one line what a shop reads of each
/// answer.</summary>
public static class Tolerance
{
    private const string Authority = "2025100121424146HC";

    private static string Variable(string name)
    {
        return Environment.GetEnvironmentVariable(name);
    }

    private static async Task<object[]> Call(string operation, GatewayClient client)
    {
        switch (operation)
        {
            case "createPayment":
            {
                var order = new PaymentRequest
                {
                    Amount = 100000, OrderId = "ORDER-12345", CallbackUrl = "https://shop.example/",
                };
                var transaction = (await client.CreatePaymentAsync(order, "key")).Data.Transaction;
                return new object[] { transaction.Authority, transaction.GatewayUrl };
            }
            case "getPayment":
            {
                var transaction = (await client.GetPaymentAsync(Authority)).Data.Transaction;
                return new object[] { transaction.Authority, transaction.Status, transaction.Amount };
            }
            case "createVerification":
            {
                var request = new VerificationRequest { Authority = Authority, Amount = 100000 };
                var data = (await client.CreateVerificationAsync(request)).Data;
                var verification = data.Verification;
                return new object[]
                {
                    verification.RefId, verification.Authority, verification.Amount, verification.VerifiedAt,
                    data.Meta?.ProcessingTimeMs,
                };
            }
            case "getVerification":
            {
                var verification = (await client.GetVerificationAsync(Authority)).Data.Verification;
                return new object[]
                {
                    verification?.RefId, verification?.Authority, verification?.Amount, verification?.VerifiedAt,
                };
            }
            case "listTransactions":
            {
                var data = (await client.ListTransactionsAsync()).Data;
                var statuses = data.Transactions.Select(transaction => transaction.Status).ToList();
                return new object[] { statuses.Count, string.Join(",", statuses), data.Pagination.Total };
            }
            case "listWebhookEvents":
                return new object[] { (await client.ListWebhookEventsAsync()).Data.Events["payment.disputed"] };
            default:
            {
                var subscription = new WebhookSubscriptionRequest
                {
                    Url = "https://shop.example/", Events = new List<string> { "payment.completed" },
                };
                var webhook = (await client.SubscribeWebhookAsync(subscription)).Data.Webhook;
                return new object[] { webhook.Id, string.Join(",", webhook.Events) };
            }
        }
    }

    private static object[] Receive(byte[] body, byte[] names)
    {
        var settings = new DataContractJsonSerializerSettings { UseSimpleDictionaryFormat = true };
        var serializer = new DataContractJsonSerializer(typeof(Dictionary<string, string>), settings);
        var headers = (Dictionary<string, string>)serializer.ReadObject(new System.IO.MemoryStream(names));
        Func<string, IEnumerable<string>> header = name =>
            headers.TryGetValue(name, out var value) ? new[] { value } : null;
        new WebhookVerifier(Variable("WEBHOOK_SECRET")).Verify(body, header, DateTimeOffset.UtcNow);
        var received = Json.Read<PaymentCompletedEvent>(body);
        return new object[] { received.Event, received.Data.Authority, received.Data.Amount };
    }

    /// <summary>A value as text; what is empty, zero or null has none.</summary>
    private static string Shown(object value)
    {
        return value == null || value.Equals("") || value.Equals(0L) ? "-" : value.ToString();
    }

    private static async Task<string> Outcome(string[] parts)
    {
        try
        {
            var values = parts[0] == "delivery"
                ? Receive(Convert.FromBase64String(parts[2]), Convert.FromBase64String(parts[3]))
                : await Call(parts[0], new GatewayClient(new HttpClient(), parts[1], Variable("SERVER")));
            return string.Join(" ", values.Select(Shown));
        }
        catch (GatewayException refused)
        {
            var error = refused.Answer?.Error;
            return "error " + refused.Status + " " + Shown(error?.Code) + " " + Shown(error?.Type);
        }
        catch (Exception fault)
        {
            return "threw " + fault.GetType().Name + ": " + fault.Message.Split('\n')[0];
        }
    }

    public static void Main(string[] arguments)
    {
        foreach (var line in Variable("CASES").Split('\n'))
        {
            Console.WriteLine(Outcome(line.Split('\t')).GetAwaiter().GetResult());
        }
    }
}
