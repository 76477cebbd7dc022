<?php

// Tells the merchant what happened: logs without secrets, and warnings once each.

declare(strict_types=1);

namespace IranDargah\Http;

use IranDargah\FailedCall;
use IranDargah\Generated\Facts;
use IranDargah\Settings;

/** @internal */
final class Report
{
    /** @var Settings */
    private $settings;

    /** @var array<string, true> */
    private $told = [];

    public function __construct(Settings $settings)
    {
        $this->settings = $settings;
    }

    /** @param float $seconds that the attempt took */
    public function attempt(
        Question $question,
        int $number,
        string $path,
        float $seconds,
        ?string $body,
        ?RawAnswer $answer,
        ?FailedCall $error
    ): void {
        if ($answer !== null && $answer->header(Facts::HEADERS['tokenDeprecated']) === 'true') {
            $ends = $answer->header(Facts::HEADERS['tokenDeprecatedExpiresAt']);
            $this->warn("The token was rotated away and ends at $ends: use the new one.");
        }
        if ($answer !== null && $error === null && $answer->status !== $question->operation['successStatus']) {
            $this->warn("$question->name succeeded with HTTP $answer->status, which is not documented.");
        }
        $fields = $body === null ? null : Json::parse($body);
        $callback = $fields['callback_url'] ?? null;
        if ($question->live && is_string($callback) && stripos($callback, 'http:') === 0) {
            $this->warn('callback_url begins with http://: the payer returns unprotected.');
        }
        if ($this->settings->onLog === null) {
            return;
        }
        $entry = [
            'operation' => $question->name,
            'attempt' => $number,
            'method' => $question->operation['method'],
            'path' => $path,
            'seconds' => $seconds,
            'status' => $answer === null ? null : $answer->status,
            'code' => $error === null ? null : $error->gatewayCode ?? $error->errorCode,
            'request_id' => $error === null ? null : $error->requestId,
            'idempotency_key' => $question->idempotencyKey,
            'request' => $fields === null ? null : self::redact($fields),
            'response' => $answer === null ? null : self::redact(Json::parse((string) $answer->body) ?? []),
        ];
        $this->safely($this->settings->onLog, $entry);
    }

    /**
     * A copy in which every sensitive field is `[redacted]`.
     *
     * @param array<array-key, mixed> $values
     * @return array<array-key, mixed>
     */
    public static function redact(array $values): array
    {
        foreach ($values as $name => $value) {
            if (in_array(strtolower((string) $name), Facts::SENSITIVE_NAMES, true)) {
                $values[$name] = '[redacted]';
            } elseif (is_array($value)) {
                $values[$name] = self::redact($value);
            }
        }
        return $values;
    }

    private function warn(string $message): void
    {
        if (!isset($this->told[$message])) {
            $this->told[$message] = true;
            $this->safely($this->settings->onWarning, $message);
        }
    }

    /** A hook must never turn a payment that was made into a failure. @param mixed $what */
    private function safely(callable $hook, $what): void
    {
        try {
            $hook($what);
        } catch (\Throwable $dropped) {
        }
    }
}
