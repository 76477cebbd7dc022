// One step of a payment by openapi-generator's C# client.
using System;
using Newtonsoft.Json;
using Org.OpenAPITools.Api;
using Org.OpenAPITools.Client;
using Org.OpenAPITools.Model;

public static class Program
{
    private static string Env(string name) => Environment.GetEnvironmentVariable(name);

    private static string Step(string word, string authority)
    {
        var amount = long.Parse(Env("AMOUNT"));
        var configuration = new Configuration { BasePath = Env("SERVER"), AccessToken = Env("TOKEN") };
        var payments = new PaymentsApi(configuration);
        switch (word)
        {
            case "create":
                var order = new PaymentRequest(amount, Env("ORDER_ID"), Env("CALLBACK_URL"));
                var created = payments.CreatePayment(order, "key-of-the-order");
                return $"created {created.Data.Transaction.Authority}";
            case "read":
                var payment = payments.GetPayment(authority).Data.Transaction;
                return $"payment {payment.Status} {payment.Amount}";
            default:
                var request = new VerificationRequest(authority, amount);
                var verification = new VerificationsApi(configuration).CreateVerification(request).Data.Verification;
                return $"verified {verification.RefId} {verification.Amount}";
        }
    }

    public static void Main(string[] words)
    {
        try
        {
            Console.WriteLine(Step(words[0], words.Length > 1 ? words[1] : ""));
        }
        catch (ApiException failure)
        {
            var answer = JsonConvert.DeserializeObject<ErrorResponse>((string)failure.ErrorContent);
            Console.WriteLine($"refused {answer.Error.Code}");
        }
    }
}
