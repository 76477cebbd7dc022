package com.irandargah;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 signatures of requests, answers and webhooks: the one place that makes and compares them. */
final class Signature {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,15}");
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    private Signature() {}

    /** A secret is text and never decoded, even if it looks like hexadecimal; an empty one is known to everybody. */
    static void checkSecret(String secret) {
        if (secret == null || secret.isEmpty()) {
            throw new IllegalArgumentException("A secret is empty: set it, or leave it out.");
        }
    }

    /** The HMAC over the parts one after the other, as 64 lower-case hexadecimal digits. */
    private static String of(String secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return hex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", impossible);
        }
    }

    static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte one : bytes) {
            text.append(Character.forDigit(one >> 4 & 15, 16)).append(Character.forDigit(one & 15, 16));
        }
        return text.toString();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The signature of a request (docs/decisions/0008).
     *
     * @param path as it travels; a query is cut off
     * @param timestamp whole Unix seconds
     */
    static String ofRequest(String secret, String method, String path, byte[] body, String timestamp) {
        String endpoint = path.split("\\?", 2)[0].substring(Facts.ENDPOINT_PREFIX.length());
        return of(secret, bytes(method + ":" + endpoint + ":"), body, bytes(":" + timestamp));
    }

    /** Why an answer cannot be trusted, over the exact bytes that came (docs/decisions/0010); null when it can. */
    static String faultOfAnswer(String secret, String signature, String timestamp, byte[] body, Instant now) {
        if (signature == null || signature.isEmpty()) {
            return "signature_missing";
        }
        String late = faultOfTime(timestamp, now);
        return late != null ? late : fault(secret, signature, body, bytes(":" + timestamp));
    }

    /** Whether a header's Unix time is near enough, in both directions; null when it is. */
    static String faultOfTime(String timestamp, Instant now) {
        if (timestamp == null || timestamp.isEmpty()) {
            return "timestamp_missing";
        }
        if (!SECONDS.matcher(timestamp).matches()) {
            return "timestamp_malformed";
        }
        long distance = Math.abs(now.getEpochSecond() - Long.parseLong(timestamp));
        return distance > Facts.TOLERANCE_SECONDS ? "timestamp_outside_tolerance" : null;
    }

    /** Compares in constant time; a signature of any other form than 64 lower-case hexadecimal digits is refused. */
    static String fault(String secret, String signature, byte[]... parts) {
        if (!DIGITS.matcher(signature).matches()) {
            return "signature_malformed";
        }
        boolean same = MessageDigest.isEqual(bytes(of(secret, parts)), bytes(signature));
        return same ? null : "signature_mismatch";
    }
}
