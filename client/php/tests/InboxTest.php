<?php

// The inbox in memory and in every database that the test is given: each event once, whoever dies.

declare(strict_types=1);

use IranDargah\ConfigurationError;
use IranDargah\Inbox;
use IranDargah\Stores\MemoryStore;
use IranDargah\Stores\PdoStore;
use IranDargah\WebhookEvent;
use IranDargah\WebhookStore;
use PHPUnit\Framework\TestCase;

final class InboxTest extends TestCase
{
    /** @return iterable<string, array{string}> the databases by what PDO takes for them; none is the memory */
    public function databases(): iterable
    {
        yield 'memory' => [''];
        yield 'SQLite' => ['sqlite::memory:'];
        // The tests of the repository serve PostgreSQL and MariaDB, and name them here.
        foreach (array_filter(explode(' ', (string) getenv('INBOX_DATABASES'))) as $dsn) {
            yield $dsn => [$dsn];
        }
    }

    private static function store(string $dsn, ?PDO &$pdo = null): WebhookStore
    {
        if ($dsn === '') {
            return new MemoryStore();
        }
        $pdo = new PDO($dsn, strpos($dsn, 'mysql') === 0 ? 'root' : null, null, [PDO::ATTR_ERRMODE => PDO::ERRMODE_SILENT]);
        $store = new PdoStore($pdo);
        $store->createTable();
        $store->createTable();
        return $store;
    }

    private static function event(): WebhookEvent
    {
        $says = ['event' => 'payment.completed', 'data' => ['authority' => 'A']];
        return new WebhookEvent('payment.completed', 'event-1', bin2hex(random_bytes(32)), $says);
    }

    /** @dataProvider databases */
    public function testHandlesAnEventOnce(string $dsn): void
    {
        $store = self::store($dsn);
        $event = self::event();
        $runs = 0;
        $handle = static function () use (&$runs, $store, $event): void {
            $runs++;
            self::assertSame(503, Inbox::handleOnce($event, $store, [self::class, 'mustNotRun']));
        };
        self::assertSame(200, Inbox::handleOnce($event, $store, $handle));
        self::assertSame(200, Inbox::handleOnce($event, $store, [self::class, 'mustNotRun']));
        self::assertSame(200, Inbox::handleOnce(self::event(), $store, static function (): void {
        }));
        self::assertSame(1, $runs);
    }

    public static function mustNotRun(): void
    {
        self::fail('It ran.');
    }

    /** @dataProvider databases */
    public function testGivesAnEventBackWhenItsHandlerFails(string $dsn): void
    {
        $store = self::store($dsn);
        $event = self::event();
        try {
            Inbox::handleOnce($event, $store, static function (): void {
                throw new LengthException('the shop is away');
            });
            self::fail('Nothing was thrown.');
        } catch (LengthException $failure) {
            self::assertSame('the shop is away', $failure->getMessage());
        }
        self::assertSame(200, Inbox::handleOnce($event, $store, static function (): void {
        }));
    }

    /** @dataProvider databases */
    public function testHandsAnEventOnWhenTheLeaseHasEnded(string $dsn): void
    {
        $store = self::store($dsn);
        $event = self::event();
        $slow = static function () use ($store, $event): void {
            self::assertSame(503, Inbox::handleOnce($event, $store, [self::class, 'mustNotRun']));
            usleep(250000);
            self::assertSame(200, Inbox::handleOnce($event, $store, static function (): void {
            }));
        };
        self::assertSame(503, Inbox::handleOnce($event, $store, $slow, 200));
        self::assertSame(200, Inbox::handleOnce($event, $store, [self::class, 'mustNotRun']));
    }

    /** @dataProvider databases */
    public function testCommitsWhatTheHandlerWritesTogetherWithTheEvent(string $dsn): void
    {
        $store = self::store($dsn, $pdo);
        $event = self::event();
        if ($pdo === null) {
            self::assertSame(200, Inbox::handleOnce($event, $store, static function (WebhookEvent $event, callable $done): void {
                $done();
            }));
            return;
        }
        $pdo->exec('create table if not exists orders (name varchar(200))');
        $write = static function (bool $fails) use ($pdo, $event): callable {
            return static function (WebhookEvent $event, callable $done) use ($pdo, $fails): void {
                $pdo->beginTransaction();
                $pdo->exec("insert into orders (name) values ('$event->fingerprint')");
                $done($pdo);
                if ($fails) {
                    $pdo->rollBack();
                    throw new LengthException('before it committed');
                }
                $pdo->commit();
            };
        };
        $written = static function () use ($pdo, $event): int {
            return (int) $pdo->query("select count(*) from orders where name = '$event->fingerprint'")->fetchColumn();
        };
        try {
            Inbox::handleOnce($event, $store, $write(true));
            self::fail('Nothing was thrown.');
        } catch (LengthException $failure) {
            self::assertSame(0, $written());
        }
        self::assertSame([200, 200], [Inbox::handleOnce($event, $store, $write(false)), Inbox::handleOnce($event, $store, $write(false))]);
        self::assertSame(1, $written());
    }

    /** @dataProvider databases */
    public function testKeepsAnEventInTheFormThatClientsOfOtherLanguagesExpect(string $dsn): void
    {
        $store = self::store($dsn, $pdo);
        $fingerprint = 'رویداد:' . bin2hex(random_bytes(32));
        self::assertSame(WebhookStore::CLAIMED, $store->claim($fingerprint, '0f8fad5b-d9cb-469f-a165-70867728950e', 60000));
        self::assertSame(WebhookStore::RUNNING, $store->claim($fingerprint, '7c9e6679-7425-40de-944b-e07fc1f90ae7', 60000));
        if ($pdo !== null) {
            $digest = hash('sha256', $fingerprint);
            $found = $pdo->query("select owner from irandargah_inbox where fingerprint = '$digest' and done_at is null");
            self::assertSame('0f8fad5b-d9cb-469f-a165-70867728950e', $found->fetchColumn());
        }
    }

    public function testAStoreThatIsAwayIsToldWhateverPdoKeepsToItself(): void
    {
        $store = new PdoStore(new PDO('sqlite::memory:', null, null, [PDO::ATTR_ERRMODE => PDO::ERRMODE_SILENT]));
        $this->expectException(RuntimeException::class);
        $this->expectExceptionMessage('The inbox cannot be reached');
        Inbox::handleOnce(self::event(), $store, [self::class, 'mustNotRun']);
    }

    public function testAnEventIsNotClaimedInATransaction(): void
    {
        $store = self::store('sqlite::memory:', $pdo);
        $pdo->beginTransaction();
        $this->expectException(ConfigurationError::class);
        Inbox::handleOnce(self::event(), $store, [self::class, 'mustNotRun']);
    }

    public function testTheMemoryForgetsTheOldestAndNothingThatIsUnderWay(): void
    {
        $store = new MemoryStore(2);
        $done = static function (string $name) use ($store): void {
            $store->claim($name, 'owner', 60000);
            $store->finish($name, 'owner');
        };
        $done('one');
        $store->claim('running', 'owner', 60000);
        $done('two');
        self::assertSame(WebhookStore::RUNNING, $store->claim('running', 'other', 60000));
        self::assertSame(WebhookStore::DONE, $store->claim('two', 'other', 60000));
        self::assertSame(WebhookStore::CLAIMED, $store->claim('one', 'other', 60000));
    }
}
