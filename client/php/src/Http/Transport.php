<?php

// What sends one request as it stands and brings back what came; signing, repeating and believing happen above it.

declare(strict_types=1);

namespace IranDargah\Http;

interface Transport
{
    /**
     * Must not follow redirects, which would carry the token elsewhere, and must not repeat anything by itself.
     *
     * @param array<string, string> $headers
     * @param string|null $body the exact bytes
     * @param float $timeout seconds, for the whole exchange
     * @param int $maxBytes of the body, after unpacking; reading ends beyond them
     * @throws LostAnswer when no answer came in full
     */
    public function send(
        string $method,
        string $url,
        array $headers,
        ?string $body,
        float $timeout,
        int $maxBytes
    ): RawAnswer;
}
