<?php

// A delivered event whose signature was right.

declare(strict_types=1);

namespace IranDargah;

final class WebhookEvent
{
    /**
     * Its name; `unknown` is one that this version does not know, or whose signed data does not fit its unsigned name:
     * log it and answer 2xx.
     *
     * @var string
     * @readonly
     */
    public $event;

    /**
     * The name as it came; not signed.
     *
     * @var string
     * @readonly
     */
    public $name;

    /**
     * X-Webhook-ID: the same at every attempt to deliver this event; not signed.
     *
     * @var string
     * @readonly
     */
    public $id;

    /**
     * When it happened, ISO 8601; not signed.
     *
     * @var string|null
     * @readonly
     */
    public $timestamp;

    /**
     * @var string|null
     * @readonly
     */
    public $merchantCode;

    /**
     * Only this was signed: treat it as a hint, and ask getPayment() before you deliver anything.
     *
     * @var array<string, mixed>
     * @readonly
     */
    public $data;

    /**
     * Names this event and its signed data, which somebody who replays it cannot change.
     *
     * @var string
     * @readonly
     */
    public $fingerprint;

    /** @internal @param array<string, mixed> $says */
    public function __construct(string $event, string $id, string $signature, array $says)
    {
        $this->event = $event;
        $this->name = $says['event'];
        $this->id = $id;
        $this->timestamp = is_string($says['timestamp'] ?? null) ? $says['timestamp'] : null;
        $this->merchantCode = is_string($says['merchant_code'] ?? null) ? $says['merchant_code'] : null;
        $this->data = $says['data'];
        $this->fingerprint = "$this->name:$signature";
    }
}
