<?php

// Reads an answer that has been found authentic: a success, or an error by its code.

declare(strict_types=1);

namespace IranDargah\Http;

use IranDargah\ApiError;
use IranDargah\Evidence;
use IranDargah\FailedCall;
use IranDargah\Generated\ErrorCode;
use IranDargah\Generated\Facts;
use IranDargah\TransportError;

/** @internal */
final class AnswerReader
{
    /**
     * @param int $now Unix seconds
     * @return array<string, mixed> the body of a success
     * @throws FailedCall by the code of the body, if it has one
     */
    public static function read(Question $question, RawAnswer $answer, int $now): array
    {
        $body = Json::parse((string) $answer->body);
        $status = $answer->status;
        if ($body === null) {
            throw self::unusable($question, 'unreadable', 'not_json', $answer, [], $now);
        }
        $data = $body['data'] ?? null;
        if (self::namesAnotherRequest($question->idempotencyKey, $body)) {
            throw self::unusable($question, 'unexpected', 'other_request', $answer, $body, $now);
        }
        $error = Json::isObject($body['error'] ?? null) ? $body['error'] : [];
        $succeeded = ($body['success'] ?? null) !== false && !isset($error['code']) && $status >= 200 && $status < 300;
        $expected = $question->operation['data'] ?? null;
        if ($succeeded && $expected === null) {
            return $body;
        }
        if ($succeeded && ($body['success'] ?? null) === true && Json::isObject($data)) {
            $fault = self::faultOf($question, $data);
            if ($fault === null) {
                return $body;
            }
            throw self::unusable($question, 'unexpected', $fault, $answer, $body, $now);
        }
        $code = self::codeOf($body);
        if ($succeeded || $code === null) {
            throw self::unusable($question, 'unexpected', 'undocumented', $answer, $body, $now);
        }
        throw self::apiError($question, $code, $answer, $body, $error, $now);
    }

    /**
     * The code of an error, wherever the body says it; null in a success and in a body that has none.
     *
     * @param array<string, mixed> $body
     */
    public static function codeOf(array $body): ?int
    {
        $error = $body['error'] ?? null;
        $own = Json::wholeNumber(is_array($error) ? $error['code'] ?? null : null);
        return $own ?? (($body['success'] ?? null) === true ? null : Json::wholeNumber($body['status_code'] ?? null));
    }

    /**
     * @param array<string, mixed> $body
     * @param array<string, mixed> $error
     */
    private static function apiError(
        Question $question,
        int $code,
        RawAnswer $answer,
        array $body,
        array $error,
        int $now
    ): ApiError {
        $details = Json::isObject($error['details'] ?? null) ? $error['details'] : [];
        $said = $error['message'] ?? $body['message'] ?? null;
        $known = [
            'gatewayCode' => $code,
            'httpStatus' => $answer->status,
            'persian' => Json::isText($said) ? $said : null,
            'fields' => self::fieldsOf($details['validation'] ?? null),
            'stateReason' => is_string($details['reason'] ?? null) ? $details['reason'] : null,
            'requestId' => self::requestIdOf($body),
            'retryAfter' => self::retryAfter($answer, $now, $code),
        ];
        $name = self::documentedError($question->operation['errors'], $code, $error['type'] ?? null, $details);
        return $name === null ? ApiError::unknown($question, $known) : ApiError::documented($question, $name, $known);
    }

    /**
     * What is wrong with which field, as far as it has the documented form.
     *
     * @param mixed $validation
     * @return array<string, string[]>
     */
    private static function fieldsOf($validation): array
    {
        $fields = [];
        foreach (is_array($validation) ? $validation : [] as $name => $messages) {
            $fields[(string) $name] = array_values(array_filter((array) $messages, 'is_string'));
        }
        return $fields;
    }

    /**
     * The documented error that a code is. Only the faces of a code that has several are told apart, by type and
     * details; the HTTP status has no say (docs/decisions/0081).
     *
     * @param string[] $names
     * @param mixed $type
     * @param array<string, mixed> $details
     */
    private static function documentedError(array $names, int $code, $type, array $details): ?string
    {
        $found = null;
        $wanted = array_key_exists('reason', $details) ? Facts::ERRORS['ErrorStateForbids']['type'] : $type;
        foreach ($names as $name) {
            $error = Facts::ERRORS[$name];
            $better = $found === null || $error['type'] === $wanted || Facts::ERRORS[$found]['type'] !== $wanted;
            if ($error['code'] === $code && $better) {
                $found = $name;
            }
        }
        return $found;
    }

    /**
     * Why a success cannot be taken for the answer to this question: signatures cover neither path nor request.
     *
     * @param array<string, mixed> $data
     */
    private static function faultOf(Question $question, array $data): ?string
    {
        $operation = $question->operation;
        foreach ($operation['data'] as $field => $kind) {
            $value = $data[$field] ?? null;
            $fits = ['object' => Json::isObject($value), 'array' => Json::isList($value), 'value' => $value !== null];
            if (!$fits[$kind]) {
                return 'undocumented';
            }
        }
        $first = array_keys($operation['data'])[0] ?? null;
        $subject = $data[$first ?? 'refund'] ?? null;
        $creates = $question->name === 'createPayment';
        if (Json::isObject($subject) && ($question->authority !== null || $creates)) {
            $fault = self::faultOfSubject($question, $subject, $first === 'verification');
            if ($fault !== null) {
                return $fault;
            }
        }
        if ($creates && !Json::isText($data['transaction']['gateway_url'] ?? null)) {
            // Nobody could send the payer anywhere.
            return 'undocumented';
        }
        $testMode = ($data['meta']['test_mode'] ?? null) === true;
        return $testMode && $question->live ? 'test_mode_with_live_token' : null;
    }

    /** @param array<string, mixed> $subject */
    private static function faultOfSubject(Question $question, array $subject, bool $isVerification): ?string
    {
        $authority = $question->authority;
        $named = Json::isText($subject['authority'] ?? null);
        // What is only assumed of an operation cannot be missed in its answer.
        if (!$named && !($question->operation['undocumented'] ?? false)) {
            return 'undocumented';
        }
        if ($named && $authority !== null && $subject['authority'] !== $authority) {
            return 'other_payment';
        }
        $amount = $subject['amount'] ?? null;
        $other = $authority !== null && $question->amount !== null && $amount !== $question->amount;
        if ($other && Json::isNumber($amount)) {
            return 'other_payment';
        }
        // Whoever delivers on this answer needs all of the proof.
        $verified = $isVerification && $question->operation['method'] === 'POST';
        return $verified && ($other || Evidence::proof($subject) === null) ? 'unproven' : null;
    }

    /**
     * Whether an answer names another request than ours: signatures do not cover which request was answered.
     *
     * @param array<string, mixed> $body
     */
    private static function namesAnotherRequest(?string $ours, array $body): bool
    {
        foreach ([$body['meta'] ?? null, self::metaOf($body)] as $meta) {
            $key = is_array($meta) ? $meta['idempotency_key'] ?? null : null;
            if ($ours !== null && Json::isText($key) && $key !== $ours) {
                return true;
            }
        }
        return false;
    }

    /** @param array<string, mixed> $body @return mixed */
    private static function metaOf(array $body)
    {
        return is_array($body['data'] ?? null) ? $body['data']['meta'] ?? null : null;
    }

    /** @param array<string, mixed> $body */
    private static function requestIdOf(array $body): ?string
    {
        $meta = $body['meta'] ?? self::metaOf($body);
        $id = is_array($meta) ? $meta['request_id'] ?? null : null;
        return Json::isText($id) ? $id : null;
    }

    /** @param array<string, mixed> $body */
    private static function unusable(
        Question $question,
        string $code,
        string $fault,
        RawAnswer $answer,
        array $body,
        int $now
    ): TransportError {
        return TransportError::of($question, $code, [
            'fault' => $fault,
            'httpStatus' => $answer->status,
            'requestId' => self::requestIdOf($body),
            'retryAfter' => self::retryAfter($answer, $now),
        ]);
    }

    /** How long the gateway asks to wait; the end of the window serves only after a rate limit that names no time. */
    private static function retryAfter(RawAnswer $answer, int $now, ?int $code = null): ?float
    {
        $after = trim($answer->header(Facts::HEADERS['retryAfter']));
        if (preg_match('/\A[0-9]{1,9}/', $after, $found) === 1) {
            $wait = (int) $found[0];
        } else {
            $date = strtotime($after);
            $wait = $after !== '' && $date !== false ? $date - $now : 0;
        }
        $reset = $answer->header(Facts::HEADERS['rateLimitReset']);
        $limited = $code === ErrorCode::RATE_LIMITED || $answer->status === 429;
        if ($wait === 0 && $limited && preg_match('/\A\s*[0-9]{1,12}/', $reset) === 1) {
            $wait = (int) $reset - $now;
        }
        return $wait > 0 ? (float) $wait : null;
    }
}
