<?php

// What the verifiers throw: nothing of the message may be believed.

declare(strict_types=1);

namespace IranDargah\Signing;

final class SignatureRefused extends \RuntimeException
{
    public function __construct(public readonly Reason $reason)
    {
        parent::__construct('The signature is refused: ' . str_replace('_', ' ', $reason->value) . '.');
    }
}
