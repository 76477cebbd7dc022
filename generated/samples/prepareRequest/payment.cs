using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

public static class Program
{
    public static async Task Main()
    {
        var body = @"{
  ""method"": ""POST"",
  ""endpoint"": ""payments"",
  ""data"": {
    ""amount"": 100000,
    ""callback_url"": ""https://yoursite.com/callback"",
    ""order_id"": ""ORDER-12345""
  }
}";

        using (var client = new HttpClient())
        using (var request = new HttpRequestMessage(HttpMethod.Post, "https://sandbox.irandargah.com/api/prepare-request"))
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
