// Forms and headers as the frameworks of .NET have them, as pairs of a name and one value each.
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;

namespace IranDargah
{
    internal static class Pairs
    {
        /// <summary>Those of HttpListener and of System.Web.</summary>
        public static IEnumerable<KeyValuePair<string, string>> Of(NameValueCollection values)
        {
            return values.AllKeys.SelectMany(
                name => (values.GetValues(name) ?? new string[0]).Select(value => new KeyValuePair<string, string>(name, value)));
        }

        /// <summary>Those of ASP.NET Core, of OWIN, of HttpClient and of any dictionary: a text each, or a list of them.</summary>
        public static IEnumerable<KeyValuePair<string, string>> Of<TValue>(IEnumerable<KeyValuePair<string, TValue>> values)
        {
            return values.SelectMany(
                pair => TextsOf(pair.Value).Select(value => new KeyValuePair<string, string>(pair.Key, value)));
        }

        private static IEnumerable<string> TextsOf(object value)
        {
            if (value == null) return Enumerable.Empty<string>();
            if (value is string) return new[] { (string)value };
            return value is IEnumerable
                ? ((IEnumerable)value).Cast<object>().Select(one => one?.ToString())
                : new[] { value.ToString() };
        }
    }
}
