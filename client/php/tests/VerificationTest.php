<?php

// What proves nothing, in the forms that are easily taken for something else in PHP.

declare(strict_types=1);

use IranDargah\Client;
use IranDargah\FailedCall;
use IranDargah\Http\RawAnswer;
use IranDargah\Http\Transport;
use IranDargah\Money;
use IranDargah\PaymentOutcome;
use IranDargah\StoredPayment;
use IranDargah\TransportError;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/ScriptedTransport.php';

final class VerificationTest extends TestCase
{
    private const REFUSED = '{"success":false,"error":{"code":-2,"type":"validation_error"}}';
    private const NO_TRACE = '{"success":true,"data":{"verification":{"authority":"A1","amount":250000}}}';

    /** @param array<string, mixed> $options */
    private static function client(Transport $transport, array $options = []): Client
    {
        return new Client(
            $options + ['environment' => 'sandbox', 'token' => 'idg_test_Shop', 'retries' => 0, 'transport' => $transport]
        );
    }

    private static function outcomeOf(string ...$answers): PaymentOutcome
    {
        $raw = array_map(static function (string $body): RawAnswer {
            return new RawAnswer(200, [], $body);
        }, $answers);
        $stored = new StoredPayment('A1', Money::rials(250000), 'ORDER-1');
        return self::client(new ScriptedTransport(...$raw))->verifyPayment($stored);
    }

    private static function verification(string $reference, string $amount = '250000', string $authority = 'A1'): string
    {
        $proof = '"ref_id":"%s","verified_at":"1404-06-29 10:35:00"';
        return sprintf('{"success":true,"data":{"verification":{"authority":"%s","amount":%s,' . $proof . '}}}', $authority, $amount, $reference);
    }

    public function testBlanksAreNoReference(): void
    {
        self::assertSame('paid', self::outcomeOf(self::verification('123456789'))->outcome);
        foreach (['\u00a0', '\ufeff', '\u3000', '\u2028'] as $blank) {
            self::assertSame('unknown', self::outcomeOf(self::verification($blank))->outcome, $blank);
        }
    }

    public function testAnAmountThatIsTooLargeForAnIntegerIsAnotherAmount(): void
    {
        $large = '99999999999999999999';
        $transaction = '{"success":true,"data":{"transaction":{"authority":"A1","amount":%s,"status":"failed"}}}';
        self::assertSame('not_paid', self::outcomeOf(self::REFUSED, self::NO_TRACE, sprintf($transaction, '250000'))->outcome);
        foreach (
            [
                [self::verification('1', $large)],
                [self::REFUSED, self::verification('1', $large)],
                [self::REFUSED, self::NO_TRACE, sprintf($transaction, $large)],
            ] as $answers
        ) {
            self::assertSame('mismatch', self::outcomeOf(...$answers)->outcome);
        }
    }

    public function testABlankAuthorityIsNone(): void
    {
        $created = '{"success":true,"data":{"transaction":{"authority":"\u00a0","gateway_url":"https://pay.example/"}}}';
        $order = ['amount' => Money::rials(250000), 'order_id' => 'ORDER-1', 'callback_url' => 'https://shop.example/'];
        $this->expectException(TransportError::class);
        self::client(new ScriptedTransport(new RawAnswer(200, [], $created)))->createPayment($order);
    }

    public function testWhateverATransportThrowsIsALostAnswerWithoutTheToken(): void
    {
        $broken = new class implements Transport {
            public function send(string $method, string $url, array $headers, ?string $body, float $timeout, int $maxBytes): RawAnswer
            {
                throw new \TypeError(implode(' ', $headers));
            }
        };
        try {
            self::client($broken)->getPayment('A1');
            self::fail('It succeeded.');
        } catch (FailedCall $error) {
            self::assertSame('network', $error->errorCode);
            self::assertStringNotContainsString('idg_test_Shop', $error . print_r($error, true));
        }
    }

    public function testAnAuthorityOfDotsIsRefusedBeforeItBecomesAnotherPath(): void
    {
        $transport = new ScriptedTransport();
        foreach (['', '.', '..'] as $authority) {
            try {
                self::client($transport)->getPayment($authority);
                self::fail('It was sent.');
            } catch (\IranDargah\ConfigurationError $error) {
                self::assertSame([], $transport->asked);
            }
        }
    }

    public function testWarnsOnceOfASuccessWithAnUndocumentedStatus(): void
    {
        $said = [];
        $answer = new RawAnswer(202, [], '{"success":true,"data":{"transaction":{"authority":"A1"}}}');
        $client = self::client(new ScriptedTransport($answer, $answer), ['on_warning' => static function (string $text) use (&$said): void {
            $said[] = $text;
        }]);
        $client->getPayment('A1');
        $client->getPayment('A1');
        self::assertSame(['getPayment succeeded with HTTP 202, which is not documented.'], $said);
    }
}
