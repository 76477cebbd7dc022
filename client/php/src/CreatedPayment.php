<?php

// A payment that has been registered: store its authority with your order, then send the payer to its address.

declare(strict_types=1);

namespace IranDargah;

final class CreatedPayment
{
    /**
     * @var string
     * @readonly
     */
    public $authority;

    /**
     * The page where the payer pays.
     *
     * @var string
     * @readonly
     */
    public $gatewayUrl;

    /**
     * Jalali, in Tehran, as it came; null when it did not come.
     *
     * @var string|null
     * @readonly
     */
    public $expiresAt;

    /**
     * The key of this call: repeated with it, the same order cannot be registered twice.
     *
     * @var string
     * @readonly
     */
    public $idempotencyKey;

    /**
     * Everything that came.
     *
     * @var array<string, mixed>
     * @readonly
     */
    public $data;

    /** @internal */
    public function __construct(Answer $answer)
    {
        $payment = $answer->data['transaction'];
        $this->authority = $payment['authority'];
        $this->gatewayUrl = is_string($payment['gateway_url'] ?? null) ? $payment['gateway_url'] : '';
        $this->expiresAt = is_string($payment['expires_at'] ?? null) ? $payment['expires_at'] : null;
        $this->idempotencyKey = (string) $answer->idempotencyKey;
        $this->data = $answer->data;
    }
}
