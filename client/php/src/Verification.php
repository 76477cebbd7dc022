<?php

// Turns a paid payment into your money, once, and tells without doubt whether it is (docs/decisions/0065, 0066, 0082).

declare(strict_types=1);

namespace IranDargah;

use IranDargah\Generated\ErrorCode;
use IranDargah\Generated\Operations;
use IranDargah\Http\Json;

/** @internal */
final class Verification
{
    /** @param array<string, mixed> $options */
    public static function of(Operations $gateway, StoredPayment $payment, array $options): PaymentOutcome
    {
        $asked = ['authority' => $payment->authority, 'amount' => $payment->amount, 'order_id' => $payment->orderId];
        try {
            $proof = Evidence::proof($gateway->createVerification($asked, $options)['verification']);
            if ($proof === null) {
                throw new \LogicException('Without a proof of this authority and this amount it would not have succeeded.');
            }
            return PaymentOutcome::paid($payment, $proof, false);
        } catch (FailedCall $error) {
            unset($options['idempotency_key']);
            return self::afterAll($gateway, $payment, $options, $error);
        }
    }

    /** @param array<string, mixed> $options */
    private static function afterAll(
        Operations $gateway,
        StoredPayment $payment,
        array $options,
        FailedCall $error
    ): PaymentOutcome {
        if ($error->errorCode === ErrorCode::TRANSACTION_NOT_FOUND || self::isAboutAnother($error)) {
            return PaymentOutcome::mismatch($payment, $error);
        }
        $already = $error->errorCode === ErrorCode::ALREADY_VERIFIED;
        $refused = $error->errorCode === ErrorCode::VALIDATION;
        $said = $refused ? Evidence::unpaidBecause($error->stateReason) : null;
        if ($said !== null) {
            return PaymentOutcome::notPaid($payment, $said, $error);
        }
        if (!$already && !$refused && !$error->mayHaveActed) {
            return PaymentOutcome::unknown($payment, $error);
        }
        $amount = $payment->amount->inRials();
        try {
            $found = $gateway->getVerification($payment->authority, $options)['verification'];
            if (self::hasAnother($found, $amount)) {
                return PaymentOutcome::mismatch($payment, $error);
            }
            $proof = Evidence::proof($found);
            if ($proof !== null && ($found['amount'] ?? null) === $amount) {
                return PaymentOutcome::paid($payment, $proof, true);
            }
            if ($already || !Evidence::hasNoTrace($found)) {
                return PaymentOutcome::unknown($payment, $error);
            }
        } catch (FailedCall $nothing) {
            if (self::isAboutAnother($nothing)) {
                return PaymentOutcome::mismatch($payment, $error);
            }
            if ($already || !self::hasNothing($nothing)) {
                return PaymentOutcome::unknown($payment, $nothing);
            }
        }
        return self::byTransaction($gateway, $payment, $options, $error, $refused);
    }

    /**
     * What the transaction says of a payment of which no verification is known.
     *
     * @param array<string, mixed> $options
     */
    private static function byTransaction(
        Operations $gateway,
        StoredPayment $payment,
        array $options,
        FailedCall $error,
        bool $refused
    ): PaymentOutcome {
        try {
            $seen = $gateway->getTransaction($payment->authority, $options)['transaction'];
        } catch (FailedCall $unseen) {
            $strange = self::isAboutAnother($unseen) || ($refused && self::hasNothing($unseen));
            return $strange ? PaymentOutcome::mismatch($payment, $error) : PaymentOutcome::unknown($payment, $error);
        }
        $order = $seen['order_id'] ?? null;
        $otherOrder = Json::isText($order) && $order !== $payment->orderId;
        if ($otherOrder || self::hasAnother($seen, $payment->amount->inRials())) {
            return PaymentOutcome::mismatch($payment, $error);
        }
        $unpaid = Evidence::unpaidBy($seen);
        return $unpaid === null
            ? PaymentOutcome::unknown($payment, $error)
            : PaymentOutcome::notPaid($payment, $unpaid, $error);
    }

    /** Whether the gateway answered with a verification or a transaction that is not the one we asked about. */
    private static function isAboutAnother(FailedCall $error): bool
    {
        return $error instanceof TransportError && $error->errorCode === 'unexpected' && $error->fault === 'other_payment';
    }

    /** Whether the gateway understood the question and has nothing to show for it. */
    private static function hasNothing(FailedCall $error): bool
    {
        return in_array($error->errorCode, [ErrorCode::TRANSACTION_NOT_FOUND, ErrorCode::VALIDATION], true);
    }

    /** @param array<string, mixed> $record */
    private static function hasAnother(array $record, int $amount): bool
    {
        $given = $record['amount'] ?? null;
        return Json::isNumber($given) && $given !== $amount;
    }
}
