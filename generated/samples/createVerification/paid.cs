using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;

public static class Program
{
    public static async Task Main()
    {
        var body = @"{
  ""authority"": ""2025100121424146HC"",
  ""amount"": 100000
}";

        using (var client = new HttpClient())
        using (var request = new HttpRequestMessage(HttpMethod.Post, "https://sandbox.irandargah.com/v2/verifications"))
        {
            request.Headers.Add("Authorization", "Bearer " + Environment.GetEnvironmentVariable("IRANDARGAH_TOKEN"));
            request.Headers.Add("Idempotency-Key", "verification-key-123");
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine((int)response.StatusCode);
                Console.WriteLine(await response.Content.ReadAsStringAsync());
            }
        }
    }
}
