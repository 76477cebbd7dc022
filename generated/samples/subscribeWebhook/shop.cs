using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

public static class Program
{
    public static async Task Main()
    {
        var body = @"{
  ""url"": ""https://merchant.com/webhook"",
  ""events"": [
    ""payment.completed"",
    ""payment.failed""
  ],
  ""secret"": ""your_optional_secret_min_8_chars"",
  ""description"": ""وبهوک اصلی فروشگاه""
}";

        using (var client = new HttpClient())
        using (var request = new HttpRequestMessage(HttpMethod.Post, "https://sandbox.irandargah.com/v2/webhooks/subscribe"))
        {
            request.Headers.Add("Authorization", "Bearer " + Environment.GetEnvironmentVariable("IRANDARGAH_TOKEN"));
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine((int)response.StatusCode);
                Console.WriteLine(await response.Content.ReadAsStringAsync());
            }
        }
    }
}
