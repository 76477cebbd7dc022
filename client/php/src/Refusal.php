<?php

// Something from outside that does not prove what it claims.

declare(strict_types=1);

namespace IranDargah;

abstract class Refusal extends \RuntimeException implements IranDargahException
{
    /**
     * Why, in one word of those that the class lists; nothing more is known of what came.
     *
     * @var string
     * @readonly
     */
    public $reason;

    final protected static function because(string $reason, string $advice): self
    {
        $short = substr((string) strrchr(static::class, '\\'), 1);
        $refusal = new static("$short: $reason. $advice");
        $refusal->reason = $reason;
        return $refusal;
    }
}
