// What the gateway sent and what it is sent: the bases of the generated classes.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace IranDargah
{
    /// <summary>
    /// An object that the gateway sent. A field that did not come, or is not of its type, is null, and a list is empty;
    /// what this version does not know can be read by its name.
    /// </summary>
    public class GatewayData
    {
        private readonly JsonObject json;

        internal GatewayData(JsonObject json)
        {
            this.json = json;
        }

        /// <summary>Text, or a number with the digits that came.</summary>
        public string GetText(string name) => json.Get(name) as string ?? (json.Get(name) as JsonNumber)?.Digits;

        /// <summary>A whole number, also one that came as its digits.</summary>
        public long? GetWhole(string name) => JsonNumber.Whole(json.Get(name));

        /// <summary>An amount of money.</summary>
        public Rials? GetAmount(string name)
        {
            var value = GetWhole(name);
            try
            {
                return value == null ? (Rials?)null : Rials.Of(value.Value);
            }
            catch (ArgumentOutOfRangeException)
            {
                return null;
            }
        }

        /// <summary>Any number, rounded to a double: not for money.</summary>
        public double? GetNumber(string name)
        {
            return double.TryParse(GetText(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : (double?)null;
        }

        /// <summary>Yes or no.</summary>
        public bool? GetFlag(string name) => json.Get(name) as bool?;

        /// <summary>A list of texts; what else is in it is left out.</summary>
        public IReadOnlyList<string> GetTexts(string name) => Items(name).OfType<string>().ToList();

        /// <summary>Texts by name; what else is among them is left out.</summary>
        public IReadOnlyDictionary<string, string> GetTextsByName(string name)
        {
            var fields = json.GetObject(name) ?? new JsonObject();
            return fields.Where(field => field.Value is string).ToDictionary(field => field.Key, field => (string)field.Value);
        }

        /// <summary>An object inside.</summary>
        public GatewayData GetObject(string name) => GetObject(name, inner => new GatewayData(inner));

        internal T GetObject<T>(string name, Func<JsonObject, T> make) where T : class
        {
            var inner = json.GetObject(name);
            return inner == null ? null : make(inner);
        }

        internal IReadOnlyList<T> GetList<T>(string name, Func<JsonObject, T> make)
        {
            return Items(name).OfType<JsonObject>().Select(make).ToList();
        }

        private IEnumerable<object> Items(string name) => json.Get(name) as List<object> ?? new List<object>();

        /// <summary>All of it as JSON, the payer's data included.</summary>
        public string ToJson() => JsonWriter.Write(json);

        /// <summary>For a log: JSON without secrets and the payer's data.</summary>
        public override string ToString() => JsonWriter.Write(json, true);
    }

    /// <summary>The body of a request. What is null is not sent.</summary>
    public abstract class GatewayRequest
    {
        internal GatewayRequest() { }

        internal abstract JsonObject ToJson();

        internal static void Put(JsonObject json, string name, object value)
        {
            if (value != null) json[name] = value;
        }

        /// <exception cref="ConfigurationException">There is no value.</exception>
        internal static void Demand(JsonObject json, string name, object value)
        {
            json[name] = value ?? throw new ConfigurationException(name + " is missing: the gateway demands it.");
        }
    }
}
