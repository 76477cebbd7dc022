<?php

// A delivery that is not proven to come from the gateway. Answer 401: a real one comes again, which does no harm.

declare(strict_types=1);

namespace IranDargah;

/**
 * Its reasons: signature_missing, signature_malformed, signature_mismatch, timestamp_missing, timestamp_malformed,
 * timestamp_outside_tolerance, header_doubled, id_missing, body_malformed, data_missing, event_differs.
 */
final class WebhookError extends Refusal
{
    /** Where to look when it is not a stranger's delivery but a genuine one. */
    private const LOOK_AT = [
        'signature_mismatch' => 'the secret of this webhook, and that the body is as it came',
        'timestamp_outside_tolerance' => 'the clock of this server',
    ];

    /** @internal */
    public static function of(string $reason): self
    {
        $look = self::LOOK_AT[$reason] ?? null;
        $genuine = $look === null ? '' : " If all are refused, look at $look.";
        return new self($reason, "Answer 401 and do nothing with it.$genuine");
    }
}
