// Reads the payer's return to the shop, which anybody can forge, against what the shop has stored.
using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace IranDargah
{
    /// <summary>What a callback claims. Verify the payment whatever it is: only the verification is proof.</summary>
    public enum CallbackClaim
    {
        /// <summary>A code of tomorrow, which claims nothing.</summary>
        Unknown,
        AwaitingVerification,
        Verified,
        NotPaid,
    }

    /// <summary>A callback that fits your record.</summary>
    public sealed class Callback<TPayment>
    {
        /// <summary>Your own record.</summary>
        public TPayment Payment { get; }

        public CallbackClaim Claim { get; }

        /// <summary>What the callback says beside: proves nothing. Store the reference of the verification instead.</summary>
        public IReadOnlyDictionary<string, string> Unproven { get; }

        internal Callback(TPayment payment, CallbackClaim claim, IReadOnlyDictionary<string, string> unproven)
        {
            Payment = payment;
            Claim = claim;
            Unproven = unproven;
        }
    }

    /// <summary>Reads callbacks; there is no way to read one without your record.</summary>
    public static class Callbacks
    {
        /// <summary>Reads a callback by GET or POST and compares it with your record.</summary>
        /// <param name="method">Of the request.</param>
        /// <param name="query">The query string as it came, with or without its question mark; a POST takes nothing of it.</param>
        /// <param name="body">The body as it came: a field that comes twice is seen there only.</param>
        /// <param name="lookup">Loads your record by its authority from your own database; null when there is none.</param>
        /// <exception cref="CallbackException">It does not fit your record, or is no callback at all.</exception>
        public static Task<Callback<TPayment>> ReadCallbackAsync<TPayment>(
            string method, string query, string body, Func<string, Task<TPayment>> lookup)
            where TPayment : class, IStoredPayment
        {
            if (method != "GET" && method != "POST") throw new CallbackException("method_not_allowed");
            return ReadAsync(FormOf(Decoded((method == "GET" ? query : body) ?? "")), lookup);
        }

        /// <summary>The same with a form that your framework has read, such as Request.Form of System.Web.</summary>
        /// <exception cref="CallbackException">It does not fit your record, or is no callback at all.</exception>
        public static Task<Callback<TPayment>> ReadCallbackAsync<TPayment>(
            NameValueCollection form, Func<string, Task<TPayment>> lookup)
            where TPayment : class, IStoredPayment
        {
            return ReadAsync(FormOf(Pairs.Of(form)), lookup);
        }

        /// <summary>The same with Request.Form or Request.Query of ASP.NET Core.</summary>
        /// <exception cref="CallbackException">It does not fit your record, or is no callback at all.</exception>
        public static Task<Callback<TPayment>> ReadCallbackAsync<TValue, TPayment>(
            IEnumerable<KeyValuePair<string, TValue>> form, Func<string, Task<TPayment>> lookup)
            where TPayment : class, IStoredPayment
        {
            return ReadAsync(FormOf(Pairs.Of(form)), lookup);
        }

        private static IEnumerable<KeyValuePair<string, string>> Decoded(string form)
        {
            foreach (var pair in form.TrimStart('?').Split('&'))
            {
                var at = pair.IndexOf('=');
                var name = at < 0 ? pair : pair.Substring(0, at);
                var value = at < 0 ? "" : pair.Substring(at + 1);
                yield return new KeyValuePair<string, string>(WebUtility.UrlDecode(name), WebUtility.UrlDecode(value));
            }
        }

        /// <summary>The callback's own fields, each once; other parameters of your address are none of its business.</summary>
        private static Dictionary<string, string> FormOf(IEnumerable<KeyValuePair<string, string>> pairs)
        {
            var form = new Dictionary<string, string>();
            foreach (var pair in pairs)
            {
                if (pair.Key == null || !Facts.CallbackFields.Contains(pair.Key)) continue;
                if (form.ContainsKey(pair.Key)) throw new CallbackException("doubled_field");
                form.Add(pair.Key, pair.Value ?? "");
            }
            return form;
        }

        private static async Task<Callback<TPayment>> ReadAsync<TPayment>(
            Dictionary<string, string> form, Func<string, Task<TPayment>> lookup)
            where TPayment : class, IStoredPayment
        {
            // Your record decides; the forms only keep out what cannot be one, and do not assume how the gateway makes its own.
            var authority = Field(form, "authority", "[A-Za-z0-9_-]{1,64}");
            var amount = Field(form, "amount", "[0-9]{1,16}");
            var status = Field(form, "status_code", "-?[0-9]{1,9}");
            var order = Field(form, "order_id", "(?s:.+)");
            var payment = await lookup(authority).ConfigureAwait(false);
            if (payment == null) throw new CallbackException("unknown_payment");
            if (payment.Authority != authority) throw new CallbackException("authority_differs");
            if (payment.Amount.Value != long.Parse(amount, CultureInfo.InvariantCulture)) throw new CallbackException("amount_differs");
            if (payment.OrderId != order) throw new CallbackException("order_differs");
            var unproven = new[] { "message", "ref_id", "card_pan" }.Where(form.ContainsKey).ToDictionary(name => name, name => form[name]);
            return new Callback<TPayment>(payment, ClaimOf(status), unproven);
        }

        private static string Field(Dictionary<string, string> form, string name, string pattern)
        {
            form.TryGetValue(name, out var value);
            if (!Regex.IsMatch(value ?? "", @"\A" + pattern + @"\z")) throw new CallbackException("malformed");
            return value;
        }

        /// <summary>The callback's codes are a list of their own (docs/decisions/0045).</summary>
        private static CallbackClaim ClaimOf(string status)
        {
            switch (status)
            {
                case "201": return CallbackClaim.AwaitingVerification;
                case "100": return CallbackClaim.Verified;
                default: return status[0] == '-' ? CallbackClaim.NotPaid : CallbackClaim.Unknown;
            }
        }
    }
}
