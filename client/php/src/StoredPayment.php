<?php

// What your own database knows about a payment since you created it.

declare(strict_types=1);

namespace IranDargah;

/** Extend it to carry more of your order. */
class StoredPayment
{
    /**
     * @var string
     * @readonly
     */
    public $authority;

    /**
     * @var Money
     * @readonly
     */
    public $amount;

    /**
     * @var string
     * @readonly
     */
    public $orderId;

    public function __construct(string $authority, Money $amount, string $orderId)
    {
        $this->authority = $authority;
        $this->amount = $amount;
        $this->orderId = $orderId;
    }
}
