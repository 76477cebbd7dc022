using System;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;

public static class Program
{
    public static async Task Main()
    {
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString();
        var message = "GET:transactions/2025100121424146HC::" + timestamp;
        var key = Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("IRANDARGAH_SECRET_KEY"));
        string signature;
        using (var hmac = new HMACSHA256(key))
        {
            var hash = hmac.ComputeHash(Encoding.UTF8.GetBytes(message));
            signature = BitConverter.ToString(hash).Replace("-", "").ToLowerInvariant();
        }

        using (var client = new HttpClient())
        using (var request = new HttpRequestMessage(HttpMethod.Get, "https://sandbox.irandargah.com/v2/transactions/2025100121424146HC"))
        {
            request.Headers.Add("Authorization", "Bearer " + Environment.GetEnvironmentVariable("IRANDARGAH_TOKEN"));
            request.Headers.Add("X-Timestamp", timestamp);
            request.Headers.Add("X-Signature", signature);
            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine((int)response.StatusCode);
                Console.WriteLine(await response.Content.ReadAsStringAsync());
            }
        }
    }
}
