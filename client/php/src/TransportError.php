<?php

// A failure on the way to the gateway and back: it says nothing about the payment.

declare(strict_types=1);

namespace IranDargah;

use IranDargah\Http\Question;

final class TransportError extends FailedCall
{
    private const LOST = 'No answer came: repeat it with the same idempotency key, or look up what became of it.';

    private const ADVICE = [
        'network' => self::LOST,
        'timeout' => self::LOST,
        'unreadable' => 'The answer is not JSON of the gateway: look for a proxy or an error page in between.',
        'untrusted' => 'The signature of the answer fails: check that secret_key is that of this terminal.',
        'unexpected' => 'The answer cannot be what it claims to be: look the payment up, and ask the support.',
        'too_large' => 'Reading ended at max_answer_bytes, counted after unpacking: no answer of the gateway is as large.',
        'timestamp_outside_tolerance' => 'It is too old, or the clock of this server is off: set it by NTP.',
    ];

    /**
     * Why an answer cannot be used although it came: a word for a signature (as WebhookError has them), or not_json,
     * too_large, undocumented, unproven, other_payment, other_request, test_mode_with_live_token.
     *
     * @var string|null
     * @readonly
     */
    public $fault;

    /**
     * @internal
     * @param array<string, mixed> $known
     */
    public static function of(Question $question, string $code, array $known = [], ?\Throwable $cause = null): self
    {
        $fault = $known['fault'] ?? null;
        $label = $fault === null ? $code : "$code ($fault, HTTP {$known['httpStatus']})";
        $known += ['errorCode' => $code, 'type' => 'transport_error'];
        return new self($question, $label, self::ADVICE[$fault ?? $code] ?? self::ADVICE[$code], true, $known, $cause);
    }
}
