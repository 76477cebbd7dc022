<?php

// What a shop sees of the client beside its payments: mistakes told early, amounts with units, and nothing secret.

declare(strict_types=1);

use GuzzleHttp\Client as Guzzle;
use GuzzleHttp\Exception\ConnectException;
use GuzzleHttp\Handler\MockHandler;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Psr7\FnStream;
use GuzzleHttp\Psr7\HttpFactory;
use GuzzleHttp\Psr7\Request;
use GuzzleHttp\Psr7\Response;
use GuzzleHttp\Psr7\Utils;
use IranDargah\ApiError;
use IranDargah\Client;
use IranDargah\ConfigurationError;
use IranDargah\FailedCall;
use IranDargah\Http\Psr18Transport;
use IranDargah\Money;
use IranDargah\TransportError;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/ScriptedTransport.php';
require_once 'GuzzleHttp/autoload.php';

final class ClientTest extends TestCase
{
    private const TOKEN = 'idg_test_SecretToken';
    private const SECRET = 'the secret key: کلید';

    private static function client(array $options = []): Client
    {
        return new Client($options + ['environment' => 'sandbox', 'token' => self::TOKEN, 'retries' => 0]);
    }

    private static function order(array $change = []): array
    {
        return $change + [
            'amount' => Money::toman(25000),
            'order_id' => 'ORDER-12345',
            'callback_url' => 'https://shop.example/return',
        ];
    }

    /** @return iterable<string, array{array<string, mixed>, string}> */
    public function mistakes(): iterable
    {
        yield 'no environment' => [['environment' => 'test'], 'environment'];
        yield 'a token of the other environment' => [['token' => 'idg_live_Abc'], 'idg_test_'];
        yield 'a token that getenv() has not found' => [['token' => false], 'text'];
        yield 'a line break in the token' => [['token' => self::TOKEN . "\n"], 'line break'];
        yield 'a mark of Persian text in the token' => [['token' => self::TOKEN . "\u{200F}"], 'line break'];
        yield 'a blank after the secret' => [['secret_key' => 'secret '], 'blank'];
        yield 'an empty secret' => [['secret_key' => ''], 'empty'];
        yield 'the address of the other environment' => [['base_url' => 'https://ipg.irandargah.com'], 'base_url'];
        yield 'an address that is none' => [['base_url' => 'shop'], 'base_url'];
        yield 'no time at all, which curl takes for no limit' => [['timeout' => 0], 'timeout'];
        yield 'milliseconds for seconds' => [['timeout' => 5000000], 'timeout'];
        yield 'less than no retries' => [['retries' => -1], 'retries'];
        yield 'an option that does not exist' => [['secretKey' => 'x'], 'secretKey'];
        yield 'a transport that is none' => [['transport' => new stdClass()], 'Psr18Transport'];
    }

    /** @dataProvider mistakes */
    public function testTellsAMistakeBeforeAnythingIsSent(array $options, string $said): void
    {
        try {
            self::client($options);
            self::fail('It was accepted.');
        } catch (ConfigurationError $error) {
            self::assertStringContainsString($said, $error->getMessage());
            self::assertStringNotContainsString('Secret', $error . print_r($error, true));
        }
    }

    public function testALiveTokenNeedsEncryption(): void
    {
        $this->expectException(ConfigurationError::class);
        new Client(['environment' => 'production', 'token' => 'idg_live_Abc', 'base_url' => 'http://shop.example']);
    }

    public function testAnAmountWithoutAUnitIsNotSent(): void
    {
        $transport = new ScriptedTransport();
        try {
            self::client(compact('transport'))->createPayment(self::order(['amount' => 250000]));
            self::fail('It was sent.');
        } catch (ConfigurationError $error) {
            self::assertStringContainsString('Money::rials()', $error->getMessage());
        }
        self::assertSame([], $transport->asked);
    }

    public function testTextOfWindows1256IsNotSent(): void
    {
        $transport = new ScriptedTransport();
        // «کتاب» as Windows-1256 has it.
        $fields = self::order(['description' => "\x98\xCA\xC7\xC8"]);
        try {
            self::client(compact('transport'))->createPayment($fields);
            self::fail('It was sent.');
        } catch (ConfigurationError $error) {
            self::assertStringContainsString('description cannot be sent', $error->getMessage());
            self::assertStringContainsString('UTF-8', $error->getMessage());
        }
        self::assertSame([], $transport->asked);
    }

    public function testEachCallHasAKeyOfItsOwnAndGivesItBack(): void
    {
        $transport = new ScriptedTransport();
        $client = self::client(compact('transport'));
        $keys = [];
        foreach ([1, 2] as $ignored) {
            try {
                $client->createPayment(self::order());
            } catch (TransportError $lost) {
                $keys[] = $lost->idempotencyKey;
                self::assertTrue($lost->mayHaveActed);
            }
        }
        self::assertCount(2, array_unique($keys));
        self::assertSame($keys, array_map(static function (array $asked): string {
            return $asked['headers']['Idempotency-Key'];
        }, $transport->asked));
    }

    public function testWaitsThirtySecondsUnlessToldOtherwise(): void
    {
        $transport = new ScriptedTransport();
        $client = self::client(compact('transport'));
        foreach ([[], ['timeout' => 1.5]] as $options) {
            try {
                $client->getHealth($options);
            } catch (TransportError $lost) {
                self::assertSame('network', $lost->errorCode);
            }
        }
        self::assertSame([30.0, 1.5], array_column($transport->asked, 'timeout'));
    }

    public function testARefusalTellsEverythingThatIsKnown(): void
    {
        $transport = new ScriptedTransport(ScriptedTransport::json([
            'success' => false,
            'error' => [
                'code' => -2,
                'type' => 'validation_error',
                'message' => 'مبلغ نامعتبر است',
                'details' => ['validation' => ['amount' => ['کم است']]],
            ],
            'meta' => ['request_id' => 'req_1'],
        ], 422));
        try {
            self::client(compact('transport'))->createPayment(self::order(), ['idempotency_key' => 'mine']);
            self::fail('It was accepted.');
        } catch (ApiError $error) {
            self::assertSame(-2, $error->errorCode);
            self::assertSame(-2, $error->getCode());
            self::assertSame(422, $error->httpStatus);
            self::assertSame('مبلغ نامعتبر است', $error->persian);
            self::assertSame(['amount' => ['کم است']], $error->fields);
            self::assertSame('req_1', $error->requestId);
            self::assertSame('mine', $error->idempotencyKey);
            self::assertFalse($error->mayHaveActed);
            self::assertSame('createPayment', $error->operation);
        }
    }

    public function testNothingSecretStandsInDumpsErrorsAndLogs(): void
    {
        $log = [];
        $transport = new ScriptedTransport(ScriptedTransport::json(['pan' => '603799******1234', 'success' => true, 'data' => []]));
        $client = self::client([
            'transport' => $transport,
            'secret_key' => self::SECRET,
            'on_log' => static function (array $entry) use (&$log): void {
                $log[] = $entry;
            },
        ]);
        try {
            $client->createPayment(self::order(['mobile' => '09123456789', 'card_number' => '6037991234567890']));
            self::fail('It was believed.');
        } catch (FailedCall $error) {
            self::assertSame('untrusted', $error->errorCode);
            $told = print_r($client, true) . $error . print_r($error, true) . print_r($log, true);
            foreach ([self::TOKEN, self::SECRET, '09123456789', '6037991234567890', '603799******1234'] as $secret) {
                self::assertStringNotContainsString($secret, $told);
            }
        }
        self::assertSame('createPayment', $log[0]['operation']);
        self::assertSame('[redacted]', $log[0]['request']['mobile']);
        self::assertSame(250000, $log[0]['request']['amount']);
    }

    public function testAHookThatFailsChangesNothing(): void
    {
        $client = self::client([
            'transport' => new ScriptedTransport(ScriptedTransport::json(['status' => 'ok'])),
            'on_log' => static function (): void {
                throw new RuntimeException('the disk is full');
            },
        ]);
        self::assertSame(['status' => 'ok'], $client->getHealth());
    }

    /** @return iterable<string, array{string}> */
    public function oddBodies(): iterable
    {
        $bodies = [
            '', 'null', '[]', '{}', '"text"', '<html>', '{"data":{"a":1e400}}', '{"success":true,"data":null}',
            '{"success":true,"data":[]}', '{"success":true,"data":{"transaction":"A"}}', '{"success":true,"data":{"transaction":[]}}',
            '{"success":true,"data":{"transaction":{"authority":1e400,"amount":[],"gateway_url":{}}}}',
            '{"success":false,"error":"text"}', '{"success":false,"error":{"code":"x","details":7,"message":[]}}',
            '{"success":false,"error":{"code":-2,"details":{"validation":"x","reason":{}}},"meta":3}',
            '{"success":false,"error":{"code":-2,"details":{"validation":{"amount":[[],7,null]}}}}',
            '{"success":"no","meta":[],"data":{"meta":{"idempotency_key":[],"request_id":{}}}}',
            "\xFF\xFE", "{\"success\":false,\"error\":{\"code\":-54,\"message\":\"\xFF\"}}", str_repeat('[', 100000),
            str_repeat('{"a":', 600) . '1' . str_repeat('}', 600),
        ];
        foreach ($bodies as $body) {
            yield substr($body, 0, 80) => [$body];
        }
    }

    /** @dataProvider oddBodies */
    public function testNoAnswerMakesAnythingEscapeButTheErrorsOfTheClient(string $body): void
    {
        set_error_handler(static function (int $level, string $message): bool {
            throw new ErrorException($message);
        });
        try {
            foreach ([200, 302, 422, 500] as $status) {
                foreach (['createPayment', 'getPayment', 'listTransactions', 'getHealth', 'getDailyReport'] as $operation) {
                    $headers = ['Retry-After' => 'soon', 'X-RateLimit-Reset' => 'x'];
                    $input = ['createPayment' => self::order(), 'getPayment' => 'A'][$operation] ?? [];
                    $transport = new ScriptedTransport(new \IranDargah\Http\RawAnswer($status, $headers, $body));
                    try {
                        self::client(compact('transport'))->$operation($input);
                    } catch (FailedCall $error) {
                        self::assertNotSame('', $error->getMessage());
                    }
                }
            }
        } finally {
            restore_error_handler();
        }
        $this->addToAssertionCount(1);
    }

    /** @return array{Client, MockHandler} */
    private static function overGuzzle(array $queue, array $options = []): array
    {
        $mock = new MockHandler($queue);
        $factory = new HttpFactory();
        $guzzle = new Guzzle(['handler' => HandlerStack::create($mock)]);
        return [self::client($options + ['transport' => new Psr18Transport($guzzle, $factory, $factory)]), $mock];
    }

    public function testSendsByAClientOfPsr18(): void
    {
        $transaction = ['authority' => 'A', 'gateway_url' => 'https://pay.example/A', 'expires_at' => '1404-06-28 10:35:00'];
        $answer = json_encode(['success' => true, 'data' => compact('transaction')]);
        [$client, $mock] = self::overGuzzle([new Response(200, [], $answer)]);
        $payment = $client->createPayment(self::order(), ['idempotency_key' => 'mine']);
        self::assertSame(['A', 'https://pay.example/A', 'mine'], [$payment->authority, $payment->gatewayUrl, $payment->idempotencyKey]);
        $sent = $mock->getLastRequest();
        self::assertSame('https://sandbox.irandargah.com/v2/payments', (string) $sent->getUri());
        self::assertSame('Bearer ' . self::TOKEN, $sent->getHeaderLine('Authorization'));
        self::assertSame(250000, json_decode((string) $sent->getBody(), true)['amount']);
    }

    public function testWhatAClientOfPsr18ThrowsIsANetworkErrorWithoutTheToken(): void
    {
        $request = new Request('POST', 'https://sandbox.irandargah.com/', ['Authorization' => 'Bearer ' . self::TOKEN]);
        [$client] = self::overGuzzle([new ConnectException('no route', $request)]);
        try {
            $client->createPayment(self::order());
            self::fail('It succeeded.');
        } catch (TransportError $error) {
            self::assertSame('network', $error->errorCode);
            self::assertStringNotContainsString(self::TOKEN, print_r($error->getPrevious(), true));
        }
    }

    public function testAClientOfPsr18IsNotReadForLongerThanItMay(): void
    {
        $no = static function (): bool {
            return false;
        };
        $drop = static function (): string {
            usleep(20000);
            return ' ';
        };
        $drops = FnStream::decorate(Utils::streamFor(''), ['isSeekable' => $no, 'eof' => $no, 'read' => $drop]);
        [$client] = self::overGuzzle([new Response(200, [], $drops)], ['timeout' => 0.2]);
        $start = microtime(true);
        try {
            $client->getHealth();
            self::fail('It was read.');
        } catch (TransportError $error) {
            self::assertSame('timeout', $error->errorCode);
            self::assertLessThan(2, microtime(true) - $start);
        }
    }

    public function testAClientOfPsr18IsNotReadBeyondTheLimit(): void
    {
        [$client] = self::overGuzzle([new Response(200, [], str_repeat(' ', 2000))], ['max_answer_bytes' => 1000]);
        try {
            $client->getHealth();
            self::fail('It was read.');
        } catch (TransportError $error) {
            self::assertSame(['unreadable', 'too_large'], [$error->errorCode, $error->fault]);
        }
    }

    public function testGoesThroughAllPagesAndGivesEachTransactionOnce(): void
    {
        $page = static function (array $authorities, int $last): IranDargah\Http\RawAnswer {
            $transactions = array_map(static function (string $authority): array {
                return compact('authority');
            }, $authorities);
            $pagination = ['last_page' => $last];
            return ScriptedTransport::json(['success' => true, 'data' => compact('transactions', 'pagination')]);
        };
        $transport = new ScriptedTransport($page(['C', 'B'], 2), $page(['B', 'A'], 2));
        $each = self::client(compact('transport'))->eachTransaction(['per_page' => 2]);
        self::assertSame(['C', 'B', 'A'], array_column(iterator_to_array($each, false), 'authority'));
        self::assertStringEndsWith('?page=2&per_page=2', $transport->asked[1]['url']);
    }

    public function testMoneyHasAUnitAndIsExact(): void
    {
        self::assertSame(250000, Money::toman('25000')->inRials());
        self::assertSame(25000.5, Money::rials(250005)->inToman());
        self::assertTrue(Money::toman(1)->equals(Money::rials(10)));
        self::assertSame('250000', json_encode(Money::rials(250000)));
        foreach ([-1, 0.5, 250000.0, 2 ** 53, '1e3', ' 1', '', null, true, [], '۱۰۰'] as $broken) {
            try {
                Money::rials($broken);
                self::fail('Accepted: ' . var_export($broken, true));
            } catch (ConfigurationError $error) {
                self::assertStringContainsString('whole number', $error->getMessage());
            }
        }
    }
}
