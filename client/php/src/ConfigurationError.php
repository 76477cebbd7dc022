<?php

// Says that the client was set up or used wrongly; thrown before anything is sent.

declare(strict_types=1);

namespace IranDargah;

final class ConfigurationError extends \InvalidArgumentException implements IranDargahException
{
    use WithoutArguments;

    public function __construct(string $message)
    {
        parent::__construct($message);
        $this->forgetArguments();
    }
}
