// Writes JSON in the compact form, and with everything sensitive redacted where it is to be seen.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace IranDargah
{
    internal static class JsonWriter
    {
        /// <summary>Deeper than anything that is sent or comes.</summary>
        private const int Deepest = 300;

        /// <summary>A value as JSON.</summary>
        /// <param name="redacted">Whether it is for eyes or a log: tokens, secrets and the payer's data are left out.</param>
        /// <exception cref="ArgumentException">It has no form in JSON.</exception>
        public static string Write(object value, bool redacted = false)
        {
            var written = new StringBuilder();
            Write(written, value, redacted, 0);
            return written.ToString();
        }

        private static void Write(StringBuilder written, object value, bool redacted, int depth)
        {
            if (depth > Deepest) throw new ArgumentException("The value is nested too deeply.");
            if (value == null) written.Append("null");
            else if (value is bool) written.Append((bool)value ? "true" : "false");
            else if (value is string) WriteText(written, (string)value);
            else if (value is JsonNumber) written.Append(((JsonNumber)value).Digits);
            else if (value is Rials) written.Append(((Rials)value).Value.ToString(CultureInfo.InvariantCulture));
            else if (value is IDictionary) WriteFields(written, (IDictionary)value, redacted, depth);
            else if (value is IEnumerable) WriteList(written, (IEnumerable)value, redacted, depth);
            else written.Append(Number(value));
        }

        /// <summary>Whole numbers, and decimals; a double is written otherwise in every language.</summary>
        private static string Number(object value)
        {
            var isExact = value is decimal
                || (value.GetType().IsPrimitive && !(value is double || value is float || value is char));
            if (isExact) return Convert.ToString(value, CultureInfo.InvariantCulture);
            throw new ArgumentException(value.GetType().Name + " has no form in JSON that everybody reads alike.");
        }

        private static void WriteFields(StringBuilder written, IDictionary fields, bool redacted, int depth)
        {
            written.Append('{');
            var separator = "";
            foreach (DictionaryEntry field in fields)
            {
                var name = Convert.ToString(field.Key, CultureInfo.InvariantCulture);
                written.Append(separator);
                WriteText(written, name);
                written.Append(':');
                var isHidden = redacted && Facts.SensitiveNames.Contains(name.ToLowerInvariant());
                Write(written, isHidden ? "[redacted]" : field.Value, redacted, depth + 1);
                separator = ",";
            }
            written.Append('}');
        }

        private static void WriteList(StringBuilder written, IEnumerable list, bool redacted, int depth)
        {
            written.Append('[');
            var separator = "";
            foreach (var value in list)
            {
                written.Append(separator);
                Write(written, value, redacted, depth + 1);
                separator = ",";
            }
            written.Append(']');
        }

        /// <summary>A text with no escapes but those that JSON demands.</summary>
        public static void WriteText(StringBuilder written, string text)
        {
            const string names = "\"\\bfnrt";
            const string meanings = "\"\\\b\f\n\r\t";
            written.Append('"');
            foreach (var character in text)
            {
                var index = meanings.IndexOf(character);
                if (index >= 0) written.Append('\\').Append(names[index]);
                else if (character < ' ') written.Append("\\u").Append(((int)character).ToString("x4"));
                else written.Append(character);
            }
            written.Append('"');
        }
    }
}
