package com.irandargah.signing;

import com.fasterxml.jackson.databind.JsonNode;
import irandargah.SigningFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Verifies webhooks (documentation, lines 1705-1807; decisions 9, 48, 49 and 90). */
public final class WebhookVerifier {
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
        WebhookBody read = new WebhookBody(body);
        if (!Signature.isEqual(signature, Signature.of(secret, read.slice()))) {
            // Something between the gateway and here may have laid out the body anew.
            Signature.check(signature, Signature.of(secret, read.compact()));
        }
        JsonNode inBody = read.field("signature");
        if (!inBody.isMissingNode() && !inBody.isNull() && !inBody.asText().equals(signature)) {
            throw new SignatureRefusedException(Reason.BODY_SIGNATURE_MISMATCH);
        }
        String name = read.field("event").textValue();
        if (name == null || !name.equals(header(headers, SigningFacts.WEBHOOK_EVENT_HEADER))) {
            throw new SignatureRefusedException(Reason.EVENT_MISMATCH);
        }
        return new WebhookEvent(header(headers, SigningFacts.WEBHOOK_ID_HEADER), name, read.data());
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
