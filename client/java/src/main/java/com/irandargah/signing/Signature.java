package com.irandargah.signing;

import irandargah.SigningFacts;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one place that makes and compares signatures. */
final class Signature {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    private Signature() {}

    /** HMAC-SHA256 over the parts one after the other, as 64 lower-case hexadecimal digits. */
    static String of(String secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", impossible);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Judges the two headers by themselves, before any bytes are looked at. */
    static void checkHeaders(String signature, String timestamp, Instant now) throws SignatureRefusedException {
        if (signature == null || signature.isEmpty() || timestamp == null || timestamp.isEmpty()) {
            throw new SignatureRefusedException(Reason.HEADERS_MISSING);
        }
        if (!SECONDS.matcher(timestamp).matches()) {
            throw new SignatureRefusedException(Reason.TIMESTAMP_MALFORMED);
        }
        if (Math.abs(now.getEpochSecond() - Long.parseLong(timestamp)) > SigningFacts.TOLERANCE_SECONDS) {
            throw new SignatureRefusedException(Reason.TIMESTAMP_OUTSIDE_TOLERANCE);
        }
        if (!DIGITS.matcher(signature).matches()) {
            throw new SignatureRefusedException(Reason.SIGNATURE_MALFORMED);
        }
    }

    /** Compares in constant time; MessageDigest.isEqual takes unequal lengths without failing. */
    static boolean isEqual(String signature, String expected) {
        return MessageDigest.isEqual(bytes(expected), bytes(signature));
    }

    static void check(String signature, String expected) throws SignatureRefusedException {
        if (!isEqual(signature, expected)) {
            throw new SignatureRefusedException(Reason.SIGNATURE_MISMATCH);
        }
    }
}
