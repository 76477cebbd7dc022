<?php

// Every shared vector: signed to the same digits, accepted or refused for the same reason.

declare(strict_types=1);

use IranDargah\Generated\Facts;
use IranDargah\Signature;
use IranDargah\Webhook;
use IranDargah\WebhookError;
use IranDargah\WebhookEvent;
use PHPUnit\Framework\TestCase;

final class VectorsTest extends TestCase
{
    /** The words of the vectors for what this client tells more exactly, or in other words. */
    private const WORDS = [
        'signature_missing' => 'headers_missing',
        'timestamp_missing' => 'headers_missing',
        'event_differs' => 'event_mismatch',
    ];

    /** @return iterable<string, array{array<string, mixed>}> */
    private static function vectors(string $file, string $part = 'vectors'): iterable
    {
        $path = __DIR__ . "/../../../contract-tests/vectors/$file.json";
        foreach (json_decode(file_get_contents($path), true, 64, JSON_THROW_ON_ERROR)[$part] as $vector) {
            yield $vector['name'] => [$vector];
        }
    }

    public function requests(): iterable
    {
        return self::vectors('requests');
    }

    public function responses(): iterable
    {
        return self::vectors('responses');
    }

    public function webhooks(): iterable
    {
        return self::vectors('webhooks');
    }

    public function bodies(): iterable
    {
        return self::vectors('webhook-bodies');
    }

    /** @dataProvider requests */
    public function testSignsRequests(array $vector): void
    {
        $path = Facts::SIGNING['request']['endpoint_prefix'] . $vector['endpoint'];
        $body = base64_decode($vector['body_base64']);
        $signature = Signature::ofRequest($vector['secret'], $vector['method'], $path, $body, $vector['timestamp']);
        self::assertSame($vector['expected'], $signature);
    }

    /** @dataProvider responses */
    public function testJudgesResponses(array $vector): void
    {
        self::assertSame($vector['reason'], self::judgedResponse($vector));
    }

    /** @dataProvider webhooks */
    public function testJudgesWebhooks(array $vector): void
    {
        self::assertSame(self::reasonOf($vector), self::judgedWebhook($vector));
    }

    /** @dataProvider bodies */
    public function testJudgesWebhooksByTheirBytes(array $vector): void
    {
        self::assertSame(self::reasonOf($vector), self::judgedWebhook($vector));
        if ($vector['valid']) {
            $event = self::verifiedWebhook($vector);
            self::assertSame([$vector['event'], $vector['amount']], [$event->name, (string) $event->data['amount']]);
        }
    }

    public function testHandsOnWholeAmountsAsIntegers(): void
    {
        foreach (self::vectors('webhook-bodies') as [$vector]) {
            if ($vector['amount'] === '100000') {
                self::assertSame(100000, self::verifiedWebhook($vector)->data['amount'], $vector['name']);
            }
        }
    }

    /** @dataProvider hostile */
    public function testRefusesWhatNoHonestSenderSends(string $judged, array $vector): void
    {
        // For whatever reason, and never by failing in another way.
        self::assertSame($vector['valid'], self::$judged($vector) === null);
    }

    public function hostile(): iterable
    {
        foreach (['responses' => 'judgedResponse', 'webhooks' => 'judgedWebhook'] as $part => $judged) {
            foreach (self::vectors('hostile', $part) as $name => [$vector]) {
                yield "$part: $name" => [$judged, $vector];
            }
        }
    }

    /** This client has one word for either signature that does not fit. */
    private static function reasonOf(array $vector): ?string
    {
        return $vector['reason'] === 'body_signature_mismatch' ? 'signature_mismatch' : $vector['reason'];
    }

    private static function judgedResponse(array $vector): ?string
    {
        $reason = Signature::faultOfAnswer(
            $vector['secret'],
            (string) $vector['signature'],
            (string) $vector['timestamp'],
            base64_decode($vector['body_base64']),
            $vector['now']
        );
        return self::WORDS[(string) $reason] ?? $reason;
    }

    private static function judgedWebhook(array $vector): ?string
    {
        try {
            self::verifiedWebhook($vector);
            return null;
        } catch (WebhookError $refused) {
            return self::WORDS[$refused->reason] ?? $refused->reason;
        }
    }

    private static function verifiedWebhook(array $vector): WebhookEvent
    {
        $headers = array_filter([
            'x-webhook-signature' => $vector['signature'],
            'x-webhook-timestamp' => $vector['timestamp'],
            'x-webhook-event' => $vector['event'],
            'x-webhook-id' => $vector['id'] ?? 'event-1',
        ], 'is_string');
        return Webhook::verify(base64_decode($vector['body_base64']), $headers, $vector['secret'], $vector['now']);
    }
}
