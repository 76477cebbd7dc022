<?php

// A refusal by the gateway, with a code: of its catalogue, or one that this version does not know.

declare(strict_types=1);

namespace IranDargah;

use IranDargah\Generated\Facts;
use IranDargah\Http\Question;

final class ApiError extends FailedCall
{
    /**
     * @internal
     * @param string $name of the error in the catalogue
     * @param array<string, mixed> $known
     */
    public static function documented(Question $question, string $name, array $known): self
    {
        $error = Facts::ERRORS[$name];
        $label = "$name ({$error['code']}, HTTP {$known['httpStatus']})";
        $known += ['errorCode' => $error['code'], 'type' => $error['type']];
        return new self($question, $label, $error['advice'], $error['mayHaveActed'] ?? false, $known);
    }

    /**
     * A code that the operation does not document: nothing is known of what it did.
     *
     * @internal
     * @param array<string, mixed> $known
     */
    public static function unknown(Question $question, array $known): self
    {
        $label = "unknown_code ({$known['gatewayCode']}, HTTP {$known['httpStatus']})";
        $advice = 'This client does not know the code: look up what became of the call, and read $persian.';
        $known += ['errorCode' => 'unknown_code', 'type' => 'unknown_error'];
        return new self($question, $label, $advice, true, $known);
    }
}
