<?php

// Says that no answer came in full: the gateway may have acted all the same.

declare(strict_types=1);

namespace IranDargah\Http;

use IranDargah\WithoutArguments;

final class LostAnswer extends \RuntimeException
{
    use WithoutArguments;

    /** @var bool whether the time was over */
    public $late;

    public function __construct(string $message, bool $late = false)
    {
        parent::__construct($message);
        $this->late = $late;
        $this->forgetArguments();
    }
}
