package com.irandargah;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every shared vector: signed to the same digits, accepted or refused for the same reason. */
class VectorsTest {
    /** The reasons of this package in the words of the vectors. */
    private static final Map<String, List<String>> IN_THEIR_WORDS = Map.of(
        "headers_missing", List.of("signature_missing", "timestamp_missing"),
        "timestamp_malformed", List.of("timestamp_malformed"),
        "timestamp_outside_tolerance", List.of("timestamp_outside_tolerance"),
        "signature_malformed", List.of("signature_malformed"),
        "signature_mismatch", List.of("signature_mismatch"),
        "body_malformed", List.of("body_malformed", "data_missing"),
        "data_missing", List.of("data_missing"),
        "event_mismatch", List.of("event_differs"),
        "body_signature_mismatch", List.of("signature_mismatch"));

    private interface Check {
        void of(JsonObject vector, byte[] body);
    }

    private static Stream<DynamicTest> each(String file, String part, Check check) throws IOException {
        Path path = Path.of("../../contract-tests/vectors", file + ".json");
        return Json.parse(Files.readString(path)).objects(part, vector -> vector).stream()
            .map(vector -> dynamicTest(vector.text("name"),
                () -> check.of(vector, Base64.getDecoder().decode(vector.text("body_base64")))));
    }

    private static Instant now(JsonObject vector) {
        return Instant.ofEpochSecond(vector.longValue("now"));
    }

    private static String faultOf(JsonObject vector, byte[] body) {
        return Signature.faultOfAnswer(
            vector.text("secret"), vector.text("signature"), vector.text("timestamp"), body, now(vector));
    }

    private static WebhookEvent verified(JsonObject vector, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("x-webhook-timestamp", vector.text("timestamp"));
        headers.put("x-webhook-event", vector.text("event"));
        headers.put("x-webhook-id", "event-1");
        headers.put("x-webhook-signature", vector.text("signature"));
        return Webhooks.verify(body, headers, now(vector), vector.text("secret"));
    }

    /** Why it is refused; null when it is accepted. Any other exception fails the test. */
    private static String reasonOf(JsonObject vector, byte[] body) {
        try {
            verified(vector, body);
            return null;
        } catch (WebhookException refused) {
            return refused.reason();
        }
    }

    private static void assertReason(JsonObject vector, String reason) {
        String expected = vector.text("reason");
        boolean same = expected == null ? reason == null : IN_THEIR_WORDS.get(expected).contains(reason);
        assertTrue(same, () -> "expected " + expected + ", but was " + reason);
    }

    @TestFactory
    Stream<DynamicTest> signsRequests() throws IOException {
        return each("requests", "vectors", (vector, body) -> {
            if (vector.text("expected") != null) {
                String path = Facts.ENDPOINT_PREFIX + vector.text("endpoint") + "?a=query";
                assertEquals(vector.text("expected"), Signature.ofRequest(
                    vector.text("secret"), vector.text("method"), path, body, vector.text("timestamp")));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> judgesAnswers() throws IOException {
        return each("responses", "vectors", (vector, body) -> assertReason(vector, faultOf(vector, body)));
    }

    @TestFactory
    Stream<DynamicTest> judgesWebhooks() throws IOException {
        return each("webhooks", "vectors", (vector, body) -> assertReason(vector, reasonOf(vector, body)));
    }

    @TestFactory
    Stream<DynamicTest> judgesWebhooksByTheirBytes() throws IOException {
        return each("webhook-bodies", "vectors", (vector, body) -> {
            assertReason(vector, reasonOf(vector, body));
            if (vector.text("reason") == null) {
                WebhookEvent event = verified(vector, body);
                assertEquals(vector.text("event"), event.name());
                assertEquals(vector.text("amount"), event.data().text("amount"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesAnswersThatNoHonestSenderSends() throws IOException {
        return each("hostile", "responses", (vector, body) ->
            assertEquals(vector.get("valid"), faultOf(vector, body) == null));
    }

    @TestFactory
    Stream<DynamicTest> refusesWebhooksThatNoHonestSenderSends() throws IOException {
        return each("hostile", "webhooks", (vector, body) ->
            assertEquals(vector.get("valid"), reasonOf(vector, body) == null));
    }
}
