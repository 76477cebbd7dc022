<?php

// The one place that makes and compares signatures: HMAC-SHA256 as 64 lower-case hexadecimal digits.

declare(strict_types=1);

namespace IranDargah;

use IranDargah\Generated\Facts;

final class Signature
{
    /**
     * The signature of a request (docs/decisions/0008).
     *
     * @param string $path as it travels, `/v2/payments` for example; a query is not signed
     * @param string $body the very bytes that are sent; empty when there is none
     * @param string $timestamp whole Unix seconds
     */
    public static function ofRequest(
        string $secret,
        string $method,
        string $path,
        string $body,
        string $timestamp
    ): string {
        $path = explode('?', $path, 2)[0];
        $prefix = Facts::SIGNING['request']['endpoint_prefix'];
        $endpoint = strpos($path, $prefix) === 0 ? substr($path, strlen($prefix)) : $path;
        $values = ['METHOD' => $method, 'endpoint' => $endpoint, 'body' => $body, 'timestamp' => $timestamp];
        return self::of($secret, self::joined(Facts::SIGNING['request'], $values));
    }

    /**
     * Checks the signature of an answer over the exact bytes that came (docs/decisions/0010).
     *
     * @param int $now Unix seconds
     * @return string|null why it must not be believed
     */
    public static function faultOfAnswer(
        string $secret,
        string $signature,
        string $timestamp,
        string $body,
        int $now
    ): ?string {
        if ($signature === '') {
            return 'signature_missing';
        }
        $signed = self::joined(Facts::SIGNING['response'], ['body' => $body, 'timestamp' => $timestamp]);
        return self::timestampFault($timestamp, $now) ?? self::fault($secret, $signature, $signed);
    }

    /** Compares in constant time; any other form than 64 lower-case hexadecimal digits is refused. */
    public static function fault(
        string $secret,
        string $signature,
        string $signed
    ): ?string {
        if ($signature === '') {
            return 'signature_missing';
        }
        if (preg_match('/\A[0-9a-f]{64}\z/', $signature) !== 1) {
            return 'signature_malformed';
        }
        return hash_equals(self::of($secret, $signed), $signature) ? null : 'signature_mismatch';
    }

    /**
     * Whether the Unix time of a header is near enough, in both directions.
     *
     * @param int $now Unix seconds
     */
    public static function timestampFault(string $timestamp, int $now): ?string
    {
        if ($timestamp === '') {
            return 'timestamp_missing';
        }
        if (preg_match('/\A[0-9]{1,15}\z/', $timestamp) !== 1) {
            return 'timestamp_malformed';
        }
        return abs($now - (int) $timestamp) > Facts::SIGNING['tolerance_seconds'] ? 'timestamp_outside_tolerance' : null;
    }

    /** A secret is text, and never decoded, even if it looks like hexadecimal. */
    private static function of(
        string $secret,
        string $text
    ): string {
        if ($secret === '') {
            throw new ConfigurationError('A secret is empty: set it, or leave it out.');
        }
        return hash_hmac('sha256', $text, $secret);
    }

    /** @param array<string, mixed> $recipe @param array<string, string> $values */
    private static function joined(array $recipe, array $values): string
    {
        return implode($recipe['separator'], array_map(static function (string $part) use ($values): string {
            return $values[$part];
        }, $recipe['parts']));
    }
}
