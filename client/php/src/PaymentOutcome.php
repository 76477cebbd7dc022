<?php

// What has become of a payment, as far as it can be proven.

declare(strict_types=1);

namespace IranDargah;

final class PaymentOutcome
{
    /** The money is yours: mark the order as paid if it is not, in one conditional update, and deliver. */
    public const PAID = 'paid';

    /** The money is not yours: unpaid, or on its way back. Look at `final`. */
    public const NOT_PAID = 'not_paid';

    /** The gateway's record is not yours: do not deliver, and let a person look. */
    public const MISMATCH = 'mismatch';

    /** Nobody knows yet: tell the payer that it is being checked, and verify again later. */
    public const UNKNOWN = 'unknown';

    /**
     * One of the four constants.
     *
     * @var string
     * @readonly
     */
    public $outcome;

    /**
     * Your own record.
     *
     * @var StoredPayment
     * @readonly
     */
    public $payment;

    /**
     * Reference of the bank, when it is paid.
     *
     * @var string|null
     * @readonly
     */
    public $refId;

    /**
     * Jalali, `YYYY-MM-DD HH:mm:ss`, when it is paid.
     *
     * @var string|null
     * @readonly
     */
    public $verifiedAt;

    /**
     * Whether it was verified before this call: after a lost answer, a reloaded page, or by `direct_verify`.
     *
     * @var bool
     * @readonly
     */
    public $alreadyVerified = false;

    /**
     * Why it is not paid: `payment_unpaid`, `payment_failed`, `payment_expired` or `payment_cancelled`.
     *
     * @var string|null
     * @readonly
     */
    public $reason;

    /**
     * Whether it stays as it is: paid, or never to be paid. Otherwise verify again later.
     *
     * @var bool
     * @readonly
     */
    public $final = false;

    /**
     * What the gateway, or the way to it, said instead of "verified"; null when it is paid.
     *
     * @var FailedCall|null
     * @readonly
     */
    public $error;

    private function __construct(string $outcome, StoredPayment $payment, ?FailedCall $error)
    {
        $this->outcome = $outcome;
        $this->payment = $payment;
        $this->error = $error;
    }

    public function isPaid(): bool
    {
        return $this->outcome === self::PAID;
    }

    /** @internal @param array{string, string} $proof */
    public static function paid(StoredPayment $payment, array $proof, bool $alreadyVerified): self
    {
        $outcome = new self(self::PAID, $payment, null);
        [$outcome->refId, $outcome->verifiedAt] = $proof;
        $outcome->alreadyVerified = $alreadyVerified;
        $outcome->final = true;
        return $outcome;
    }

    /** @internal @param array{string, bool} $unpaid */
    public static function notPaid(StoredPayment $payment, array $unpaid, FailedCall $error): self
    {
        $outcome = new self(self::NOT_PAID, $payment, $error);
        [$outcome->reason, $outcome->final] = $unpaid;
        return $outcome;
    }

    /** @internal */
    public static function mismatch(StoredPayment $payment, FailedCall $error): self
    {
        return new self(self::MISMATCH, $payment, $error);
    }

    /** @internal */
    public static function unknown(StoredPayment $payment, FailedCall $error): self
    {
        return new self(self::UNKNOWN, $payment, $error);
    }
}
