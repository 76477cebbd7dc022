<?php

// Verifies webhooks (documentation, lines 1705-1807; decisions 9, 48 and 49).

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
        // Objects, not arrays: an empty object would come out as a list.
        $event = json_decode($body, false, 64, JSON_BIGINT_AS_STRING);
        if (json_last_error() !== JSON_ERROR_NONE || self::hasRepeatedName($body, $event)) {
            throw new SignatureRefused(Reason::BodyMalformed);
        }
        if (!is_object($event) || !isset($event->data) || !is_object($event->data)) {
            throw new SignatureRefused(Reason::DataMissing);
        }
        Signature::check((string) $signature, self::compact($event->data), $this->secret);
        if (isset($event->signature) && $event->signature !== $signature) {
            throw new SignatureRefused(Reason::BodySignatureMismatch);
        }
        if (($event->event ?? null) !== self::header($headers, SigningFacts::WEBHOOK_EVENT_HEADER)) {
            throw new SignatureRefused(Reason::EventMismatch);
        }
        return json_decode($body, true, 64, JSON_BIGINT_AS_STRING);
    }

    /** The bytes that are signed: no blanks, slashes and Unicode not escaped, the keys in their order. */
    private static function compact(object $data): string
    {
        $text = json_encode($data, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS);
        // A number that is too large to be held has been read as an infinite one, and cannot be written.
        return $text === false ? throw new SignatureRefused(Reason::BodyMalformed) : $text;
    }

    /**
     * Whether an object has two members of one name. What is signed is not what travels but what was read of it, so
     * that a body must not mean two things.
     *
     * @param mixed $event what the body was decoded to
     */
    private static function hasRepeatedName(string $body, mixed $event): bool
    {
        // Texts, each with the colon behind it that makes it the name of a member.
        preg_match_all('/"[^"\\\\]*+(?:\\\\.[^"\\\\]*+)*+"(\s*+:)?/s', $body, $texts);
        return count(array_filter($texts[1] ?? [])) !== self::members($event);
    }

    /** How many members all objects in a value have together. */
    private static function members(mixed $value): int
    {
        if (!is_object($value) && !is_array($value)) {
            return 0;
        }
        $values = is_object($value) ? get_object_vars($value) : $value;
        return (is_object($value) ? count($values) : 0) + array_sum(array_map(self::members(...), $values));
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
