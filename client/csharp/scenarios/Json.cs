// The JSON of questions and answers, read by what .NET has for it: Mono has no JavaScriptSerializer.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;

public static class Json
{
    /// <summary>Objects as dictionaries, lists, texts, numbers as decimal, bool and null.</summary>
    public static object Read(string text)
    {
        using (var reader = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(text), XmlDictionaryReaderQuotas.Max))
        {
            return Value(XElement.Load(reader));
        }
    }

    private static object Value(XElement element)
    {
        switch (((string)element.Attribute("type")) ?? "string")
        {
            case "object": return element.Elements().ToDictionary(Name, Value);
            case "array": return element.Elements().Select(Value).ToList();
            case "number": return decimal.Parse(element.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
            case "boolean": return element.Value == "true";
            case "null": return null;
            default: return element.Value;
        }
    }

    /// <summary>A name that XML cannot have stands in an attribute.</summary>
    private static string Name(XElement element) => (string)element.Attribute("item") ?? element.Name.LocalName;

    public static string Write(object value)
    {
        if (value == null) return "null";
        if (value is bool) return (bool)value ? "true" : "false";
        if (value is string) return Quoted((string)value);
        if (value is IDictionary<string, object>)
        {
            var fields = ((IDictionary<string, object>)value).Select(one => Quoted(one.Key) + ":" + Write(one.Value));
            return "{" + string.Join(",", fields) + "}";
        }
        if (value is IEnumerable) return "[" + string.Join(",", ((IEnumerable)value).Cast<object>().Select(Write)) + "]";
        return Convert.ToString(value, CultureInfo.InvariantCulture);
    }

    private static string Quoted(string text)
    {
        var escaped = text.SelectMany(one => one < ' ' || one == '"' || one == '\\' ? "\\u" + ((int)one).ToString("x4") : one.ToString());
        return "\"" + string.Concat(escaped) + "\"";
    }
}
