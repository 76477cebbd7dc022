<?php

// Verifies webhooks (documentation, lines 1705-1807; decisions 9, 48, 49 and 90).

declare(strict_types=1);

namespace IranDargah\Signing;

use IranDargah\SigningFacts;

final class WebhookVerifier
{
    public function __construct(#[\SensitiveParameter] private readonly string $secret)
    {
    }

    /**
     * Verifies an event and decodes it. Answer 401 when it throws.
     *
     * Only `data` is signed: before you deliver, ask getPayment for the authority in it, and handle each
     * X-Webhook-ID once.
     *
     * @param string $body the raw body, `file_get_contents('php://input')`; never a decoded and encoded one
     * @param array<string, string|string[]> $headers header names, in any case, to values
     * @param int|null $now Unix seconds; the clock of this machine when null
     * @return array{event: string, timestamp: string, merchant_code: string, data: array<string, mixed>} the event
     * @throws SignatureRefused when it must not be believed
     */
    public function verify(string $body, array $headers, ?int $now = null): array
    {
        $signature = self::header($headers, SigningFacts::WEBHOOK_SIGNATURE_HEADER);
        Signature::checkHeaders(
            $signature,
            self::header($headers, SigningFacts::WEBHOOK_TIMESTAMP_HEADER),
            $now ?? time(),
        );
        $read = new WebhookBody($body);
        $event = $read->event;
        if (!hash_equals(Signature::of($read->slice, $this->secret), (string) $signature)) {
            // Something between the gateway and here may have laid out the body anew.
            Signature::check((string) $signature, $read->compact, $this->secret);
        }
        if (isset($event['signature']) && $event['signature'] !== $signature) {
            throw new SignatureRefused(Reason::BodySignatureMismatch);
        }
        if (($event['event'] ?? null) !== self::header($headers, SigningFacts::WEBHOOK_EVENT_HEADER)) {
            throw new SignatureRefused(Reason::EventMismatch);
        }
        return $event;
    }

    /** @param array<string, string|string[]> $headers */
    private static function header(array $headers, string $name): ?string
    {
        $found = null;
        foreach ($headers as $key => $value) {
            if (strcasecmp((string) $key, $name) === 0) {
                // A doubled header is refused as malformed, whatever the library makes of it.
                $found = ($found === null ? '' : $found . ', ') . implode(', ', (array) $value);
            }
        }
        return $found;
    }
}
