using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using IranDargah;
using Fields = System.Collections.Generic.Dictionary<string, object>;

/// <summary>Makes every call of CASES with the package, and prints in one line what a shop reads of each answer.</summary>
public static class Tolerance
{
    private const string Authority = "2025100121424146HC";
    private static readonly Rials Amount = Rials.Of(100000);

    private static string Variable(string name)
    {
        return Environment.GetEnvironmentVariable(name);
    }

    private static async Task<object[]> Call(string operation, IranDargahClient client)
    {
        switch (operation)
        {
            case "createPayment":
            {
                var order = new PaymentRequest
                {
                    Amount = Amount, OrderId = "ORDER-12345", CallbackUrl = "https://shop.example/",
                };
                var created = await client.CreatePaymentAsync(order);
                return new object[] { created.Authority, created.GatewayUrl };
            }
            case "getPayment":
            {
                var transaction = (await client.GetPaymentAsync(Authority)).Transaction;
                return new object[] { transaction.Authority, transaction.Status, transaction.Amount?.Value };
            }
            case "createVerification":
            {
                var data = await client.CreateVerificationAsync(
                    new VerificationRequest { Authority = Authority, Amount = Amount });
                var verification = data.Verification;
                return new object[]
                {
                    verification.RefId, verification.Authority, verification.Amount?.Value, verification.VerifiedAt,
                    data.Meta?.ProcessingTimeMs,
                };
            }
            case "getVerification":
            {
                var verification = (await client.GetVerificationAsync(Authority)).Verification;
                return new object[]
                {
                    verification.RefId, verification.Authority, verification.Amount?.Value, verification.VerifiedAt,
                };
            }
            case "listTransactions":
            {
                var data = await client.ListTransactionsAsync();
                var statuses = string.Join(",", data.Transactions.Select(transaction => transaction.Status));
                return new object[] { data.Transactions.Count, statuses, data.Pagination.Total };
            }
            case "listWebhookEvents":
                return new object[] { (await client.ListWebhookEventsAsync()).Events["payment.disputed"] };
            default:
            {
                var webhook = (await client.SubscribeWebhookAsync(new WebhookSubscriptionRequest
                {
                    Url = "https://shop.example/", Events = new[] { EventName.PaymentCompleted },
                })).Webhook;
                return new object[] { webhook.Id, string.Join(",", webhook.Events) };
            }
        }
    }

    private static object[] Receive(byte[] body, byte[] names)
    {
        var headers = ((Fields)Json.Read(Encoding.UTF8.GetString(names))).ToDictionary(one => one.Key, one => (string)one.Value);
        var received = Webhooks.VerifyWebhook(body, headers, Variable("WEBHOOK_SECRET"));
        return new object[] { received.Name, received.Data.GetText("authority"), received.Data.GetAmount("amount")?.Value };
    }

    private static string Shown(object value)
    {
        return value == null || value.Equals("") ? "-" : value.ToString();
    }

    private static async Task<string> Outcome(string[] parts)
    {
        try
        {
            if (parts[0] == "delivery")
            {
                var received = Receive(Convert.FromBase64String(parts[2]), Convert.FromBase64String(parts[3]));
                return string.Join(" ", received.Select(Shown));
            }
            using (var client = new IranDargahClient(new ClientOptions
            {
                Token = parts[1], Environment = GatewayEnvironment.Sandbox, BaseUrl = Variable("SERVER"), Retries = 0,
            }))
            {
                return string.Join(" ", (await Call(parts[0], client)).Select(Shown));
            }
        }
        catch (IranDargahException failed)
        {
            if (failed.GatewayCode != null) return "error " + failed.HttpStatus + " " + failed.GatewayCode + " " + failed.Type;
            return failed.Code == ErrorCode.Unreadable ? "error " + failed.HttpStatus + " - -" : "refused " + failed.Code;
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
