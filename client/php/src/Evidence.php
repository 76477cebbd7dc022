<?php

// What proves that a payment was verified, and what is left to say when nothing does (docs/decisions/0082).

declare(strict_types=1);

namespace IranDargah;

/** @internal */
final class Evidence
{
    /** Why a payment is not paid, in the gateway's words, and whether that is the last word. */
    private const FINALITY = [
        'payment_unpaid' => false,
        'payment_failed' => true,
        'payment_expired' => true,
        'payment_cancelled' => true,
    ];

    private const REASON_BY_STATUS = [
        'failed' => 'payment_failed',
        'timeout' => 'payment_expired',
        'cancelled' => 'payment_cancelled',
    ];

    /**
     * The reference and the time of a verification, if it has both; whatever else they hold is no proof.
     *
     * @param array<string, mixed> $claim
     * @return array{string, string}|null
     */
    public static function proof(array $claim): ?array
    {
        return self::hasReference($claim) && self::hasMoment($claim)
            ? [$claim['ref_id'], $claim['verified_at']]
            : null;
    }

    /**
     * Whether nothing at all speaks for a verification.
     *
     * @param array<string, mixed> $claim
     */
    public static function hasNoTrace(array $claim): bool
    {
        return !self::hasReference($claim) && !self::hasMoment($claim);
    }

    /**
     * What the gateway's own word says of an unpaid payment; null for any word that does not say so.
     *
     * @return array{string, bool}|null the reason, and whether it stays so
     */
    public static function unpaidBecause(?string $reason): ?array
    {
        return isset(self::FINALITY[$reason ?? '']) ? [$reason, self::FINALITY[$reason]] : null;
    }

    /**
     * What a transaction says of a payment without a trace of a verification; null when it may have been paid.
     *
     * @param array<string, mixed> $transaction
     * @return array{string, bool}|null
     */
    public static function unpaidBy(array $transaction): ?array
    {
        $status = $transaction['status'] ?? null;
        $verifiable = $transaction['can_be_verified'] ?? null;
        if (!in_array($verifiable, [null, false, 0, ''], true)) {
            return null;
        }
        if ($status === 'pending' && $verifiable === false) {
            return self::unpaidBecause('payment_unpaid');
        }
        return is_string($status) ? self::unpaidBecause(self::REASON_BY_STATUS[$status] ?? null) : null;
    }

    /** @param array<string, mixed> $claim */
    private static function hasReference(array $claim): bool
    {
        // A reference of zeros is none, nor is one of blanks in any script.
        return is_string($claim['ref_id'] ?? null) && preg_match('/[^\s\p{Z}\x{FEFF}0-]/u', $claim['ref_id']) === 1;
    }

    /** @param array<string, mixed> $claim */
    private static function hasMoment(array $claim): bool
    {
        // A moment needs a digit that is not zero.
        $moment = $claim['verified_at'] ?? null;
        return is_string($moment) && preg_match('/[1-9۱-۹]/u', $moment) === 1;
    }
}
