using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace IranDargah.Signing
{
    /// <summary>
    /// Reads JSON that everybody reads alike, and writes it in the compact form: no blanks, slashes and Unicode not
    /// escaped, the keys in their order, the numbers with their digits. A signed body must not mean two things: no name
    /// twice in one object, no number that no double holds, no half of a surrogate pair. The serialisers of .NET escape
    /// Persian, or reorder, or are not in .NET Standard 2.0.
    /// </summary>
    internal sealed class CompactJson
    {
        private const int MaximumDepth = 64;
        private const double LargestExact = 9007199254740991;
        private readonly string text;
        private readonly bool plainly;
        private readonly StringBuilder written = new StringBuilder();
        private int at;

        private CompactJson(string text, bool plainly)
        {
            this.text = text;
            this.plainly = plainly;
        }

        /// <summary>The value of a field, as it came and as compact JSON.</summary>
        public sealed class Field
        {
            public string Slice { get; }

            public string Compact { get; }

            public Field(string slice, string compact)
            {
                Slice = slice;
                Compact = compact;
            }
        }

        /// <summary>The fields of an object; null when it is another value.</summary>
        /// <exception cref="FormatException">The text is not JSON.</exception>
        public static IDictionary<string, Field> Fields(string text)
        {
            var json = new CompactJson(text, false);
            json.SkipBlanks();
            var fields = json.Peek() == '{' ? new Dictionary<string, Field>() : null;
            if (fields == null) json.Value(0);
            else json.Object(0, fields);
            json.SkipBlanks();
            if (json.at != text.Length) throw json.Malformed();
            return fields;
        }

        /// <summary>The text of a JSON string that this class has written; null for any other value.</summary>
        public static string Text(string json)
        {
            if (json == null || json[0] != '"') return null;
            return new CompactJson(json, false).String();
        }

        /// <summary>
        /// Compact JSON whose whole numbers have neither fraction nor exponent, so that 100000.0 can be read as a long. What
        /// a double does not hold exactly stays as it is, so that nothing is rounded.
        /// </summary>
        public static string Plain(string json)
        {
            var plain = new CompactJson(json, true);
            plain.Value(0);
            return plain.written.ToString();
        }

        private void Value(int depth)
        {
            if (depth > MaximumDepth) throw Malformed();
            SkipBlanks();
            switch (Peek())
            {
                case '{': Object(depth, null); break;
                case '[': List(depth); break;
                case '"': String(); break;
                case 't': Word("true"); break;
                case 'f': Word("false"); break;
                case 'n': Word("null"); break;
                default: Number(); break;
            }
        }

        private void Object(int depth, IDictionary<string, Field> fields)
        {
            Take('{');
            SkipBlanks();
            var names = new HashSet<string>();
            for (var first = true; Peek() != '}'; first = false)
            {
                if (!first) Take(',');
                SkipBlanks();
                var key = String();
                if (!names.Add(key)) throw Malformed();
                SkipBlanks();
                Take(':');
                SkipBlanks();
                var from = at;
                var start = written.Length;
                Value(depth + 1);
                if (fields != null)
                {
                    fields[key] = new Field(
                        text.Substring(from, at - from), written.ToString(start, written.Length - start));
                }
                SkipBlanks();
            }
            Take('}');
        }

        private void List(int depth)
        {
            Take('[');
            SkipBlanks();
            for (var first = true; Peek() != ']'; first = false)
            {
                if (!first) Take(',');
                Value(depth + 1);
                SkipBlanks();
            }
            Take(']');
        }

        private string String()
        {
            var decoded = new StringBuilder();
            if (Peek() != '"') throw Malformed();
            at++;
            while (Peek() != '"')
            {
                var character = text[at++];
                if (character < ' ') throw Malformed();
                decoded.Append(character == '\\' ? Escape() : character);
            }
            at++;
            var result = decoded.ToString();
            if (!IsWellFormed(result)) throw Malformed();
            Write(result);
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
            int code;
            if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code))
            {
                throw Malformed();
            }
            return (char)code;
        }

        private void Write(string decoded)
        {
            written.Append('"');
            for (var index = 0; index < decoded.Length; index++)
            {
                var character = decoded[index];
                switch (character)
                {
                    case '"': written.Append("\\\""); break;
                    case '\\': written.Append("\\\\"); break;
                    case '\b': written.Append("\\b"); break;
                    case '\f': written.Append("\\f"); break;
                    case '\n': written.Append("\\n"); break;
                    case '\r': written.Append("\\r"); break;
                    case '\t': written.Append("\\t"); break;
                    default:
                        if (character < ' ') written.Append("\\u").Append(((int)character).ToString("x4"));
                        else written.Append(character);
                        break;
                }
            }
            written.Append('"');
        }

        private void Number()
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
            double number;
            var digits = text.Substring(start, at - start);
            // What is too large is infinite in newer versions of .NET, and no number in older ones.
            var held = double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
            if (!held || double.IsInfinity(number)) throw Malformed();
            var isWhole = Math.Abs(number) <= LargestExact && number == Math.Floor(number);
            written.Append(plainly && isWhole ? ((long)number).ToString(CultureInfo.InvariantCulture) : digits);
        }

        private void TakeDigits()
        {
            var start = at;
            while (at < text.Length && text[at] >= '0' && text[at] <= '9') at++;
            if (at == start) throw Malformed();
        }

        private void Word(string word)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0) throw Malformed();
            at += word.Length;
            written.Append(word);
        }

        private void Take(char expected)
        {
            if (Peek() != expected) throw Malformed();
            at++;
            written.Append(expected);
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
