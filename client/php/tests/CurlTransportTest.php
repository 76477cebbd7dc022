<?php

// What curl must not do for us: wait without end, follow, unpack without end, or add headers of its own.

declare(strict_types=1);

use IranDargah\Http\CurlTransport;
use IranDargah\Http\LostAnswer;
use IranDargah\Http\RawAnswer;
use PHPUnit\Framework\TestCase;

final class CurlTransportTest extends TestCase
{
    /** @var resource */
    private static $server;

    /** @var string */
    private static $url;

    public static function setUpBeforeClass(): void
    {
        // Found free, and hopefully still so a moment later.
        $free = stream_socket_server('tcp://127.0.0.1:0');
        $address = stream_socket_get_name($free, false);
        fclose($free);
        self::$url = "http://$address";
        $quiet = [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']];
        self::$server = proc_open([PHP_BINARY, '-S', $address, __DIR__ . '/server.php'], $quiet, $pipes);
        for ($tries = 0; $tries < 100 && @file_get_contents(self::$url . '/echo') === false; $tries++) {
            usleep(50000);
        }
    }

    public static function tearDownAfterClass(): void
    {
        proc_terminate(self::$server);
        proc_close(self::$server);
    }

    private static function send(string $path, ?string $body = null, float $timeout = 10, string $method = 'POST'): RawAnswer
    {
        $headers = $body === null ? [] : ['Content-Type' => 'application/json'];
        return (new CurlTransport())->send($method, self::$url . $path, $headers, $body, $timeout, 1000000);
    }

    public function testSendsTheBytesAndNoHeaderOfItsOwn(): void
    {
        $long = '{"text":"' . str_repeat('س', 5000) . '"}';
        self::assertSame(['POST', 'application/json', $long], json_decode((string) self::send('/echo', $long)->body, true));
        self::assertSame(['POST', null, ''], json_decode((string) self::send('/echo')->body, true));
        $answer = self::send('/echo', null, 10, 'GET');
        self::assertSame(['GET', null, ''], json_decode((string) $answer->body, true));
        self::assertSame('one, two', $answer->header('x-TWICE'));
    }

    public function testWaitsNoLongerThanItMay(): void
    {
        $start = microtime(true);
        try {
            self::send('/slow', null, 0.3);
            self::fail('It waited.');
        } catch (LostAnswer $lost) {
            self::assertTrue($lost->late);
            self::assertLessThan(1.5, microtime(true) - $start);
        }
        sleep(2);
    }

    public function testDoesNotFollow(): void
    {
        self::assertSame(302, self::send('/elsewhere')->status);
    }

    public function testEndsReadingAtTheLimitCountedAfterUnpacking(): void
    {
        $answer = self::send('/bomb');
        self::assertSame([200, null], [$answer->status, $answer->body]);
    }

    public function testHalfAnAnswerIsNone(): void
    {
        $this->expectException(LostAnswer::class);
        self::send('/half', null, 3);
    }
}
