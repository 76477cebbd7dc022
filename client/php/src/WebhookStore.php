<?php

// Where events are remembered, each by its fingerprint: Stores\PdoStore for databases, Stores\MemoryStore for tests.

declare(strict_types=1);

namespace IranDargah;

interface WebhookStore
{
    /** The event is this attempt's own now. */
    public const CLAIMED = 'claimed';

    /** Another attempt is at it. */
    public const RUNNING = 'running';

    /** It has been handled. */
    public const DONE = 'done';

    /**
     * Takes an event for an attempt in one atomic step, unless it is done or the lease of another has not ended.
     *
     * @return string one of the constants
     */
    public function claim(string $fingerprint, string $owner, int $leaseMs): string;

    /**
     * Marks it as done, if it is this attempt's still; doing so twice does no harm.
     *
     * @param \PDO|null $connection another than the store's own, to do so in a transaction of that
     * @return bool whether it was
     */
    public function finish(string $fingerprint, string $owner, ?\PDO $connection = null): bool;

    /** Ends the lease of this attempt, if it has it still and the event is not done. */
    public function release(string $fingerprint, string $owner): void;
}
