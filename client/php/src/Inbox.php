<?php

// Handles each event once, however often it is delivered and wherever a handler dies (docs/decisions/0089).

declare(strict_types=1);

namespace IranDargah;

use IranDargah\Http\Random;

final class Inbox
{
    /**
     * Runs your handler unless the event, known by its name and signed data, is done or another attempt is at it. A
     * handler that fails gives the event back at once, one that dies does so when its lease ends.
     *
     * @param callable(WebhookEvent, callable(?\PDO=): void): void $handle its second argument marks the event as done
     *     within a transaction of yours, given its connection: call it last, before you commit. It throws when the lease
     *     was lost, so that you roll back.
     * @param int $leaseMs how long an attempt has the event to itself, in milliseconds: longer than your handler ever
     *     takes, and shorter than the gateway waits before its first retry
     * @return int the status to answer with: 200 when the event is done, 503 while it is not, so that it comes again
     * @throws \Throwable whatever the handler or the store throws: answer 500 then
     */
    public static function handleOnce(
        WebhookEvent $event,
        WebhookStore $store,
        callable $handle,
        int $leaseMs = 90000
    ): int {
        $owner = Random::uuid();
        $claim = $store->claim($event->fingerprint, $owner, $leaseMs);
        if ($claim !== WebhookStore::CLAIMED) {
            return $claim === WebhookStore::DONE ? 200 : 503;
        }
        try {
            $handle($event, static function (?\PDO $connection = null) use ($store, $event, $owner): void {
                if (!$store->finish($event->fingerprint, $owner, $connection)) {
                    throw new \RuntimeException('The lease of this event has ended.');
                }
            });
            return $store->finish($event->fingerprint, $owner) ? 200 : 503;
        } catch (\Throwable $failure) {
            try {
                $store->release($event->fingerprint, $owner);
            } catch (\Throwable $dropped) {
                // The lease ends by itself; what went wrong first matters more.
            }
            throw $failure;
        }
    }
}
