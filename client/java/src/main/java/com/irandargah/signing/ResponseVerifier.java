package com.irandargah.signing;

import static com.irandargah.signing.Signature.bytes;

import irandargah.SigningFacts;
import java.time.Instant;

/** Verifies the answers of the gateway (documentation, lines 2749-2811; decision 10). */
public final class ResponseVerifier {
    private final String secretKey;

    public ResponseVerifier(String secretKey) {
        this.secretKey = secretKey;
    }

    /**
     * Verify first, decode afterwards. The signature covers neither the status nor the path: compare authority and
     * amount of the body with your own record all the same.
     *
     * @param body the very bytes that came
     * @param signature the value of X-Response-Signature, or null
     * @param timestamp the value of X-Response-Timestamp, or null
     * @throws SignatureRefusedException when the answer must not be believed
     */
    public void verify(byte[] body, String signature, String timestamp, Instant now)
        throws SignatureRefusedException {
        Signature.checkHeaders(signature, timestamp, now);
        Signature.check(signature, Signature.of(secretKey, body, bytes(":" + timestamp)));
    }

    /**
     * Whether an answer without a signature must be refused. The gateway signs every answer once it knows the
     * terminal, so what may come unsigned is only what changes no order: 401, 429 and failures of servers.
     */
    public static boolean mustBeSigned(String path, int status) {
        return path.startsWith(SigningFacts.SIGNED_ANSWERS_PREFIX) && status != 401 && status != 429 && status < 500;
    }
}
