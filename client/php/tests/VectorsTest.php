<?php

// Every shared vector: signed to the same digits, accepted or refused for the same reason.

declare(strict_types=1);

use IranDargah\Signing\RequestSigner;
use IranDargah\Signing\ResponseVerifier;
use IranDargah\Signing\SignatureRefused;
use IranDargah\Signing\WebhookVerifier;
use PHPUnit\Framework\TestCase;

final class VectorsTest extends TestCase
{
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

    private static function reasonOf(callable $verify): ?string
    {
        try {
            $verify();
            return null;
        } catch (SignatureRefused $refused) {
            return $refused->reason->value;
        }
    }

    /** @dataProvider requests */
    public function testSignsRequests(array $vector): void
    {
        $timestamp = $vector['timestamp'];
        if (!ctype_digit($timestamp)) {
            // The signer takes seconds as a number, so a malformed timestamp cannot be signed at all.
            $this->expectException(TypeError::class);
        }
        $body = base64_decode($vector['body_base64']);
        $headers = (new RequestSigner($vector['secret']))->headers(
            $vector['method'],
            $vector['endpoint'],
            $body,
            ctype_digit($timestamp) ? (int) $timestamp : $timestamp,
        );
        self::assertSame(['X-Timestamp' => $timestamp, 'X-Signature' => $vector['expected']], $headers);
    }

    /** @dataProvider requests */
    public function testJudgesRequests(array $vector): void
    {
        self::assertSame($vector['reason'], self::judgedRequest($vector));
    }

    /** @dataProvider responses */
    public function testJudgesResponses(array $vector): void
    {
        self::assertSame($vector['reason'], self::judgedResponse($vector));
    }

    /** @dataProvider webhooks */
    public function testJudgesWebhooks(array $vector): void
    {
        self::assertSame($vector['reason'], self::judgedWebhook($vector));
    }

    /** @dataProvider bodies */
    public function testJudgesWebhooksByTheirBytes(array $vector): void
    {
        self::assertSame($vector['reason'], self::judgedWebhook($vector));
        if ($vector['valid']) {
            $event = self::verifiedWebhook($vector);
            self::assertSame([$vector['event'], $vector['amount']], [$event['event'], (string) $event['data']['amount']]);
        }
    }

    public function testHandsOnWholeAmountsAsIntegers(): void
    {
        foreach (self::vectors('webhook-bodies') as [$vector]) {
            if ($vector['amount'] === '100000') {
                self::assertSame(100000, self::verifiedWebhook($vector)['data']['amount'], $vector['name']);
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
        foreach (['requests' => 'judgedRequest', 'responses' => 'judgedResponse', 'webhooks' => 'judgedWebhook'] as $part => $judged) {
            foreach (self::vectors('hostile', $part) as $name => [$vector]) {
                yield "$part: $name" => [$judged, $vector];
            }
        }
    }

    private static function judgedRequest(array $vector): ?string
    {
        $signer = new RequestSigner($vector['secret']);
        $body = base64_decode($vector['body_base64']);
        return self::reasonOf(fn () => $signer->verify(
            $vector['method'],
            $vector['endpoint'],
            $body,
            $vector['signature'],
            $vector['timestamp'],
            $vector['now'],
        ));
    }

    private static function judgedResponse(array $vector): ?string
    {
        $verifier = new ResponseVerifier($vector['secret']);
        $body = base64_decode($vector['body_base64']);
        return self::reasonOf(
            fn () => $verifier->verify($body, $vector['signature'], $vector['timestamp'], $vector['now']),
        );
    }

    private static function judgedWebhook(array $vector): ?string
    {
        return self::reasonOf(fn () => self::verifiedWebhook($vector));
    }

    /** @return array<string, mixed> */
    private static function verifiedWebhook(array $vector): array
    {
        $headers = array_filter([
            'x-webhook-signature' => $vector['signature'],
            'x-webhook-timestamp' => $vector['timestamp'],
            'x-webhook-event' => $vector['event'],
        ], fn ($value) => $value !== null);
        $body = base64_decode($vector['body_base64']);
        return (new WebhookVerifier($vector['secret']))->verify($body, $headers, $vector['now']);
    }
}
