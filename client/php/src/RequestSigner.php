<?php

// Signs requests with the secret key of the terminal (documentation, lines 2514-2592; decision 8).

declare(strict_types=1);

namespace IranDargah\Signing;

use IranDargah\SigningFacts;

final class RequestSigner
{
    public function __construct(#[\SensitiveParameter] private readonly string $secretKey)
    {
    }

    /**
     * The signature headers of a request.
     *
     * @param string $method the HTTP method
     * @param string $path the path as it travels, such as `/v2/payments`; a query is not signed
     * @param string $body the very bytes that are sent; empty when there is no body
     * @param int|null $timestamp Unix seconds; the clock of this machine when null
     * @return array<string, string> header names to values
     */
    public function headers(string $method, string $path, string $body = '', ?int $timestamp = null): array
    {
        $timestamp = (string) ($timestamp ?? time());
        return [
            SigningFacts::REQUEST_TIMESTAMP_HEADER => $timestamp,
            SigningFacts::REQUEST_SIGNATURE_HEADER => Signature::of(
                self::message($method, $path, $body, $timestamp),
                $this->secretKey,
            ),
        ];
    }

    /**
     * Judges a signed request as the gateway does; for tests of code that signs.
     *
     * @throws SignatureRefused when the gateway would refuse it
     */
    public function verify(
        string $method,
        string $path,
        string $body,
        ?string $signature,
        ?string $timestamp,
        ?int $now = null,
    ): void {
        Signature::checkHeaders($signature, $timestamp, $now ?? time());
        Signature::check((string) $signature, self::message($method, $path, $body, (string) $timestamp), $this->secretKey);
    }

    private static function message(string $method, string $path, string $body, string $timestamp): string
    {
        return implode(':', [strtoupper($method), self::endpoint($path), $body, $timestamp]);
    }

    /** `/v2/payments/A/cancel?x=1` becomes `payments/A/cancel`; an endpoint stays as it is. */
    private static function endpoint(string $path): string
    {
        $path = explode('?', $path, 2)[0];
        if (str_starts_with($path, SigningFacts::ENDPOINT_PREFIX)) {
            $path = substr($path, strlen(SigningFacts::ENDPOINT_PREFIX));
        }
        return trim($path, '/');
    }
}
