// Reads an answer that has been found authentic: a success, or an error by its code.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace IranDargah
{
    /// <summary>What was asked, as far as the answer has to agree with it.</summary>
    internal sealed class Question
    {
        public Operation Operation { get; set; }

        /// <summary>Behind the base address, with its query.</summary>
        public string Path { get; set; }

        /// <summary>The authority in the path or in the body, if there is one.</summary>
        public string Authority { get; set; }

        /// <summary>The body, if there is one.</summary>
        public JsonObject Fields { get; set; }

        /// <summary>Its exact bytes, the same at each attempt.</summary>
        public byte[] Bytes { get; set; } = new byte[0];

        public string IdempotencyKey { get; set; }

        public bool IsLive { get; set; }
    }

    /// <summary>An answer that came in full.</summary>
    internal sealed class RawAnswer
    {
        public int Status { get; set; }

        public byte[] Bytes { get; set; }

        public JsonObject Body { get; set; }

        /// <summary>The value of a header, empty when it is missing.</summary>
        public Func<string, string> Header { get; set; }
    }

    internal static class Answers
    {
        /// <summary>The code of an error, wherever the body says it; null in a success and in a body that has none.</summary>
        public static long? CodeOf(JsonObject body)
        {
            var own = JsonNumber.Whole(body.GetObject("error")?.Get("code"));
            return own ?? (true.Equals(body.Get("success")) ? null : JsonNumber.Whole(body.Get("status_code")));
        }

        /// <summary>The body of a success.</summary>
        /// <exception cref="IranDargahException">It is none: told by its code, if the body has one.</exception>
        public static JsonObject Read(Question question, RawAnswer answer, DateTimeOffset now)
        {
            var body = answer.Body;
            var data = body?.GetObject("data");
            var meta = body?.Get("meta") as JsonObject ?? data?.GetObject("meta");
            var requestId = meta?.GetText("request_id");
            Func<IranDargahException, long?, IranDargahException> traced = (failure, number) =>
            {
                failure.RequestId = requestId;
                failure.RetryAfter = RetryAfter(answer, now, number);
                return failure;
            };
            Func<string, string, IranDargahException> unusable = (word, why) =>
                traced(IranDargahException.Unusable(question, word, why, answer.Status), null);
            if (body == null) throw unusable(ErrorCode.Unreadable, "not_json");
            if (NamesAnotherRequest(question.IdempotencyKey, body)) throw unusable(ErrorCode.UnexpectedAnswer, "other_request");
            var code = CodeOf(body);
            var error = body.GetObject("error") ?? new JsonObject();
            var isSuccess = answer.Status >= 200 && answer.Status < 300;
            var failed = false.Equals(body.Get("success")) || error.Get("code") != null || !isSuccess;
            if (!failed && question.Operation.Data == null) return body;
            if (!failed && true.Equals(body.Get("success")) && data != null)
            {
                var fault = FaultOf(question, data);
                return fault == null ? body : throw unusable(ErrorCode.UnexpectedAnswer, fault);
            }
            if (!failed || code == null) throw unusable(ErrorCode.UnexpectedAnswer, "undocumented");
            var details = error.GetObject("details") ?? new JsonObject();
            var known = DocumentedError(question.Operation, code.Value, error, details);
            var refusal = IranDargahException.Refusal(question, known, code.Value, error.GetText("type"), answer.Status);
            refusal.Persian = error.Get("message") == null ? body.GetText("message") : error.GetText("message");
            refusal.Reason = details.GetText("reason");
            refusal.Fields = FieldsOf(details);
            throw traced(refusal, code);
        }

        private static IReadOnlyDictionary<string, IReadOnlyList<string>> FieldsOf(JsonObject details)
        {
            var fields = details.GetObject("validation") ?? new JsonObject();
            return fields.ToDictionary(
                field => field.Key,
                field => (IReadOnlyList<string>)(field.Value as List<object> ?? new List<object> { field.Value })
                    .OfType<string>().ToList());
        }

        /// <summary>How long the gateway asks to wait; the end of the window serves only after a rate limit that names no
        /// time.</summary>
        private static TimeSpan? RetryAfter(RawAnswer answer, DateTimeOffset now, long? code)
        {
            var after = answer.Header(Facts.RetryAfterHeader);
            double seconds = 0;
            var digits = Regex.Match(after, @"\A\s*([0-9]{1,9})");
            if (digits.Success) seconds = Number(digits.Groups[1].Value);
            else if (DateTimeOffset.TryParse(after, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            {
                seconds = (moment - now).TotalSeconds;
            }
            var isLimited = code == Facts.Errors.First(one => one.Name == "ErrorRateLimited").Code || answer.Status == 429;
            var end = Regex.Match(isLimited ? answer.Header(Facts.RateLimitResetHeader) : "", @"\A\s*([0-9]{1,11})");
            if (seconds == 0 && end.Success) seconds = Number(end.Groups[1].Value) - now.ToUnixTimeMilliseconds() / 1000.0;
            return seconds > 0 ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        }

        private static double Number(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

        /// <summary>The documented error that a code is. Only the faces of a code that has several are told apart, by type
        /// and details; the HTTP status has no say (docs/decisions/0081).</summary>
        private static ErrorFact DocumentedError(Operation operation, long code, JsonObject error, JsonObject details)
        {
            var faces = operation.Errors
                .Select(name => Facts.Errors.First(one => one.Name == name))
                .Where(one => one.Code == code).ToList();
            var type = details.ContainsKey("reason")
                ? Facts.Errors.First(one => one.Name == "ErrorStateForbids").Type
                : error.Get("type") as string;
            return faces.LastOrDefault(one => one.Type == type) ?? faces.LastOrDefault();
        }

        /// <summary>Why a success cannot be taken for the answer to this question: signatures cover neither path nor
        /// request.</summary>
        private static string FaultOf(Question question, JsonObject data)
        {
            var operation = question.Operation;
            foreach (var needed in operation.Data)
            {
                var value = data.Get(needed.Key);
                var fits = needed.Value == "object" ? value is JsonObject
                    : needed.Value == "array" ? value is List<object>
                    : value != null;
                if (!fits) return "undocumented";
            }
            var first = operation.Data.Keys.FirstOrDefault();
            var subject = data.GetObject(first ?? "refund");
            if (subject != null && (question.Authority != null || operation == Facts.CreatePayment))
            {
                // What is only assumed of an operation cannot be missed in its answer.
                var named = subject.GetText("authority");
                if (named == null && !operation.Undocumented) return "undocumented";
                if (named != null && question.Authority != null && named != question.Authority) return "other_payment";
                var amount = subject.Get("amount");
                var asked = question.Fields?.Get("amount");
                var other = question.Authority != null && asked is Rials && JsonNumber.Whole(amount) != ((Rials)asked).Value;
                if (other && amount is JsonNumber) return "other_payment";
                // Whoever delivers on this answer needs all of the proof.
                var verified = first == "verification" && operation.Method == "POST";
                if (verified && (other || Evidence.ProofOf(subject) == null)) return "unproven";
            }
            var isTest = true.Equals(data.GetObject("meta")?.Get("test_mode"));
            return isTest && question.IsLive ? "test_mode_with_live_token" : null;
        }

        /// <summary>Whether an answer names another request than ours: signatures do not cover which request was
        /// answered.</summary>
        private static bool NamesAnotherRequest(string ours, JsonObject body)
        {
            var places = new[] { body.GetObject("meta"), body.GetObject("data")?.GetObject("meta") };
            var keys = places.Select(place => place?.GetText("idempotency_key"));
            return ours != null && keys.Any(key => key != null && key != ours);
        }
    }
}
