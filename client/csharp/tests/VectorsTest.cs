using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using IranDargah;
using Fields = System.Collections.Generic.Dictionary<string, object>;

/// <summary>
/// Every shared vector: signed to the same digits, accepted or refused for the same reason. A program of its own,
/// because no test framework for C# is needed for a few checks: `mono VectorsTest.exe FOLDER-OF-THE-VECTORS`.
/// </summary>
public static class VectorsTest
{
    /// <summary>The words of the vectors, and those of the package for them.</summary>
    private static readonly Dictionary<string, string[]> Words = new Dictionary<string, string[]>
    {
        { "headers_missing", new[] { "signature_missing", "timestamp_missing" } },
        { "event_mismatch", new[] { "event_differs" } },
        { "body_signature_mismatch", new[] { "signature_mismatch" } },
    };

    private static int passed;
    private static int failed;

    public static int Main(string[] arguments)
    {
        var folder = arguments[0];
        Each("requests", Read(folder, "requests").Where(vector => Text(vector, "expected") != null), SignsRequest);
        Each("responses", Read(folder, "responses"), vector => ExpectReason(vector, FaultOfResponse(vector)));
        Each("webhooks", Read(folder, "webhooks"), vector => ExpectReason(vector, ReasonOf(vector)));
        Each("webhooks by their bytes", Read(folder, "webhook-bodies"), JudgesByBytes);
        Each("hostile responses", Read(folder, "hostile", "responses"), vector => ExpectRefusal(vector, FaultOfResponse(vector)));
        Each("hostile webhooks", Read(folder, "hostile", "webhooks"), vector => ExpectRefusal(vector, ReasonOf(vector)));
        Console.WriteLine(passed + " passed, " + failed + " failed");
        return failed > 0 || passed == 0 ? 1 : 0;
    }

    private static List<Fields> Read(string folder, string file, string list = "vectors")
    {
        var all = (Fields)Json.Read(File.ReadAllText(Path.Combine(folder, file + ".json")));
        return ((List<object>)all[list]).Cast<Fields>().ToList();
    }

    private static string Text(Fields vector, string name)
    {
        object value;
        return vector.TryGetValue(name, out value) ? (string)value : null;
    }

    private static byte[] Body(Fields vector) => Convert.FromBase64String(Text(vector, "body_base64"));

    private static DateTimeOffset Clock(Fields vector) => DateTimeOffset.FromUnixTimeSeconds((long)(decimal)vector["now"]);

    private static void Each(string file, IEnumerable<Fields> vectors, Action<Fields> check)
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
                Console.WriteLine("FAILED " + file + ": " + Text(vector, "name") + ": " + fault.Message);
            }
        }
    }

    private static void SignsRequest(Fields vector)
    {
        var path = "/v2/" + Text(vector, "endpoint") + "?a=query";
        ExpectEqual(Text(vector, "expected"), Signatures.OfRequest(
            Text(vector, "secret"), Text(vector, "method"), path, Body(vector), Text(vector, "timestamp")));
    }

    private static string FaultOfResponse(Fields vector)
    {
        return Signatures.FaultOfResponse(
            Text(vector, "secret"), Text(vector, "signature"), Text(vector, "timestamp"), Body(vector), Clock(vector));
    }

    private static WebhookEvent Verified(Fields vector)
    {
        var headers = new Dictionary<string, string>
        {
            { "x-webhook-signature", Text(vector, "signature") },
            { "x-webhook-timestamp", Text(vector, "timestamp") },
            { "x-webhook-event", Text(vector, "event") },
            { "x-webhook-id", Text(vector, "id") ?? "event-1" },
        };
        return Webhooks.VerifyWebhook(Body(vector), headers, new[] { Text(vector, "secret") }, Clock(vector));
    }

    /// <summary>Why a webhook was refused; null when it was accepted.</summary>
    private static string ReasonOf(Fields vector)
    {
        try
        {
            Verified(vector);
            return null;
        }
        catch (WebhookException refused)
        {
            return refused.Reason;
        }
    }

    private static void JudgesByBytes(Fields vector)
    {
        ExpectReason(vector, ReasonOf(vector));
        if (!true.Equals(vector["valid"])) return;
        var handedOn = Verified(vector);
        ExpectEqual(Text(vector, "id"), handedOn.Id);
        ExpectEqual(Text(vector, "event"), handedOn.Event);
        ExpectEqual(Text(vector, "amount"), handedOn.Data.GetText("amount"));
    }

    private static void ExpectReason(Fields vector, string reason)
    {
        var expected = Text(vector, "reason");
        string[] words;
        if (expected != null && Words.TryGetValue(expected, out words) && words.Contains(reason)) return;
        ExpectEqual(expected, reason);
    }

    /// <summary>What no honest sender sends: for whatever reason, and never by failing in another way.</summary>
    private static void ExpectRefusal(Fields vector, string reason)
    {
        ExpectEqual(true.Equals(vector["valid"]) ? "accepted" : "refused", reason == null ? "accepted" : "refused");
    }

    private static void ExpectEqual(string expected, string actual)
    {
        if (expected != actual) throw new Exception("expected " + (expected ?? "null") + ", got " + (actual ?? "null"));
    }
}
