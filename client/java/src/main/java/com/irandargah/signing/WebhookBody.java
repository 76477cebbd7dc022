package com.irandargah.signing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Reads the body of a webhook as every receiver must: its bytes that are signed, and what they say (decision 90). */
final class WebhookBody {
    /** JSON that everybody reads alike, written as other languages write it: a signed body must not mean two things. */
    private static final ObjectMapper JSON = JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
        .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
        .build();

    /** The largest whole number below which a double holds each. */
    private static final double LARGEST_EXACT = 9007199254740991d;

    private final String slice;
    private final String compact;
    private final JsonNode fields;
    private final ObjectNode data;

    /**
     * @throws SignatureRefusedException when it is not JSON that everybody reads alike, or has no object data
     */
    WebhookBody(byte[] body) throws SignatureRefusedException {
        try {
            // Not the bytes, which might also be UTF-16 or UTF-32.
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            slice = readAlike(text);
            fields = JSON.readTree(text);
            if (!fields.path("data").isObject()) {
                throw new SignatureRefusedException(fields.isMissingNode() ? Reason.BODY_MALFORMED : Reason.DATA_MISSING);
            }
            compact = written(slice, digits -> digits);
            data = (ObjectNode) JSON.readTree(written(slice, WebhookBody::exactly));
        } catch (SignatureRefusedException refused) {
            // It is an IOException as well.
            throw refused;
        } catch (IOException malformed) {
            throw new SignatureRefusedException(Reason.BODY_MALFORMED);
        }
    }

    /** The value of data, as it came. */
    byte[] slice() {
        return Signature.bytes(slice);
    }

    /** The same without blanks, slashes and Unicode not escaped; keys keep their order, numbers their digits. */
    byte[] compact() {
        return Signature.bytes(compact);
    }

    /** What is not signed; missing when it is not there. */
    JsonNode field(String name) {
        return fields.path(name);
    }

    /** What is signed, its whole numbers without fraction and exponent, and no number rounded. */
    ObjectNode data() {
        return data;
    }

    /**
     * Refuses a number that no double holds, before it is made a number at all, and half of a surrogate pair.
     *
     * @return the object data, as it stands in the text; null when there is none
     */
    private static String readAlike(String text) throws IOException {
        String found = null;
        try (JsonParser parser = JSON.createParser(text)) {
            int depth = 0;
            int start = -1;
            String name = null;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean isName = token == JsonToken.FIELD_NAME;
                if (isName) {
                    name = parser.getText();
                }
                boolean isText = isName || token == JsonToken.VALUE_STRING;
                if (isText && !StandardCharsets.UTF_8.newEncoder().canEncode(parser.getText())) {
                    throw new IOException("Half of a surrogate pair.");
                }
                if (token.isNumeric() && Double.isInfinite(Double.parseDouble(parser.getText()))) {
                    throw new IOException("A number that no double holds.");
                }
                int place = (int) parser.currentTokenLocation().getCharOffset();
                if (token.isStructStart()) {
                    depth++;
                    if (depth == 2 && "data".equals(name)) {
                        start = place;
                    }
                } else if (token.isStructEnd()) {
                    depth--;
                    if (depth == 1 && start >= 0 && found == null) {
                        found = text.substring(start, place + 1);
                    }
                }
            }
        }
        return found;
    }

    /** Compact JSON of an object, with what is made of the digits of each number. */
    private static String written(String json, UnaryOperator<String> number) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonParser parser = JSON.createParser(json); JsonGenerator generator = JSON.createGenerator(out)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric()) {
                    generator.writeNumber(number.apply(parser.getText()));
                } else {
                    generator.copyCurrentEvent(parser);
                }
            }
        }
        return out.toString();
    }

    /** A whole number without fraction and exponent, as far as a double holds it exactly; all else as it is. */
    private static String exactly(String digits) {
        double number = Double.parseDouble(digits);
        boolean isWhole = number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT;
        return isWhole ? Long.toString((long) number) : digits;
    }
}
