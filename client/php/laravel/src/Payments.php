<?php

// What only the shop knows of its payments: bind your own class to it in a service provider.

declare(strict_types=1);

namespace IranDargah\Laravel;

use IranDargah\PaymentOutcome;
use IranDargah\StoredPayment;

interface Payments
{
    /** Your own record, found by authority. */
    public function find(string $authority): ?StoredPayment;

    /**
     * Told whenever the gateway was asked: mark the order as paid when it is, in one conditional update, and deliver if it
     * changed a row. Told the same more than once.
     */
    public function learn(PaymentOutcome $outcome): void;

    /** The address of your page to which the payer is sent, where the session is back. */
    public function pageOf(PaymentOutcome $outcome): string;
}
