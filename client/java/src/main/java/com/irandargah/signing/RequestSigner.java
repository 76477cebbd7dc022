package com.irandargah.signing;

import static com.irandargah.signing.Signature.bytes;

import irandargah.SigningFacts;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Signs requests with the secret key of the terminal (documentation, lines 2514-2592; decision 8). */
public final class RequestSigner {
    private final String secretKey;

    public RequestSigner(String secretKey) {
        this.secretKey = secretKey;
    }

    /**
     * The signature headers of a request.
     *
     * @param path the path as it travels, such as {@code /v2/payments}; a query is not signed
     * @param body the very bytes that are sent; empty when there is no body
     */
    public Map<String, String> headers(String method, String path, byte[] body, Instant at) {
        String timestamp = Long.toString(at.getEpochSecond());
        return Map.of(
            SigningFacts.REQUEST_TIMESTAMP_HEADER, timestamp,
            SigningFacts.REQUEST_SIGNATURE_HEADER, signature(method, path, body, timestamp));
    }

    /**
     * Judges a signed request as the gateway does; for tests of code that signs.
     *
     * @throws SignatureRefusedException when the gateway would refuse it
     */
    public void verify(String method, String path, byte[] body, String signature, String timestamp, Instant now)
        throws SignatureRefusedException {
        Signature.checkHeaders(signature, timestamp, now);
        Signature.check(signature, signature(method, path, body, timestamp));
    }

    private String signature(String method, String path, byte[] body, String timestamp) {
        String before = method.toUpperCase(Locale.ROOT) + ":" + endpoint(path) + ":";
        return Signature.of(secretKey, bytes(before), body, bytes(":" + timestamp));
    }

    /** {@code /v2/payments/A/cancel?x=1} becomes {@code payments/A/cancel}; an endpoint stays as it is. */
    private static String endpoint(String path) {
        String endpoint = path.split("\\?", 2)[0];
        if (endpoint.startsWith(SigningFacts.ENDPOINT_PREFIX)) {
            endpoint = endpoint.substring(SigningFacts.ENDPOINT_PREFIX.length());
        }
        return endpoint.replaceAll("^/+|/+$", "");
    }
}
