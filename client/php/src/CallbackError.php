<?php

// A callback that does not fit your record: answer 400 and log it. Nothing of it may touch an order.

declare(strict_types=1);

namespace IranDargah;

/**
 * Its reasons: method_not_allowed, malformed, doubled_field, unknown_payment, authority_differs, amount_differs,
 * order_differs.
 */
final class CallbackError extends Refusal
{
    /** @internal */
    public static function of(string $reason): self
    {
        return new self($reason, 'Answer 400 and change no order because of it.');
    }
}
