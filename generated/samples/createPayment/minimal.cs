using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

public static class Program
{
    public static async Task Main()
    {
        var body = @"{
  ""amount"": 100000,
  ""order_id"": ""TEST-001"",
  ""callback_url"": ""https://yoursite.com/callback""
}";

        using (var client = new HttpClient())
        using (var request = new HttpRequestMessage(HttpMethod.Post, "https://sandbox.irandargah.com/v2/payments"))
        {
            request.Headers.Add("Authorization", "Bearer " + Environment.GetEnvironmentVariable("IRANDARGAH_TOKEN"));
            request.Headers.Add("Idempotency-Key", "unique-key-123");
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine((int)response.StatusCode);
                Console.WriteLine(await response.Content.ReadAsStringAsync());
            }
        }
    }
}
