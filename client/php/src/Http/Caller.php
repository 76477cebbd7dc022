<?php

// One logical call: the same bytes and the same idempotency key over all its attempts, each signed anew.

declare(strict_types=1);

namespace IranDargah\Http;

use IranDargah\Answer;
use IranDargah\ConfigurationError;
use IranDargah\FailedCall;
use IranDargah\Generated\ErrorCode;
use IranDargah\Generated\Facts;
use IranDargah\Money;
use IranDargah\Settings;
use IranDargah\Signature;
use IranDargah\TransportError;

/** @internal */
final class Caller
{
    private const UNSIGNED = [ErrorCode::CREDENTIALS_MISSING, ErrorCode::CREDENTIALS_INVALID, ErrorCode::RATE_LIMITED];

    /** @var Settings */
    private $settings;

    /** @var Report */
    private $report;

    public function __construct(Settings $settings)
    {
        $this->settings = $settings;
        $this->report = new Report($settings);
    }

    /**
     * @param string|array<string, mixed> $input the authority of the path, the query or the body
     * @param array<string, mixed> $options
     * @throws FailedCall
     * @throws ConfigurationError before anything is sent
     */
    public function call(string $name, $input, array $options): Answer
    {
        $question = new Question($name, $this->settings->live);
        $timeout = Settings::seconds($options['timeout'] ?? $this->settings->timeout, 'timeout', 0.001);
        $retries = Settings::count($options['retries'] ?? $this->settings->retries, 'retries', 0);
        [$path, $body] = self::written($question, $input);
        $question->idempotencyKey = self::key($question->operation, $options);
        self::refuseUnknown($options);
        for ($attempt = 1; ; $attempt++) {
            $start = microtime(true);
            $error = null;
            $answer = null;
            try {
                $answer = $this->exchange($question, $path, $body, $timeout);
                $said = $this->believed($question, $answer);
                return new Answer(is_array($said['data'] ?? null) ? $said['data'] : $said, $question->idempotencyKey);
            } catch (FailedCall $error) {
                $random = mt_rand() / mt_getrandmax();
                $longest = $this->settings->maxRetryDelay;
                $pause = Retry::pause($error, $question->operation, $attempt, $retries, $longest, $random);
                if ($pause === null) {
                    throw $error;
                }
            } finally {
                $this->report->attempt($question, $attempt, $path, microtime(true) - $start, $body, $answer, $error);
            }
            usleep((int) ($pause * 1000000));
        }
    }

    /** Sends it once. @throws TransportError when no answer came in full */
    private function exchange(Question $question, string $path, ?string $body, float $timeout): RawAnswer
    {
        $settings = $this->settings;
        $method = $question->operation['method'];
        $headers = $this->headers($question, $path, $body);
        try {
            $url = $settings->baseUrl . $path;
            return $settings->transport->send($method, $url, $headers, $body, $timeout, $settings->maxAnswerBytes);
        } catch (LostAnswer $lost) {
            throw TransportError::of($question, $lost->late ? 'timeout' : 'network', [], $lost);
        } catch (\Throwable $broken) {
            // Of a transport that is not ours. Without the exception itself, which may hold the token.
            throw TransportError::of($question, 'network', [], new LostAnswer(get_class($broken)));
        }
    }

    /**
     * @return array<string, mixed> the body of a success
     * @throws FailedCall
     */
    private function believed(Question $question, RawAnswer $answer): array
    {
        $known = ['httpStatus' => $answer->status];
        if ($answer->body === null) {
            throw TransportError::of($question, 'unreadable', ['fault' => 'too_large'] + $known);
        }
        $now = time();
        if (!$this->isSigned($question)) {
            // Nobody has signed a byte order mark.
            $answer->body = (string) preg_replace('/\A\xEF\xBB\xBF/', '', $answer->body);
            return AnswerReader::read($question, $answer, $now);
        }
        $signing = Facts::SIGNING['response'];
        $signature = $answer->header($signing['signature_header']);
        $timestamp = $answer->header($signing['timestamp_header']);
        $secret = (string) $this->settings->secretKey;
        $fault = Signature::faultOfAnswer($secret, $signature, $timestamp, $answer->body, $now);
        if ($fault !== null && !($fault === 'signature_missing' && self::mayBeUnsigned($answer))) {
            throw TransportError::of($question, 'untrusted', ['fault' => $fault] + $known);
        }
        return AnswerReader::read($question, $answer, $now);
    }

    /** Whether an answer needs no signature: an early refusal (docs/decisions/0010), or no answer of the gateway at all. */
    private static function mayBeUnsigned(RawAnswer $answer): bool
    {
        $body = Json::parse((string) $answer->body);
        return $body === null || in_array(AnswerReader::codeOf($body), self::UNSIGNED, true);
    }

    private function isSigned(Question $question): bool
    {
        return ($question->operation['signed'] ?? false) && $this->settings->secretKey !== null;
    }

    /**
     * The path behind the base address, and the body, exactly as they travel.
     *
     * @param string|array<string, mixed> $input
     * @return array{string, string|null}
     */
    private static function written(Question $question, $input): array
    {
        ['path' => $path, 'method' => $method] = $question->operation;
        if (is_string($input)) {
            // A path of dots would be that of another operation.
            if (trim($input, '.') === '') {
                throw new ConfigurationError("$question->name needs an authority.");
            }
            $question->authority = $input;
            return [str_replace('{authority}', rawurlencode($input), $path), null];
        }
        if ($method === 'GET') {
            $query = http_build_query($input, '', '&', PHP_QUERY_RFC3986);
            return [$path . ($query === '' ? '' : "?$query"), null];
        }
        $amount = $input['amount'] ?? null;
        if ($amount !== null && !$amount instanceof Money) {
            throw new ConfigurationError('amount needs a unit: give Money::rials() or Money::toman().');
        }
        $question->amount = $amount === null ? null : $amount->inRials();
        $authority = $input['authority'] ?? null;
        $question->authority = is_string($authority) ? $authority : null;
        return [$path, Json::print($input)];
    }

    /**
     * The key that was given, or a fresh one where the operation takes one.
     *
     * @param array<string, mixed> $operation
     * @param array<string, mixed> $options
     */
    private static function key(array $operation, array &$options): ?string
    {
        $given = $options['idempotency_key'] ?? null;
        if (!($operation['idempotencyKey'] ?? false)) {
            return null;
        }
        unset($options['idempotency_key']);
        if ($given === null) {
            return Random::uuid();
        }
        if (!is_string($given) || preg_match('/\A[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?\z/', $given) !== 1) {
            throw new ConfigurationError('The idempotency key is empty or no plain text: leave it out, or give another.');
        }
        return $given;
    }

    /** @param array<string, mixed> $options */
    private static function refuseUnknown(array $options): void
    {
        foreach (array_diff(array_keys($options), ['timeout', 'retries', 'idempotency_key']) as $name) {
            throw new ConfigurationError("There is no option $name for a call.");
        }
        if (isset($options['idempotency_key'])) {
            throw new ConfigurationError('This operation takes no idempotency key: leave it out.');
        }
    }

    /** @return array<string, string> */
    private function headers(Question $question, string $path, ?string $body): array
    {
        $operation = $question->operation;
        $token = $this->settings->token;
        $headers = ['Accept' => 'application/json'];
        if ($body !== null) {
            $headers['Content-Type'] = 'application/json';
        }
        if ($operation['token'] ?? false) {
            $headers['Authorization'] = "Bearer $token";
        }
        if ($question->idempotencyKey !== null) {
            $headers[Facts::HEADERS['idempotencyKey']] = $question->idempotencyKey;
        }
        if ($question->name === 'prepareRequest') {
            $headers[Facts::HEADERS['apiToken']] = $token;
        }
        if ($this->isSigned($question)) {
            $signing = Facts::SIGNING['request'];
            $timestamp = (string) time();
            $headers[$signing['timestamp_header']] = $timestamp;
            $headers[$signing['signature_header']] = Signature::ofRequest(
                (string) $this->settings->secretKey,
                $operation['method'],
                $path,
                (string) $body,
                $timestamp
            );
        }
        return $headers;
    }
}
