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
/// because no test framework for C# is needed for four checks: `mono VectorsTest.exe FOLDER-OF-THE-VECTORS`.
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

        public byte[] Body { get { return Convert.FromBase64String(BodyBase64); } }
        public DateTimeOffset Clock { get { return DateTimeOffset.FromUnixTimeSeconds(Now); } }
    }

    [DataContract]
    public sealed class VectorFile
    {
        [DataMember(Name = "vectors")] public List<Vector> Vectors { get; set; }
    }

    private static int passed;
    private static int failed;

    public static int Main(string[] arguments)
    {
        var folder = arguments[0];
        // The signer takes a time, so that what is no time, or one after the year 9999, cannot be signed at all.
        Each(folder, "requests", SignsRequest, vector => Regex.IsMatch(vector.Timestamp, @"\A[0-9]{1,11}\z"));
        Each(folder, "requests", vector => ExpectReason(vector, () => new RequestSigner(vector.Secret).Verify(
            vector.Method, vector.Endpoint, vector.Body, vector.Signature, vector.Timestamp, vector.Clock)));
        Each(folder, "responses", vector => ExpectReason(vector, () => new ResponseVerifier(vector.Secret).Verify(
            vector.Body, vector.Signature, vector.Timestamp, vector.Clock)));
        Each(folder, "webhooks", vector => ExpectReason(vector, () => new WebhookVerifier(vector.Secret).Verify(
            vector.Body, name => WebhookHeader(vector, name), vector.Clock)));
        Console.WriteLine(passed + " passed, " + failed + " failed");
        return failed > 0 || passed == 0 ? 1 : 0;
    }

    private static void Each(string folder, string file, Action<Vector> check, Func<Vector, bool> applies = null)
    {
        using (var stream = File.OpenRead(Path.Combine(folder, file + ".json")))
        {
            var vectors = ((VectorFile)new DataContractJsonSerializer(typeof(VectorFile)).ReadObject(stream)).Vectors;
            foreach (var vector in vectors.Where(applies ?? (vector => true)))
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
        };
        string value;
        return headers.TryGetValue(name, out value) && value != null ? new[] { value } : Enumerable.Empty<string>();
    }

    private static void ExpectReason(Vector vector, Action verify)
    {
        string reason = null;
        try
        {
            verify();
        }
        catch (SignatureRefusedException refused)
        {
            reason = Regex.Replace(refused.Reason.ToString(), "(?<!^)([A-Z])", "_$1").ToLowerInvariant();
        }
        ExpectEqual(vector.Reason, reason);
    }

    private static void ExpectEqual(string expected, string actual)
    {
        if (expected != actual) throw new Exception("expected " + (expected ?? "null") + ", got " + (actual ?? "null"));
    }
}
