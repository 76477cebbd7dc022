package com.irandargah.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Every shared vector: signed to the same digits, accepted or refused for the same reason. */
class VectorsTest {
    private interface Check {
        void of(JsonNode vector, byte[] body) throws IOException;
    }

    private static Stream<JsonNode> vectors(String file) throws IOException {
        Path path = Path.of("../../contract-tests/vectors", file + ".json");
        JsonNode vectors = new ObjectMapper().readTree(path.toFile()).get("vectors");
        return StreamSupport.stream(vectors.spliterator(), false);
    }

    private static Stream<DynamicTest> each(Stream<JsonNode> vectors, Check check) {
        return vectors.map(vector -> dynamicTest(vector.get("name").asText(),
            () -> check.of(vector, vector.get("body_base64").binaryValue())));
    }

    /** The text of a field; null when it is null. */
    private static String text(JsonNode vector, String field) {
        return vector.get(field).textValue();
    }

    private static Instant now(JsonNode vector) {
        return Instant.ofEpochSecond(vector.get("now").asLong());
    }

    private static void expectReason(JsonNode vector, Executable verify) {
        String reason = null;
        try {
            verify.execute();
        } catch (SignatureRefusedException refused) {
            reason = refused.reason().word();
        } catch (Throwable other) {
            throw new AssertionError("It failed in another way than by a refusal.", other);
        }
        assertEquals(text(vector, "reason"), reason);
    }

    @TestFactory
    Stream<DynamicTest> signsRequests() throws IOException {
        // The signer takes an instant, so that a malformed timestamp cannot be signed at all.
        return each(vectors("requests").filter(v -> text(v, "timestamp").matches("[0-9]+")), (vector, body) -> {
            Instant at = Instant.ofEpochSecond(Long.parseLong(text(vector, "timestamp")));
            Map<String, String> headers = new RequestSigner(text(vector, "secret"))
                .headers(text(vector, "method"), text(vector, "endpoint"), body, at);
            assertEquals(
                Map.of("X-Timestamp", text(vector, "timestamp"), "X-Signature", text(vector, "expected")), headers);
        });
    }

    @TestFactory
    Stream<DynamicTest> judgesRequests() throws IOException {
        return each(vectors("requests"), (vector, body) -> {
            RequestSigner signer = new RequestSigner(text(vector, "secret"));
            expectReason(vector, () -> signer.verify(text(vector, "method"), text(vector, "endpoint"), body,
                text(vector, "signature"), text(vector, "timestamp"), now(vector)));
        });
    }

    @TestFactory
    Stream<DynamicTest> judgesResponses() throws IOException {
        return each(vectors("responses"), (vector, body) -> {
            ResponseVerifier verifier = new ResponseVerifier(text(vector, "secret"));
            expectReason(vector, () -> verifier.verify(
                body, text(vector, "signature"), text(vector, "timestamp"), now(vector)));
        });
    }

    @TestFactory
    Stream<DynamicTest> judgesWebhooks() throws IOException {
        return each(vectors("webhooks"), (vector, body) -> {
            Map<String, List<String>> headers = new HashMap<>();
            headers.put("x-webhook-timestamp", List.of(text(vector, "timestamp")));
            headers.put("x-webhook-event", List.of(text(vector, "event")));
            if (text(vector, "signature") != null) {
                headers.put("x-webhook-signature", List.of(text(vector, "signature")));
            }
            WebhookVerifier verifier = new WebhookVerifier(text(vector, "secret"));
            expectReason(vector, () -> verifier.verify(body, headers, now(vector)));
        });
    }
}
