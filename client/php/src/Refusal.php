<?php

// Something from outside that does not prove what it claims.

declare(strict_types=1);

namespace IranDargah;

abstract class Refusal extends \RuntimeException implements IranDargahException
{
    use WithoutArguments;

    /**
     * Why, in one word of those that the class lists; nothing more is known of what came.
     *
     * @var string
     * @readonly
     */
    public $reason;

    final protected function __construct(string $reason, string $advice)
    {
        $short = substr((string) strrchr(static::class, '\\'), 1);
        parent::__construct("$short: $reason. $advice");
        $this->reason = $reason;
        $this->forgetArguments();
    }
}
