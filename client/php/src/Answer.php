<?php

// A success of the gateway that has been believed.

declare(strict_types=1);

namespace IranDargah;

final class Answer
{
    /**
     * `data` of the body, or the body itself where it has none.
     *
     * @var array<string, mixed>
     * @readonly
     */
    public $data;

    /**
     * @var string|null
     * @readonly
     */
    public $idempotencyKey;

    /** @param array<string, mixed> $data */
    public function __construct(array $data, ?string $idempotencyKey)
    {
        $this->data = $data;
        $this->idempotencyKey = $idempotencyKey;
    }
}
