using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text.RegularExpressions;
using IranDargah.Signing;

/// <summary>
/// Every shared vector: signed to the same digits, accepted or refused for the same reason. A program of its own,
/// because no test framework for C# is needed for a few checks: `mono VectorsTest.exe FOLDER-OF-THE-VECTORS`.
/// </summary>
public static class VectorsTest
{
    [DataContract]
    public sealed class Vector
    {
        [DataMember(Name = "name")] public string Name { get; set; }
        [DataMember(Name = "secret")] public string Secret { get; set; }
        [DataMember(Name = "method")] public string Method { get; set; }
        [DataMember(Name = "endpoint")] public string Endpoint { get; set; }
        [DataMember(Name = "event")] public string Event { get; set; }
        [DataMember(Name = "body_base64")] public string BodyBase64 { get; set; }
        [DataMember(Name = "timestamp")] public string Timestamp { get; set; }
        [DataMember(Name = "now")] public long Now { get; set; }
        [DataMember(Name = "expected")] public string Expected { get; set; }
        [DataMember(Name = "signature")] public string Signature { get; set; }
        [DataMember(Name = "reason")] public string Reason { get; set; }
        [DataMember(Name = "id")] public string Id { get; set; }
        [DataMember(Name = "amount")] public string Amount { get; set; }
        [DataMember(Name = "valid")] public bool Valid { get; set; }

        public byte[] Body { get { return Convert.FromBase64String(BodyBase64); } }
        public DateTimeOffset Clock { get { return DateTimeOffset.FromUnixTimeSeconds(Now); } }
    }

    [DataContract]
    public sealed class VectorFile
    {
        [DataMember(Name = "vectors")] public List<Vector> Vectors { get; set; }

        // Those of hostile.json.
        [DataMember(Name = "requests")] public List<Vector> Requests { get; set; }
        [DataMember(Name = "responses")] public List<Vector> Responses { get; set; }
        [DataMember(Name = "webhooks")] public List<Vector> Webhooks { get; set; }
    }

    private static int passed;
    private static int failed;

    public static int Main(string[] arguments)
    {
        var folder = arguments[0];
        // The signer takes a time, so that what is no time, or one after the year 9999, cannot be signed at all.
        Each("requests", Read(folder, "requests").Vectors.Where(vector => Regex.IsMatch(vector.Timestamp, @"\A[0-9]{1,11}\z")),
            SignsRequest);
        Each("requests", Read(folder, "requests").Vectors, vector => ExpectReason(vector, JudgeRequest));
        Each("responses", Read(folder, "responses").Vectors, vector => ExpectReason(vector, JudgeResponse));
        Each("webhooks", Read(folder, "webhooks").Vectors, vector => ExpectReason(vector, JudgeWebhook));
        Each("webhooks by their bytes", Read(folder, "webhook-bodies").Vectors, JudgesByBytes);
        var hostile = Read(folder, "hostile");
        Each("hostile requests", hostile.Requests, vector => ExpectRefusal(vector, JudgeRequest));
        Each("hostile responses", hostile.Responses, vector => ExpectRefusal(vector, JudgeResponse));
        Each("hostile webhooks", hostile.Webhooks, vector => ExpectRefusal(vector, JudgeWebhook));
        Console.WriteLine(passed + " passed, " + failed + " failed");
        return failed > 0 || passed == 0 ? 1 : 0;
    }

    private static VectorFile Read(string folder, string file)
    {
        using (var stream = File.OpenRead(Path.Combine(folder, file + ".json")))
        {
            return (VectorFile)new DataContractJsonSerializer(typeof(VectorFile)).ReadObject(stream);
        }
    }

    private static void Each(string file, IEnumerable<Vector> vectors, Action<Vector> check)
    {
        foreach (var vector in vectors)
        {
            try
            {
                check(vector);
                passed++;
            }
            catch (Exception fault)
            {
                failed++;
                Console.WriteLine("FAILED " + file + ": " + vector.Name + ": " + fault.Message);
            }
        }
    }

    private static void JudgeRequest(Vector vector)
    {
        new RequestSigner(vector.Secret).Verify(
            vector.Method, vector.Endpoint, vector.Body, vector.Signature, vector.Timestamp, vector.Clock);
    }

    private static void JudgeResponse(Vector vector)
    {
        new ResponseVerifier(vector.Secret).Verify(vector.Body, vector.Signature, vector.Timestamp, vector.Clock);
    }

    private static void JudgeWebhook(Vector vector)
    {
        VerifiedWebhook(vector);
    }

    private static WebhookEvent VerifiedWebhook(Vector vector)
    {
        return new WebhookVerifier(vector.Secret).Verify(
            vector.Body, name => WebhookHeader(vector, name), vector.Clock);
    }

    private static void JudgesByBytes(Vector vector)
    {
        ExpectReason(vector, JudgeWebhook);
        if (!vector.Valid) return;
        var handedOn = VerifiedWebhook(vector);
        ExpectEqual(vector.Id, handedOn.Id);
        ExpectEqual(vector.Event, handedOn.Name);
        ExpectEqual(vector.Amount, Regex.Match(handedOn.Data, "\"authority\":\"[^\"]*\",\"amount\":([^,}]*)").Groups[1].Value);
    }

    private static void SignsRequest(Vector vector)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(vector.Timestamp));
        var headers = new RequestSigner(vector.Secret).Headers(vector.Method, vector.Endpoint, vector.Body, at);
        ExpectEqual(vector.Expected, headers["X-Signature"]);
        ExpectEqual(vector.Timestamp, headers["X-Timestamp"]);
    }

    private static IEnumerable<string> WebhookHeader(Vector vector, string name)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            { "x-webhook-signature", vector.Signature },
            { "x-webhook-timestamp", vector.Timestamp },
            { "x-webhook-event", vector.Event },
            { "x-webhook-id", vector.Id },
        };
        string value;
        return headers.TryGetValue(name, out value) && value != null ? new[] { value } : Enumerable.Empty<string>();
    }

    /// <summary>Why it was refused; null when it was accepted.</summary>
    private static string ReasonOf(Vector vector, Action<Vector> judge)
    {
        try
        {
            judge(vector);
            return null;
        }
        catch (SignatureRefusedException refused)
        {
            return Regex.Replace(refused.Reason.ToString(), "(?<!^)([A-Z])", "_$1").ToLowerInvariant();
        }
    }

    private static void ExpectReason(Vector vector, Action<Vector> judge)
    {
        ExpectEqual(vector.Reason, ReasonOf(vector, judge));
    }

    /// <summary>What no honest sender sends: for whatever reason, and never by failing in another way.</summary>
    private static void ExpectRefusal(Vector vector, Action<Vector> judge)
    {
        ExpectEqual(vector.Valid ? "accepted" : "refused", ReasonOf(vector, judge) == null ? "accepted" : "refused");
    }

    private static void ExpectEqual(string expected, string actual)
    {
        if (expected != actual) throw new Exception("expected " + (expected ?? "null") + ", got " + (actual ?? "null"));
    }
}
