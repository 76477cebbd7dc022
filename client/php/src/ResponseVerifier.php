<?php

// Verifies the answers of the gateway (documentation, lines 2749-2811; decision 10).

declare(strict_types=1);

namespace IranDargah\Signing;

use IranDargah\SigningFacts;

final class ResponseVerifier
{
    public function __construct(#[\SensitiveParameter] private readonly string $secretKey)
    {
    }

    /**
     * Verify first, decode afterwards. The signature covers neither the status nor the path: compare
     * authority and amount of the body with your own record all the same.
     *
     * @param string $body the very bytes that came
     * @param string|null $signature the value of X-Response-Signature
     * @param string|null $timestamp the value of X-Response-Timestamp
     * @param int|null $now Unix seconds; the clock of this machine when null
     * @throws SignatureRefused when the answer must not be believed
     */
    public function verify(string $body, ?string $signature, ?string $timestamp, ?int $now = null): void
    {
        Signature::checkHeaders($signature, $timestamp, $now ?? time());
        Signature::check((string) $signature, $body . ':' . $timestamp, $this->secretKey);
    }

    /**
     * Whether an answer without a signature must be refused. The gateway signs every answer once it knows the
     * terminal, so what may come unsigned is only what changes no order: 401, 429 and failures of servers.
     *
     * @param string $path the path of the request
     */
    public static function mustBeSigned(string $path, int $status): bool
    {
        return str_starts_with($path, SigningFacts::SIGNED_ANSWERS_PREFIX)
            && !in_array($status, [401, 429], true)
            && $status < 500;
    }
}
