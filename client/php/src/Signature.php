<?php

// The one place that makes and compares signatures.

declare(strict_types=1);

namespace IranDargah\Signing;

use IranDargah\SigningFacts;

/** @internal */
final class Signature
{
    /** HMAC-SHA256 as 64 lower-case hexadecimal digits. */
    public static function of(string $message, string $secret): string
    {
        return hash_hmac('sha256', $message, $secret);
    }

    /**
     * Judges the two headers by themselves, before any bytes are looked at.
     *
     * @param int $now the receiver's clock in Unix seconds
     * @throws SignatureRefused when one is missing or malformed, or the time is too far away
     */
    public static function checkHeaders(?string $signature, ?string $timestamp, int $now): void
    {
        $refusal = match (true) {
            $signature === null || $signature === '' || $timestamp === null || $timestamp === '' => Reason::HeadersMissing,
            preg_match('/\A[0-9]{1,18}\z/', $timestamp) !== 1 => Reason::TimestampMalformed,
            abs($now - (int) $timestamp) > SigningFacts::TOLERANCE_SECONDS => Reason::TimestampOutsideTolerance,
            preg_match('/\A[0-9a-f]{64}\z/', $signature) !== 1 => Reason::SignatureMalformed,
            default => null,
        };
        if ($refusal !== null) {
            throw new SignatureRefused($refusal);
        }
    }

    /**
     * Compares in constant time; hash_equals takes unequal lengths without failing.
     *
     * @throws SignatureRefused when the signature is not of this message
     */
    public static function check(string $signature, string $message, string $secret): void
    {
        if (!hash_equals(self::of($message, $secret), $signature)) {
            throw new SignatureRefused(Reason::SignatureMismatch);
        }
    }
}
