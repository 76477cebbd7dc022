package com.irandargah;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads JSON of the gateway tolerantly: amounts become numbers and references text, however they travelled. */
final class Json {
    /** The largest whole number up to which a double holds each. */
    static final long LARGEST_EXACT = 9007199254740991L;

    /** Written as other languages write it; a name that stands twice in one object is refused where it matters. */
    static final JsonFactory FACTORY = JsonFactory.builder().disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE).build();
    static final JsonFactory STRICT = FACTORY.rebuild().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** For a class of a pattern: a byte order mark says as little as a blank. */
    static final String BLANKS = "\\s\\p{Z}\uFEFF";
    private static final Pattern TEXT = Pattern.compile("[^" + BLANKS + "]");

    private Json() {}

    /** The object of a text; null when it is none: an error page of a proxy, a list, the half of an answer. */
    static JsonObject parse(String text) {
        try {
            return parse(FACTORY, text);
        } catch (IOException noJson) {
            return null;
        }
    }

    /** The object of a text; null when it is JSON, but no object. */
    static JsonObject parse(JsonFactory factory, String text) throws IOException {
        try (JsonParser parser = factory.createParser(text)) {
            parser.nextToken();
            Object value = read(parser, "");
            if (parser.nextToken() != null) {
                throw new IOException("Something comes after the value.");
            }
            return value instanceof JsonObject ? (JsonObject) value : null;
        }
    }

    private static Object read(JsonParser parser, String name) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("There is nothing.");
        }
        switch (token) {
            case START_OBJECT: {
                Map<String, Object> fields = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String field = parser.currentName();
                    parser.nextToken();
                    fields.put(field, read(parser, field));
                }
                return new JsonObject(fields);
            }
            case START_ARRAY: {
                List<Object> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(read(parser, ""));
                }
                return Collections.unmodifiableList(values);
            }
            case VALUE_STRING: {
                Long whole = Facts.AMOUNT_FIELDS.contains(name) ? wholeNumber(parser.getText()) : null;
                return whole == null ? parser.getText() : whole;
            }
            case VALUE_NUMBER_INT:
            case VALUE_NUMBER_FLOAT:
                return number(name, parser.getText(), parser.isEnabled(StreamReadFeature.STRICT_DUPLICATE_DETECTION));
            case VALUE_TRUE:
                return true;
            case VALUE_FALSE:
                return false;
            default:
                return null;
        }
    }

    /**
     * A whole number that is exact, the digits of a reference, or a number with a fraction. A larger one is its digits
     * in signed data, and stays a number in an answer: as a text it could be a proof.
     */
    private static Object number(String name, String digits, boolean isSigned) {
        double number = Double.parseDouble(digits);
        if (Facts.REFERENCE_FIELDS.contains(name)) {
            return digits;
        }
        if (Math.abs(number) > LARGEST_EXACT) {
            return isSigned ? digits : Double.isInfinite(number) ? (Object) number : new BigDecimal(digits);
        }
        if (number == Math.rint(number)) {
            return (long) number;
        }
        return number;
    }

    /** A whole number, also when it came as its digits; null for anything else. */
    static Long wholeNumber(Object value) {
        if (value instanceof String && ((String) value).matches("-?[0-9]{1,16}")) {
            long whole = Long.parseLong((String) value);
            return Math.abs(whole) <= LARGEST_EXACT ? Long.valueOf(whole) : null;
        }
        return value instanceof Long ? (Long) value : null;
    }

    /** Whether a value is text that says something. */
    static boolean isText(Object value) {
        return value instanceof String && TEXT.matcher((String) value).find();
    }

    /** Compact JSON. */
    static String write(Object value) {
        return write(value, false);
    }

    /** Compact JSON in which every sensitive field is {@code [redacted]}. */
    static String redacted(Object value) {
        return write(value, true);
    }

    private static String write(Object value, boolean redacts) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            write(generator, value, redacts);
        } catch (IOException impossible) {
            throw new IllegalArgumentException("It cannot be written as JSON.", impossible);
        }
        return out.toString();
    }

    private static void write(JsonGenerator out, Object value, boolean redacts) throws IOException {
        if (value instanceof JsonObject) {
            write(out, ((JsonObject) value).fields(), redacts);
        } else if (value instanceof Map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> field : ((Map<?, ?>) value).entrySet()) {
                String name = String.valueOf(field.getKey());
                boolean hides = redacts && Facts.SENSITIVE_NAMES.contains(name.toLowerCase(Locale.ROOT));
                out.writeFieldName(name);
                write(out, hides ? "[redacted]" : field.getValue(), redacts);
            }
            out.writeEndObject();
        } else if (value instanceof Iterable) {
            out.writeStartArray();
            for (Object inner : (Iterable<?>) value) {
                write(out, inner, redacts);
            }
            out.writeEndArray();
        } else if (value instanceof Rials) {
            out.writeNumber(((Rials) value).value());
        } else if (value instanceof Long || value instanceof Integer) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double && ((Double) value).isInfinite()) {
            out.writeString(value.toString());
        } else if (value instanceof BigDecimal) {
            out.writeNumber(value.toString());
        } else if (value instanceof Number) {
            out.writeNumber(new BigDecimal(value.toString()).toPlainString());
        } else if (value instanceof Boolean) {
            out.writeBoolean((Boolean) value);
        } else if (value == null) {
            out.writeNull();
        } else {
            out.writeString(value.toString());
        }
    }
}
