<?php

// Asks again for a payment of which nobody knows yet what has become, until that is final. Dispatch it for each payment.

declare(strict_types=1);

namespace IranDargah\Laravel;

use Illuminate\Bus\Queueable;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Queue\InteractsWithQueue;
use IranDargah\Client;
use IranDargah\PaymentOutcome;

final class VerifyPayment implements ShouldQueue
{
    use InteractsWithQueue;
    use Queueable;

    /** Seconds until it is asked the first time, twice as many each time after that, up to an hour. */
    public const FIRST_PAUSE = 60;

    /** Some two days, longer than the gateway itself has anything left to decide. */
    public int $tries = 50;

    public string $authority;

    public function __construct(string $authority)
    {
        $this->authority = $authority;
    }

    /** Whether to ask again can change anything; a mismatch is for a person to look at. */
    public static function helps(PaymentOutcome $outcome): bool
    {
        return !$outcome->final && $outcome->outcome !== PaymentOutcome::MISMATCH;
    }

    public function handle(Client $gateway, Payments $payments): void
    {
        $payment = $payments->find($this->authority);
        if ($payment === null) {
            return;
        }
        $outcome = $gateway->verifyPayment($payment);
        $payments->learn($outcome);
        if (self::helps($outcome)) {
            $this->release((int) min(3600, self::FIRST_PAUSE * 2 ** $this->attempts()));
        }
    }
}
