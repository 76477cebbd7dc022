    /// <summary>JSON by the data contracts below: writes what is sent, and reads whatever the gateway sends.</summary>
    public static class Json
    {
        private static readonly DataContractJsonSerializerSettings Settings =
            new DataContractJsonSerializerSettings { UseSimpleDictionaryFormat = true };

        /// <summary>An object as JSON in UTF-8.</summary>
        public static byte[] Write<T>(T value)
        {
            using (var stream = new MemoryStream())
            {
                new DataContractJsonSerializer(typeof(T), Settings).WriteObject(stream, value);
                return stream.ToArray();
            }
        }

        /// <summary>Reads JSON, whatever the gateway sent: unknown fields are passed over, a number does for a text and
        /// digits for a number. What cannot be read is left out, as if it had not been sent; never an exception, because
        /// the money may have moved. Null when the text is no JSON object.</summary>
        public static T Read<T>(byte[] json) where T : class
        {
            var document = Parse(json);
            if (document == null || !Fit(document.DocumentElement, typeof(T))) return null;
            using (var stream = new MemoryStream())
            {
                using (var writer = JsonReaderWriterFactory.CreateJsonWriter(stream, Encoding.UTF8, false))
                {
                    document.DocumentElement.WriteTo(writer);
                }
                stream.Position = 0;
                return (T)new DataContractJsonSerializer(typeof(T), Settings).ReadObject(stream);
            }
        }

        /// <summary>Whether an answer is a success by its own words.</summary>
        internal static bool SaysFailure(byte[] json)
        {
            var success = Parse(json)?.DocumentElement["success"];
            return success != null && success.InnerText == "false";
        }

        private static XmlDocument Parse(byte[] json)
        {
            var document = new XmlDocument();
            try
            {
                using (var reader = JsonReaderWriterFactory.CreateJsonReader(json, XmlDictionaryReaderQuotas.Max))
                {
                    document.Load(reader);
                }
            }
            catch (Exception broken) when (broken is XmlException || broken is FormatException || broken is ArgumentException)
            {
                return null;
            }
            return document.DocumentElement == null ? null : document;
        }

        /// <summary>Gives a value the form that a type can hold; false when there is none.</summary>
        private static bool Fit(XmlElement value, Type type)
        {
            var kind = value.GetAttribute("type");
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (kind == "null") return false;
            if (type == typeof(object)) return true;
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
            {
                return kind == "array" && FitAll(value, name => type.GetGenericArguments()[0], false);
            }
            if (type.IsGenericType) return kind == "object" && FitAll(value, name => type.GetGenericArguments()[1], true);
            if (Attribute.IsDefined(type, typeof(DataContractAttribute)))
            {
                var members = type.GetProperties().ToDictionary(
                    property => property.GetCustomAttribute<DataMemberAttribute>().Name,
                    property => property.PropertyType);
                return kind == "object" && FitAll(value, name => members.TryGetValue(name, out var member) ? member : null, true);
            }
            return kind != "array" && kind != "object" && FitScalar(value, type);
        }

        /// <summary>Keeps of a list or an object what fits, each name once.</summary>
        private static bool FitAll(XmlElement value, Func<string, Type> typeOf, bool named)
        {
            var names = new HashSet<string>();
            foreach (var child in value.ChildNodes.OfType<XmlElement>().ToList())
            {
                var name = child.HasAttribute("item") ? child.GetAttribute("item") : child.LocalName;
                var type = typeOf(name);
                if (type == null || !Fit(child, type) || (named && !names.Add(name))) value.RemoveChild(child);
            }
            return true;
        }

        private static bool FitScalar(XmlElement value, Type type)
        {
            var culture = System.Globalization.CultureInfo.InvariantCulture;
            var text = value.InnerText.Trim();
            if (type == typeof(string))
            {
                value.SetAttribute("type", "string");
                return true;
            }
            if (type == typeof(bool))
            {
                value.SetAttribute("type", "boolean");
                value.InnerText = text;
                return text == "true" || text == "false";
            }
            if (!decimal.TryParse(text, System.Globalization.NumberStyles.Float, culture, out var number)) return false;
            if (type == typeof(long) && (number != decimal.Truncate(number) || Math.Abs(number) > long.MaxValue)) return false;
            value.SetAttribute("type", "number");
            value.InnerText = type == typeof(long) ? ((long)number).ToString(culture) : number.ToString(culture);
            return true;
        }
    }
