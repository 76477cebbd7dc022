<?php

// The webhook inbox in PostgreSQL (11 or later), MySQL (5.7 or later), MariaDB or SQLite (3.24 or later), over PDO.

declare(strict_types=1);

namespace IranDargah\Stores;

use IranDargah\ConfigurationError;
use IranDargah\WebhookStore;

/** One table, which shops in other languages may share, and the clock of the database. */
final class PdoStore implements WebhookStore
{
    /** Makes the table, by the name of the driver; for your migrations. Times of SQLite are milliseconds since 1970. */
    public const CREATE_TABLE = [
        'pgsql' => 'create table if not exists irandargah_inbox (
  fingerprint char(64) collate "C" primary key,
  owner char(36) not null,
  leased_until timestamptz not null,
  done_at timestamptz
)',
        'mysql' => 'create table if not exists irandargah_inbox (
  fingerprint char(64) character set ascii collate ascii_bin not null primary key,
  owner char(36) character set ascii collate ascii_bin not null,
  leased_until datetime(3) not null,
  done_at datetime(3)
) engine = InnoDB',
        'sqlite' => 'create table if not exists irandargah_inbox (
  fingerprint text primary key,
  owner text not null,
  leased_until integer not null,
  done_at integer
)',
    ];

    /** Of PostgreSQL: not of the statement's beginning, which may have waited. Of MySQL: not now(), which has an hour twice. */
    private const NOW = [
        'pgsql' => 'clock_timestamp()',
        'mysql' => 'utc_timestamp(3)',
        'sqlite' => "cast((julianday('now') - 2440587.5) * 86400000 as integer)",
    ];

    private const LATER = [
        'pgsql' => "clock_timestamp() + ? * interval '1 millisecond'",
        'mysql' => 'utc_timestamp(3) + interval ? * 1000 microsecond',
        'sqlite' => "cast((julianday('now') - 2440587.5) * 86400000 as integer) + ?",
    ];

    /** @var \PDO */
    private $pdo;

    /** @var string */
    private $driver;

    /**
     * @param \PDO $pdo yours, which commits by itself while an event is claimed
     * @throws ConfigurationError for a driver of another database
     */
    public function __construct(\PDO $pdo)
    {
        $this->pdo = $pdo;
        $this->driver = (string) $pdo->getAttribute(\PDO::ATTR_DRIVER_NAME);
        if (!isset(self::CREATE_TABLE[$this->driver])) {
            throw new ConfigurationError("There is no inbox for $this->driver: take one of PostgreSQL, MySQL or SQLite.");
        }
    }

    /** Makes the table, where no migration has made it. */
    public function createTable(): void
    {
        $this->run($this->pdo, self::CREATE_TABLE[$this->driver], []);
    }

    public function claim(string $fingerprint, string $owner, int $leaseMs): string
    {
        if ($this->pdo->inTransaction()) {
            // Nobody else would see the claim before the handler has ended.
            throw new ConfigurationError('An event is claimed outside of a transaction: begin yours in the handler.');
        }
        $event = hash('sha256', $fingerprint);
        $now = self::NOW[$this->driver];
        $later = self::LATER[$this->driver];
        // Each change is followed by a look at who owns the row: what the counts of drivers mean differs.
        $ignore = $this->driver === 'mysql'
            ? 'on duplicate key update fingerprint = fingerprint'
            : 'on conflict (fingerprint) do nothing';
        $insert = "insert into irandargah_inbox (fingerprint, owner, leased_until) values (?, ?, $later) $ignore";
        $take = "update irandargah_inbox set owner = ?, leased_until = $later
            where fingerprint = ? and done_at is null and leased_until <= $now";
        $this->run($this->pdo, $insert, [$event, $owner, $leaseMs]);
        $this->run($this->pdo, $take, [$owner, $leaseMs, $event]);
        [$own, $done] = $this->look($this->pdo, $event, $owner);
        if ($done) {
            return self::DONE;
        }
        return $own ? self::CLAIMED : self::RUNNING;
    }

    public function finish(string $fingerprint, string $owner, ?\PDO $connection = null): bool
    {
        $connection = $connection ?? $this->pdo;
        $event = hash('sha256', $fingerprint);
        $now = self::NOW[$this->driver];
        $finish = "update irandargah_inbox set done_at = coalesce(done_at, $now) where fingerprint = ? and owner = ?";
        $this->run($connection, $finish, [$event, $owner]);
        return $this->look($connection, $event, $owner) === [true, true];
    }

    public function release(string $fingerprint, string $owner): void
    {
        $now = self::NOW[$this->driver];
        $release = "update irandargah_inbox set leased_until = $now
            where fingerprint = ? and owner = ? and done_at is null";
        $this->run($this->pdo, $release, [hash('sha256', $fingerprint), $owner]);
    }

    /** @return array{bool, bool} whether it is this attempt's own, and whether it is done */
    private function look(\PDO $connection, string $event, string $owner): array
    {
        $look = 'select owner, case when done_at is null then 0 else 1 end as done
            from irandargah_inbox where fingerprint = ?';
        $row = $this->run($connection, $look, [$event])->fetch(\PDO::FETCH_NUM);
        return is_array($row) ? [$row[0] === $owner, (int) $row[1] === 1] : [false, false];
    }

    /**
     * @param array<int, string|int> $values
     * @throws \RuntimeException also where PDO itself is told to be silent, as it is by default before PHP 8
     */
    private function run(\PDO $connection, string $sql, array $values): \PDOStatement
    {
        $statement = $connection->prepare($sql);
        $bound = $statement !== false;
        foreach ($values as $index => $value) {
            $type = is_int($value) ? \PDO::PARAM_INT : \PDO::PARAM_STR;
            $bound = $bound && $statement->bindValue($index + 1, $value, $type);
        }
        if (!$bound || !$statement->execute()) {
            $info = $statement === false ? $connection->errorInfo() : $statement->errorInfo();
            throw new \RuntimeException('The inbox cannot be reached: ' . ($info[2] ?? 'unknown error'));
        }
        return $statement;
    }
}
