<?php

// The webhook inbox in memory: for tests, and for one process that lives long and may forget when it restarts.

declare(strict_types=1);

namespace IranDargah\Stores;

use IranDargah\WebhookStore;

final class MemoryStore implements WebhookStore
{
    /** @var int */
    private $capacity;

    /** @var array<string, array{string, float}> the owner, and until when it has the event: for ever, once it is done */
    private $attempts = [];

    /** @param int $capacity how many are kept: the newest, and all that are under way */
    public function __construct(int $capacity = 10000)
    {
        $this->capacity = $capacity;
    }

    public function claim(string $fingerprint, string $owner, int $leaseMs): string
    {
        $until = $this->attempts[$fingerprint][1] ?? 0.0;
        if (is_infinite($until)) {
            return self::DONE;
        }
        if (self::isRunning($until)) {
            return self::RUNNING;
        }
        unset($this->attempts[$fingerprint]);
        foreach ($this->attempts as $oldest => [, $end]) {
            if (count($this->attempts) < $this->capacity) {
                break;
            }
            if (!self::isRunning($end)) {
                unset($this->attempts[$oldest]);
            }
        }
        $this->attempts[$fingerprint] = [$owner, microtime(true) + $leaseMs / 1000];
        return self::CLAIMED;
    }

    public function finish(string $fingerprint, string $owner, ?\PDO $connection = null): bool
    {
        return $this->settle($fingerprint, $owner, INF);
    }

    public function release(string $fingerprint, string $owner): void
    {
        $this->settle($fingerprint, $owner, 0.0);
    }

    private static function isRunning(float $until): bool
    {
        return $until > microtime(true) && !is_infinite($until);
    }

    private function settle(string $fingerprint, string $owner, float $until): bool
    {
        [$found, $end] = $this->attempts[$fingerprint] ?? ['', 0.0];
        if ($found !== $owner) {
            return false;
        }
        // What is done stays so.
        $this->attempts[$fingerprint][1] = is_infinite($end) ? $end : $until;
        return true;
    }
}
