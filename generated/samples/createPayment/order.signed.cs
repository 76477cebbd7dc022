using System;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;

public static class Program
{
    public static async Task Main()
    {
        var body = @"{""amount"":100000,""order_id"":""ORDER-12345"",""callback_url"":""https://merchant.com/callback"",""description"":""خرید محصول آزمایشی"",""mobile"":""09123456789""}";
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString();
        var message = "POST:payments:" + body + ":" + timestamp;
        var key = Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("IRANDARGAH_SECRET_KEY"));
        string signature;
        using (var hmac = new HMACSHA256(key))
        {
            var hash = hmac.ComputeHash(Encoding.UTF8.GetBytes(message));
            signature = BitConverter.ToString(hash).Replace("-", "").ToLowerInvariant();
        }

        using (var client = new HttpClient())
        using (var request = new HttpRequestMessage(HttpMethod.Post, "https://sandbox.irandargah.com/v2/payments"))
        {
            request.Headers.Add("Authorization", "Bearer " + Environment.GetEnvironmentVariable("IRANDARGAH_TOKEN"));
            request.Headers.Add("Idempotency-Key", "unique-key-123");
            request.Headers.Add("X-Timestamp", timestamp);
            request.Headers.Add("X-Signature", signature);
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine((int)response.StatusCode);
                Console.WriteLine(await response.Content.ReadAsStringAsync());
            }
        }
    }
}
