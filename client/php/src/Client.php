<?php

// The client of one terminal: every operation of the contract as a method, and the two that are made of several.

declare(strict_types=1);

namespace IranDargah;

use IranDargah\Generated\Operations;
use IranDargah\Http\Caller;
use IranDargah\Http\Transport;

/** Make one and keep it: it holds no connection and may be shared. */
final class Client extends Operations
{
    /** @var Caller */
    private $caller;

    /**
     * @param array{
     *     environment: string,
     *     token: string,
     *     secret_key?: string|null,
     *     base_url?: string|null,
     *     timeout?: int|float|null,
     *     retries?: int|null,
     *     max_retry_delay?: int|float|null,
     *     max_answer_bytes?: int|null,
     *     transport?: Transport|null,
     *     on_log?: callable(array<string, mixed>): void|null,
     *     on_warning?: callable(string): void|null,
     * } $options
     *
     * - environment: `production` or `sandbox`; must fit the token.
     * - secret_key: signs every request and verifies every answer, if your terminal has one.
     * - base_url: another address than the environment's own, such as a sandbox on your machine.
     * - timeout: seconds that one attempt may take; 30.
     * - retries: how often an attempt that failed on the way is repeated, where that is safe; 2.
     * - max_retry_delay: the longest pause before a retry, in seconds; 10.
     * - max_answer_bytes: the largest answer that is read, after unpacking; 10,000,000.
     * - transport: a Http\Psr18Transport instead of curl.
     * - on_log: called after every attempt, with everything sensitive redacted.
     * - on_warning: called with what deserves a look; goes to error_log() unless you say otherwise.
     * @throws ConfigurationError when token, environment and address do not fit together
     */
    public function __construct(
        array $options
    ) {
        $this->caller = new Caller(new Settings($options));
    }

    /**
     * Verifies with the amount and the order of your own record; nothing from a callback comes in here.
     *
     * `paid` needs a proof: this authority, exactly this amount, a reference and a time. A final `not_paid` needs the
     * gateway's own word for it. Where the first answer has neither, getVerification and getTransaction are asked; what
     * is still open then is `unknown`. Safe to call as often as you like.
     *
     * @param array{timeout?: int|float, retries?: int} $options for each of its calls
     */
    public function verifyPayment(StoredPayment $payment, array $options = []): PaymentOutcome
    {
        return Verification::of($this, $payment, $options);
    }

    /**
     * Every transaction of a range, newest first and each once, although new payments push old ones to later pages
     * meanwhile (docs/decisions/0060). Rows come as they are, whatever their status.
     *
     * @param array<string, mixed> $query as for listTransactions
     * @param array{timeout?: int|float, retries?: int} $options for each page
     * @return \Generator<int, array<string, mixed>>
     * @throws FailedCall when a page cannot be read; start again, or further on with `page`
     */
    public function eachTransaction(array $query = [], array $options = []): \Generator
    {
        $given = [];
        for ($page = $query['page'] ?? 1; ; $page++) {
            $data = $this->listTransactions(['page' => $page] + $query, $options);
            $added = 0;
            foreach ($data['transactions'] as $transaction) {
                $authority = is_array($transaction) ? $transaction['authority'] ?? '' : null;
                if (!is_string($authority) || isset($given[$authority])) {
                    continue;
                }
                if ($authority !== '') {
                    $given[$authority] = true;
                }
                $added++;
                yield $transaction;
            }
            $last = Http\Json::wholeNumber($data['pagination']['last_page'] ?? null);
            // Who does not say how many pages there are has none left when one brings nothing new.
            if ($data['transactions'] === [] || ($last === null ? $added === 0 : $page >= $last)) {
                return;
            }
        }
    }

    /** Nothing of token and secret appears in dumps. @return array<string, string> */
    public function __debugInfo(): array
    {
        return [];
    }

    /** @param string|array<string, mixed> $input @param array<string, mixed> $options */
    protected function call(string $operation, $input, array $options): Answer
    {
        return $this->caller->call($operation, $input, $options);
    }
}
