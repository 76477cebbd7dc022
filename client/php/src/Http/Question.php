<?php

// What was asked, as far as the answer has to agree with it.

declare(strict_types=1);

namespace IranDargah\Http;

use IranDargah\Generated\Facts;

/** @internal */
final class Question
{
    /** @var string the operationId */
    public $name;

    /** @var array<string, mixed> as Facts::OPERATIONS has it */
    public $operation;

    /** @var string|null the authority in the path or in the body */
    public $authority;

    /** @var int|null the amount in the body, in rials */
    public $amount;

    /** @var string|null */
    public $idempotencyKey;

    /** @var bool whether real money is at stake */
    public $live;

    public function __construct(string $name, bool $live)
    {
        $this->name = $name;
        $this->operation = Facts::OPERATIONS[$name];
        $this->live = $live;
    }
}
