<?php

// Decides whether a failed attempt may be repeated, and after which pause.

declare(strict_types=1);

namespace IranDargah\Http;

use IranDargah\FailedCall;
use IranDargah\Generated\ErrorCode;
use IranDargah\Generated\Facts;

/** @internal */
final class Retry
{
    private const FIRST_PAUSE = 0.25;
    private const PASSING_WORDS = ['network', 'timeout', 'unreadable', 'untrusted'];

    /**
     * @param array<string, mixed> $operation
     * @param int $attempt the one that failed, counted from 1
     * @param float $random from 0 to 1, so that many shops do not come back at the same moment
     * @return float|null seconds until the next attempt; null when the failure is final for this call
     */
    public static function pause(
        FailedCall $error,
        array $operation,
        int $attempt,
        int $retries,
        float $longest,
        float $random
    ): ?float {
        if ($attempt > $retries) {
            return null;
        }
        // A refusal by the rate limit has had no effect, so any operation may be repeated after it.
        $limited = $error->errorCode === ErrorCode::RATE_LIMITED;
        if (!$limited && !(self::isRepeatable($operation) && self::isTransient($error))) {
            return null;
        }
        if ($error->retryAfter !== null) {
            return $error->retryAfter > $longest ? null : $error->retryAfter + self::FIRST_PAUSE * $random;
        }
        return min($longest, self::FIRST_PAUSE * 2 ** ($attempt - 1) * (0.5 + $random));
    }

    /**
     * Whether sending the same bytes again can never act twice: it only reads, or its idempotency key is documented.
     *
     * @param array<string, mixed> $operation
     */
    private static function isRepeatable(array $operation): bool
    {
        $keyed = ($operation['idempotencyKey'] ?? false) && !($operation['undocumented'] ?? false);
        return $operation['method'] === 'GET' || $keyed;
    }

    /**
     * Whether the failure may pass by itself (docs/decisions/0064). The HTTP status is asked only where there is no
     * code that would tell.
     */
    private static function isTransient(FailedCall $error): bool
    {
        $code = $error->errorCode;
        if (in_array($code, self::PASSING_WORDS, true)) {
            return true;
        }
        foreach (Facts::ERRORS as $documented) {
            if ($documented['code'] === $code && ($documented['mayHaveActed'] ?? false)) {
                return true;
            }
        }
        return in_array($code, ['unknown_code', 'unexpected'], true) && $error->httpStatus >= 500;
    }
}
