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
import java.util.function.BiFunction;
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
        return part(file, "vectors");
    }

    private static Stream<JsonNode> part(String file, String part) throws IOException {
        Path path = Path.of("../../contract-tests/vectors", file + ".json");
        JsonNode vectors = new ObjectMapper().readTree(path.toFile()).get(part);
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

    /** Why it was refused; null when it was accepted. */
    private static String reasonOf(Executable verify) {
        try {
            verify.execute();
            return null;
        } catch (SignatureRefusedException refused) {
            return refused.reason().word();
        } catch (Throwable other) {
            throw new AssertionError("It failed in another way than by a refusal.", other);
        }
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

    /** What every receiver judges, by the names of the files. */
    private static final Map<String, BiFunction<JsonNode, byte[], Executable>> JUDGES = Map.of(
        "requests", (vector, body) -> () -> new RequestSigner(text(vector, "secret")).verify(
            text(vector, "method"), text(vector, "endpoint"), body,
            text(vector, "signature"), text(vector, "timestamp"), now(vector)),
        "responses", (vector, body) -> () -> new ResponseVerifier(text(vector, "secret")).verify(
            body, text(vector, "signature"), text(vector, "timestamp"), now(vector)),
        "webhooks", (vector, body) -> () -> new WebhookVerifier(text(vector, "secret")).verify(
            body, webhookHeaders(vector), now(vector)));

    private static Map<String, List<String>> webhookHeaders(JsonNode vector) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("x-webhook-timestamp", List.of(text(vector, "timestamp")));
        headers.put("x-webhook-event", List.of(text(vector, "event")));
        if (vector.has("id")) {
            headers.put("x-webhook-id", List.of(text(vector, "id")));
        }
        if (text(vector, "signature") != null) {
            headers.put("x-webhook-signature", List.of(text(vector, "signature")));
        }
        return headers;
    }

    private static Stream<DynamicTest> judges(String file) throws IOException {
        return each(vectors(file), (vector, body) ->
            assertEquals(text(vector, "reason"), reasonOf(JUDGES.get(file).apply(vector, body))));
    }

    @TestFactory
    Stream<DynamicTest> judgesRequests() throws IOException {
        return judges("requests");
    }

    @TestFactory
    Stream<DynamicTest> judgesResponses() throws IOException {
        return judges("responses");
    }

    @TestFactory
    Stream<DynamicTest> judgesWebhooks() throws IOException {
        return judges("webhooks");
    }

    @TestFactory
    Stream<DynamicTest> judgesWebhooksByTheirBytes() throws IOException {
        return each(vectors("webhook-bodies"), (vector, body) -> {
            assertEquals(text(vector, "reason"), reasonOf(JUDGES.get("webhooks").apply(vector, body)));
            if (vector.get("valid").asBoolean()) {
                WebhookEvent event = new WebhookVerifier(text(vector, "secret"))
                    .verify(body, webhookHeaders(vector), now(vector));
                assertEquals(
                    List.of(text(vector, "id"), text(vector, "event"), text(vector, "amount")),
                    List.of(event.id(), event.event(), event.data().get("amount").asText()));
            }
        });
    }

    /** For whatever reason, and never by failing in another way. */
    private static Stream<DynamicTest> refusesHostile(String part) throws IOException {
        return each(part("hostile", part), (vector, body) ->
            assertEquals(vector.get("valid").asBoolean(), reasonOf(JUDGES.get(part).apply(vector, body)) == null));
    }

    @TestFactory
    Stream<DynamicTest> refusesRequestsThatNoHonestSenderSends() throws IOException {
        return refusesHostile("requests");
    }

    @TestFactory
    Stream<DynamicTest> refusesResponsesThatNoHonestSenderSends() throws IOException {
        return refusesHostile("responses");
    }

    @TestFactory
    Stream<DynamicTest> refusesWebhooksThatNoHonestSenderSends() throws IOException {
        return refusesHostile("webhooks");
    }
}
