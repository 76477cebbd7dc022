<?php

// One failed call to the gateway: everything that is known of it, and nothing that must not be logged.

declare(strict_types=1);

namespace IranDargah;

use IranDargah\Http\Question;

/** Either an ApiError, with a code of the gateway, or a TransportError, with a word. */
abstract class FailedCall extends \RuntimeException implements IranDargahException
{
    use WithoutArguments;

    /**
     * A number of Generated\ErrorCode, or a word for what is in no catalogue: `unknown_code` in an ApiError; in a
     * TransportError `network`, `timeout`, `unreadable`, `untrusted`, `unexpected`.
     *
     * @var int|string
     * @readonly
     */
    public $errorCode;

    /**
     * The kind that the catalogue says for a documented code; `unknown_error` or `transport_error` otherwise.
     *
     * @var string
     * @readonly
     */
    public $type;

    /**
     * The number that the gateway gave, also one that this version does not know.
     *
     * @var int|null
     * @readonly
     */
    public $gatewayCode;

    /**
     * The HTTP status as it came; null when no answer came. Decide by the code.
     *
     * @var int|null
     * @readonly
     */
    public $httpStatus;

    /**
     * The gateway's own message in Persian, fit to be shown to a person.
     *
     * @var string|null
     * @readonly
     */
    public $persian;

    /**
     * What is wrong with which field, in Persian.
     *
     * @var array<string, string[]>
     * @readonly
     */
    public $fields = [];

    /**
     * Why the state of a payment forbids what was asked, in the gateway's word.
     *
     * @var string|null
     * @readonly
     */
    public $stateReason;

    /**
     * Quote it when you ask the support.
     *
     * @var string|null
     * @readonly
     */
    public $requestId;

    /**
     * Repeat the call with this key and the same body: it cannot act twice.
     *
     * @var string|null
     * @readonly
     */
    public $idempotencyKey;

    /**
     * How long the gateway asks to wait, in seconds.
     *
     * @var float|null
     * @readonly
     */
    public $retryAfter;

    /**
     * Whether the gateway may have done what was asked although the call failed.
     *
     * @var bool
     * @readonly
     */
    public $mayHaveActed;

    /**
     * The operationId of the call.
     *
     * @var string
     * @readonly
     */
    public $operation;

    /**
     * @internal
     * @param array<string, mixed> $known other properties by their names
     */
    public function __construct(
        Question $question,
        string $label,
        string $advice,
        bool $acted,
        array $known,
        ?\Throwable $cause = null
    ) {
        parent::__construct("$question->name: $label. $advice", $known['gatewayCode'] ?? 0, $cause);
        foreach ($known as $name => $value) {
            $this->$name = $value;
        }
        $this->operation = $question->name;
        $this->idempotencyKey = $question->idempotencyKey;
        $this->forgetArguments();
        $this->mayHaveActed = $acted && $question->operation['method'] !== 'GET';
    }
}
