package com.irandargah.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import irandargah.SigningFacts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Verifies webhooks (documentation, lines 1705-1807; decisions 9, 48 and 49). */
public final class WebhookVerifier {
    /**
     * JSON that everybody reads alike, written as other languages write it. What is signed is not what travels but what
     * was read of it, so that a body must not mean two things.
     */
    private static final ObjectMapper JSON = JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
        .build();

    private final String secret;

    public WebhookVerifier(String secret) {
        this.secret = secret;
    }

    /**
     * Verifies an event and decodes it; answer 401 when it throws.
     *
     * @param body the raw bytes, never a decoded and encoded text
     * @param headers names, in any case, to all values, as servlets and java.net.http give them
     * @throws SignatureRefusedException when the event must not be believed
     */
    public WebhookEvent verify(byte[] body, Map<String, List<String>> headers, Instant now)
        throws SignatureRefusedException {
        String signature = header(headers, SigningFacts.WEBHOOK_SIGNATURE_HEADER);
        Signature.checkHeaders(signature, header(headers, SigningFacts.WEBHOOK_TIMESTAMP_HEADER), now);
        JsonNode event;
        try {
            // Not the bytes, which might also be UTF-16 or UTF-32.
            event = JSON.readTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (IOException malformed) {
            throw new SignatureRefusedException(Reason.BODY_MALFORMED);
        }
        if (!event.isObject() || !(event.get("data") instanceof ObjectNode data)) {
            throw new SignatureRefusedException(event.isMissingNode() ? Reason.BODY_MALFORMED : Reason.DATA_MISSING);
        }
        Signature.check(signature, Signature.of(secret, compact(data)));
        JsonNode inBody = event.path("signature");
        if (!inBody.isMissingNode() && !inBody.isNull() && !inBody.asText().equals(signature)) {
            throw new SignatureRefusedException(Reason.BODY_SIGNATURE_MISMATCH);
        }
        String name = event.path("event").textValue();
        if (name == null || !name.equals(header(headers, SigningFacts.WEBHOOK_EVENT_HEADER))) {
            throw new SignatureRefusedException(Reason.EVENT_MISMATCH);
        }
        return new WebhookEvent(header(headers, SigningFacts.WEBHOOK_ID_HEADER), name, data);
    }

    /** The bytes that are signed: no blanks, slashes and Unicode not escaped, the keys in their order. */
    private static byte[] compact(ObjectNode data) {
        try {
            // Not writeValueAsBytes, which escapes characters beyond the basic plane, such as emoji.
            return Signature.bytes(JSON.writeValueAsString(data));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What was read can be written.", impossible);
        }
    }

    /** All values of a header, so that a doubled one is refused as malformed; null when there is none. */
    private static String header(Map<String, List<String>> headers, String name) {
        List<String> values = headers.entrySet().stream()
            .filter(entry -> name.equalsIgnoreCase(entry.getKey()))
            .flatMap(entry -> entry.getValue().stream())
            .toList();
        return values.isEmpty() ? null : String.join(", ", values);
    }
}
