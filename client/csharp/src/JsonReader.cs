// Reads JSON. The serialisers of .NET reorder, round or escape Persian, take a name twice, or are no part of .NET Standard 2.0.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace IranDargah
{
    /// <summary>A JSON object; its values are null, bool, string, JsonNumber, List and JsonObject.</summary>
    internal sealed class JsonObject : Dictionary<string, object>
    {
        /// <summary>The value of a field; null when it is null or missing.</summary>
        public object Get(string name) => TryGetValue(name, out var value) ? value : null;

        public JsonObject GetObject(string name) => Get(name) as JsonObject;

        /// <summary>Text that says something; null for everything else.</summary>
        public string GetText(string name) => Get(name) is string text && !text.All(IsBlank) ? text : null;

        /// <summary>A byte order mark says as little as a blank.</summary>
        public static bool IsBlank(char character) => char.IsWhiteSpace(character) || character == '\ufeff';
    }

    /// <summary>A JSON number with the digits that came, so that nothing is rounded.</summary>
    internal sealed class JsonNumber
    {
        private const double LargestExact = 9007199254740991;

        /// <summary>TryParse would also take blanks behind them that are zeros, and any number of leading ones.</summary>
        private static readonly Regex Digits16 = new Regex(@"\A-?[0-9]{1,16}\z", RegexOptions.CultureInvariant);

        /// <summary>Without fraction and exponent where it is whole and exact, as it came otherwise.</summary>
        public string Digits { get; }

        private JsonNumber(string digits)
        {
            Digits = digits;
        }

        /// <param name="isHeld">Whether a double can hold it.</param>
        public static JsonNumber Of(string digits, out bool isHeld)
        {
            // What is too large is infinite in newer versions of .NET, and no number in older ones.
            isHeld = double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && !double.IsInfinity(number);
            var isPlain = isHeld && Math.Abs(number) <= LargestExact && number == Math.Floor(number);
            return new JsonNumber(isPlain ? ((long)number).ToString(CultureInfo.InvariantCulture) : digits);
        }

        /// <summary>A whole number, also one that came as its digits; null for everything else.</summary>
        public static long? Whole(object value)
        {
            var digits = value is JsonNumber number ? number.Digits : value as string;
            return digits != null && Digits16.IsMatch(digits)
                && long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                && Math.Abs(whole) <= LargestExact ? whole : (long?)null;
        }
    }

    /// <summary>
    /// One pass over a text. Amounts become numbers and references text, however they travelled. A strict one refuses what
    /// can be read in two ways: a name twice in one object, a number that no double holds, half of a surrogate pair.
    /// </summary>
    internal sealed class JsonReader
    {
        private const int MaximumDepth = 256;
        private readonly string text;
        private readonly bool strict;
        private readonly StringBuilder compact;
        private int at;

        /// <summary>What a strict pass has found under the name data of the outermost object: its exact text.</summary>
        public string DataSlice { get; private set; }

        /// <summary>The same in the compact form: no blanks, nothing escaped that need not be, names and digits as they
        /// came.</summary>
        public string DataCompact { get; private set; }

        private JsonReader(string text, bool strict)
        {
            this.text = text;
            this.strict = strict;
            compact = strict ? new StringBuilder() : null;
        }

        /// <summary>A JSON object; null when the text is none: an error page of a proxy, a list, the half of an answer.</summary>
        public static JsonObject Read(string text)
        {
            try
            {
                return new JsonReader(text, false).Whole() as JsonObject;
            }
            catch (FormatException)
            {
                return null;
            }
        }

        /// <summary>Any value of text that must not mean two things, and the reader that knows its data.</summary>
        /// <exception cref="FormatException">It is no JSON, or can be read in two ways.</exception>
        public static object ReadStrictly(string text, out JsonReader reader)
        {
            reader = new JsonReader(text, true);
            return reader.Whole();
        }

        private object Whole()
        {
            var value = Value(0, null);
            SkipBlanks();
            if (at != text.Length) throw Malformed();
            return value;
        }

        private object Value(int depth, string name)
        {
            if (depth > MaximumDepth) throw Malformed();
            SkipBlanks();
            switch (Peek())
            {
                case '{': return Object(depth);
                case '[': return List(depth);
                case '"':
                    var said = String();
                    return name != null && Facts.AmountFields.Contains(name) && JsonNumber.Whole(said) != null
                        ? JsonNumber.Of(said, out _)
                        : (object)said;
                case 't': return Word("true", true);
                case 'f': return Word("false", false);
                case 'n': return Word("null", null);
                default:
                    var digits = Number(out var number);
                    return name != null && Facts.ReferenceFields.Contains(name) ? digits : (object)number;
            }
        }

        private JsonObject Object(int depth)
        {
            var result = new JsonObject();
            Take('{');
            SkipBlanks();
            for (var first = true; Peek() != '}'; first = false)
            {
                if (!first) Take(',');
                SkipBlanks();
                var name = String();
                if (strict && result.ContainsKey(name)) throw Malformed();
                SkipBlanks();
                Take(':');
                SkipBlanks();
                var from = at;
                var compactFrom = compact?.Length ?? 0;
                result[name] = Value(depth + 1, name);
                if (strict && depth == 0 && name == "data")
                {
                    DataSlice = text.Substring(from, at - from);
                    DataCompact = compact.ToString(compactFrom, compact.Length - compactFrom);
                }
                SkipBlanks();
            }
            Take('}');
            return result;
        }

        private List<object> List(int depth)
        {
            var result = new List<object>();
            Take('[');
            SkipBlanks();
            for (var first = true; Peek() != ']'; first = false)
            {
                if (!first) Take(',');
                result.Add(Value(depth + 1, null));
                SkipBlanks();
            }
            Take(']');
            return result;
        }

        private string String()
        {
            if (Peek() != '"') throw Malformed();
            at++;
            var decoded = new StringBuilder();
            while (Peek() != '"')
            {
                var character = text[at++];
                if (character < ' ') throw Malformed();
                decoded.Append(character == '\\' ? Escape() : character);
            }
            at++;
            var result = decoded.ToString();
            if (strict && !IsWellFormed(result)) throw Malformed();
            if (strict) JsonWriter.WriteText(compact, result);
            return result;
        }

        private static bool IsWellFormed(string text)
        {
            for (var index = 0; index < text.Length; index++)
            {
                if (!char.IsSurrogate(text[index])) continue;
                if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1])) return false;
                index++;
            }
            return true;
        }

        private char Escape()
        {
            const string names = "\"\\/bfnrt";
            const string meanings = "\"\\/\b\f\n\r\t";
            var name = Peek();
            at++;
            if (name != 'u')
            {
                var index = names.IndexOf(name);
                return index < 0 ? throw Malformed() : meanings[index];
            }
            if (at + 4 > text.Length) throw Malformed();
            var digits = text.Substring(at, 4);
            at += 4;
            return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                ? (char)code
                : throw Malformed();
        }

        private string Number(out JsonNumber number)
        {
            var start = at;
            if (Peek() == '-') at++;
            if (Peek() == '0') at++;
            else TakeDigits();
            if (at < text.Length && text[at] == '.')
            {
                at++;
                TakeDigits();
            }
            if (at < text.Length && (text[at] == 'e' || text[at] == 'E'))
            {
                at++;
                if (Peek() == '+' || Peek() == '-') at++;
                TakeDigits();
            }
            var digits = text.Substring(start, at - start);
            number = JsonNumber.Of(digits, out var isHeld);
            if (strict && !isHeld) throw Malformed();
            compact?.Append(digits);
            return digits;
        }

        private void TakeDigits()
        {
            var start = at;
            while (at < text.Length && text[at] >= '0' && text[at] <= '9') at++;
            if (at == start) throw Malformed();
        }

        private object Word(string word, object value)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0) throw Malformed();
            at += word.Length;
            compact?.Append(word);
            return value;
        }

        private void Take(char expected)
        {
            if (Peek() != expected) throw Malformed();
            at++;
            compact?.Append(expected);
        }

        private char Peek()
        {
            return at < text.Length ? text[at] : throw Malformed();
        }

        private void SkipBlanks()
        {
            while (at < text.Length && " \t\r\n".IndexOf(text[at]) >= 0) at++;
        }

        private FormatException Malformed()
        {
            return new FormatException("Not JSON at character " + at + ".");
        }
    }
}
