<?php

// Deliveries as frameworks bring them; what is refused of them is told by the scenarios and the vectors.

declare(strict_types=1);

use GuzzleHttp\Psr7\ServerRequest;
use IranDargah\ConfigurationError;
use IranDargah\Webhook;
use IranDargah\WebhookError;
use PHPUnit\Framework\TestCase;

require_once 'GuzzleHttp/autoload.php';

final class WebhookTest extends TestCase
{
    private const SECRET = 'SecretOfTheWebhook';
    private const DATA = '{"authority":"A","amount":250000,"order_id":"O","ref_code":"R","pan":"P","verified_at":"V"}';

    /** @return array{string, array<string, string>} the body and the headers */
    private static function delivery(string $event = 'payment.completed'): array
    {
        $signature = hash_hmac('sha256', self::DATA, self::SECRET);
        return [
            sprintf('{"event":"%s","timestamp":"2025-10-01T10:35:00+03:30","data":%s}', $event, self::DATA),
            [
                'X-Webhook-Signature' => $signature,
                'X-Webhook-Timestamp' => (string) time(),
                'X-Webhook-Event' => $event,
                'X-Webhook-ID' => 'event-1',
            ],
        ];
    }

    public function testReadsARequestOfPsr7(): void
    {
        [$body, $headers] = self::delivery();
        $request = new ServerRequest('POST', 'https://shop.example/webhook', $headers, $body);
        $event = Webhook::fromRequest($request, [self::SECRET]);
        self::assertSame(['payment.completed', 'event-1', 250000], [$event->event, $event->id, $event->data['amount']]);
    }

    /** @return iterable<string, array{callable(string): string, bool}> */
    public function spellings(): iterable
    {
        yield 'getallheaders()' => ['strval', false];
        yield 'PSR-7 and header bags' => ['strtolower', true];
        yield 'WordPress' => [static function (string $name): string {
            return strtr(strtolower($name), '-', '_');
        }, true];
        yield '$_SERVER' => [static function (string $name): string {
            return 'HTTP_' . strtr(strtoupper($name), '-', '_');
        }, false];
    }

    /** @dataProvider spellings */
    public function testFindsTheHeadersInEverySpelling(callable $spelled, bool $inLists): void
    {
        [$body, $headers] = self::delivery();
        $given = ['REQUEST_TIME' => 1, 'argv' => [], 'Host' => 'shop.example'];
        foreach ($headers as $name => $value) {
            $given[$spelled($name)] = $inLists ? [$value] : $value;
        }
        self::assertSame('event-1', Webhook::verify($body, $given, self::SECRET)->id);
    }

    public function testRefusesAHeaderInTwoSpellingsOrWithTwoValues(): void
    {
        [$body, $headers] = self::delivery();
        foreach ([['x_webhook_id' => 'event-2'], ['HTTP_X_WEBHOOK_ID' => 'event-1'], ['X-Webhook-ID' => ['event-1', 'event-1']]] as $more) {
            try {
                Webhook::verify($body, $more + $headers, self::SECRET);
                self::fail('It was accepted.');
            } catch (WebhookError $error) {
                self::assertSame('header_doubled', $error->reason);
            }
        }
    }

    public function testAnEventOfTomorrowIsUnknownAndKeepsItsName(): void
    {
        [$body, $headers] = self::delivery('payment.reviewed');
        $event = Webhook::verify($body, $headers, self::SECRET);
        self::assertSame(['unknown', 'payment.reviewed'], [$event->event, $event->name]);
    }

    public function testASignedEventUnderAnotherNameIsUnknown(): void
    {
        [$body, $headers] = self::delivery('payment.failed');
        self::assertSame('unknown', Webhook::verify($body, $headers, self::SECRET)->event);
    }

    public function testARefusalDoesNotTellTheSecret(): void
    {
        [$body, $headers] = self::delivery();
        try {
            Webhook::verify($body, $headers, 'Another' . self::SECRET);
            self::fail('It was accepted.');
        } catch (WebhookError $error) {
            self::assertSame('signature_mismatch', $error->reason);
            self::assertStringNotContainsString('AnotherSecret', $error . print_r($error, true));
        }
    }

    public function testAmountsAreIntegersAndReferencesTextsHoweverTheyTravelled(): void
    {
        $data = str_replace(['250000', '"R"'], ['"250000"', '1234567'], self::DATA);
        [, $headers] = self::delivery();
        $headers['X-Webhook-Signature'] = hash_hmac('sha256', $data, self::SECRET);
        $said = Webhook::verify("{\"event\":\"payment.completed\",\"data\":$data}", $headers, self::SECRET)->data;
        self::assertSame([250000, '1234567'], [$said['amount'], $said['ref_code']]);
    }

    public function testReadsEveryNameThatJsonCanSay(): void
    {
        $data = rtrim(self::DATA, '}') . ',"\u0000":{},"":[],"0":1}';
        [, $headers] = self::delivery();
        $headers['X-Webhook-Signature'] = hash_hmac('sha256', $data, self::SECRET);
        $event = Webhook::verify("{\"event\":\"payment.completed\",\"data\":$data}", $headers, self::SECRET);
        self::assertSame(['payment.completed', 1], [$event->event, $event->data['0']]);
    }

    public function testASecretThatIsNotSetIsTheDevelopersMistake(): void
    {
        [$body, $headers] = self::delivery();
        $this->expectException(ConfigurationError::class);
        Webhook::verify($body, $headers, null);
    }

    public function testAnEmptySecretIsTheDevelopersMistake(): void
    {
        [$body, $headers] = self::delivery();
        $this->expectException(ConfigurationError::class);
        Webhook::verify($body, $headers, '');
    }
}
