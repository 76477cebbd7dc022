<?php

// Callbacks as frameworks bring them; what is read of them is told by the scenarios.

declare(strict_types=1);

use GuzzleHttp\Psr7\ServerRequest;
use IranDargah\Callback;
use IranDargah\CallbackError;
use IranDargah\ConfigurationError;
use IranDargah\Money;
use IranDargah\StoredPayment;
use PHPUnit\Framework\TestCase;

require_once 'GuzzleHttp/autoload.php';

final class CallbackTest extends TestCase
{
    private const FORM = 'authority=A1&status_code=201&amount=250000&order_id=O%2F1&message=%D8%B3+x&ref_id=77';

    private static function stored(): StoredPayment
    {
        return new StoredPayment('A1', Money::rials(250000), 'O/1');
    }

    public function testReadsARequestOfPsr7ByEitherMethod(): void
    {
        $form = ['Content-Type' => 'application/x-www-form-urlencoded'];
        $requests = [
            new ServerRequest('GET', 'https://shop.example/return?' . self::FORM),
            new ServerRequest('POST', 'https://shop.example/return?amount=1', $form, self::FORM),
        ];
        foreach ($requests as $request) {
            $callback = Callback::fromRequest($request, self::stored());
            self::assertSame('awaiting_verification', $callback->claim);
            self::assertSame(['message' => 'س x', 'ref_id' => '77'], $callback->unproven);
        }
    }

    public function testReadsTheRequestThatPhpIsAnswering(): void
    {
        $before = $_SERVER;
        $_SERVER = ['REQUEST_METHOD' => 'GET', 'QUERY_STRING' => self::FORM] + $_SERVER;
        try {
            $asked = null;
            $callback = Callback::fromGlobals(static function (string $authority) use (&$asked): StoredPayment {
                $asked = $authority;
                return self::stored();
            });
            self::assertSame(['A1', 'O/1'], [$asked, $callback->payment->orderId]);
        } finally {
            $_SERVER = $before;
        }
    }

    public function testBrokenTextIsMadeReadable(): void
    {
        $callback = Callback::read('GET', self::FORM . '&card_pan=%FF', '', self::stored());
        self::assertSame("\u{FFFD}", $callback->unproven['card_pan']);
    }

    public function testSaysWhyInOneWord(): void
    {
        try {
            Callback::read('GET', self::FORM . '&amount=250000', '', self::stored());
            self::fail('It was read.');
        } catch (CallbackError $error) {
            self::assertSame('doubled_field', $error->reason);
            self::assertSame('CallbackError: doubled_field. Answer 400 and change no order because of it.', $error->getMessage());
        }
    }

    public function testARecordOfAnotherKindIsTheDevelopersMistake(): void
    {
        $this->expectException(ConfigurationError::class);
        Callback::read('GET', self::FORM, '', static function (): array {
            return [];
        });
    }
}
