package com.irandargah;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the body of a webhook as every receiver must: its bytes that are signed, and what they say (decision 90). */
final class WebhookBody {
    /** The value of data, as it came. */
    final String slice;
    /** The same without blanks, slashes and Unicode not escaped; keys keep their order, numbers their digits. */
    final String compact;
    /** What is not signed. */
    final JsonObject fields;
    /** What is signed. */
    final JsonObject data;

    /**
     * Reads it.
     *
     * @throws WebhookException when it is not JSON that everybody reads alike, or has no object data
     */
    WebhookBody(byte[] body) {
        try {
            // Not the bytes, which might also be UTF-16 or UTF-32.
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            slice = readAlike(text);
            fields = Json.parse(Json.STRICT, text);
            if (slice == null || fields == null) {
                throw new WebhookException("data_missing");
            }
            compact = compacted(slice);
            data = Json.parse(Json.STRICT, slice);
        } catch (IOException malformed) {
            throw new WebhookException("body_malformed");
        }
    }

    /**
     * Refuses a number that no double holds, before it is made a number at all, and half of a surrogate pair.
     *
     * @return the object data, as it stands in the text; null when there is none
     */
    private static String readAlike(String text) throws IOException {
        String found = null;
        try (JsonParser parser = Json.STRICT.createParser(text)) {
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
                    if (depth == 2 && token == JsonToken.START_OBJECT && "data".equals(name)) {
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

    private static String compacted(String json) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonParser parser = Json.FACTORY.createParser(json);
            JsonGenerator generator = Json.FACTORY.createGenerator(out)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric()) {
                    generator.writeNumber(parser.getText());
                } else {
                    generator.copyCurrentEvent(parser);
                }
            }
        }
        return out.toString();
    }
}
