<?php

// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

declare(strict_types=1);

namespace IranDargah\Generated;

/** Every operation of the gateway, by its operationId. */
abstract class Operations
{
    /** @param string|array<string, mixed> $input @param array<string, mixed> $options */
    abstract protected function call(string $operation, $input, array $options): \IranDargah\Answer;

    /**
     * Create a payment.
     *
     * Registers a payment and returns its authority and the address of the payer's page. Store the authority with your order before you send the payer on. After a lost answer, repeat the request with the same `Idempotency-Key` and the same body: you get the same payment, not a second one.
     *
     * @param array{
     *     amount: \IranDargah\Money,
     *     order_id: string,
     *     callback_url: string,
     *     mobile?: string,
     *     description?: string,
     *     card_number?: string,
     *     action?: string,
     *     affiliate_code?: string,
     *     direct_verify?: bool,
     * } $fields
     * @param array{idempotency_key?: string, timeout?: int|float, retries?: int} $options for this call alone
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function createPayment(array $fields, array $options = []): \IranDargah\CreatedPayment
    {
        return new \IranDargah\CreatedPayment($this->call('createPayment', $fields, $options));
    }

    /**
     * Get a payment.
     *
     * Returns a payment of your terminal with its public status. Poll it when a callback has not come; a missing callback does not mean that the payer has not paid.
     *
     * @param string $authority
     * @param array{timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     transaction: array{
     *         authority?: string,
     *         ref_id?: string|null,
     *         amount?: int,
     *         status?: string,
     *         created_at?: string,
     *         updated_at?: string,
     *     },
     *     meta?: array{
     *         request_id?: string|null,
     *         cached?: bool|null,
     *     },
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function getPayment(string $authority, array $options = []): array
    {
        return $this->call('getPayment', $authority, $options)->data;
    }

    /**
     * Cancel a payment.
     *
     * Cancels a pending payment, so that its page can no longer be paid. A payment that has been paid, has failed, has expired or is cancelled already is not changed. The request has no body.
     *
     * @param string $authority
     * @param array{timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     transaction: array{
     *         authority?: string,
     *         ref_id?: string|null,
     *         amount?: int,
     *         status?: string,
     *         created_at?: string,
     *         updated_at?: string,
     *     },
     *     meta?: array{
     *         request_id?: string|null,
     *         cached?: bool|null,
     *     },
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function cancelPayment(string $authority, array $options = []): array
    {
        return $this->call('cancelPayment', $authority, $options)->data;
    }

    /**
     * Verify a payment.
     *
     * Confirms a paid payment with the bank, once. Send the authority and the amount from your own record, never those that a callback brought. Without a verification the money is not yours; we assume that it goes back to the payer. Of several concurrent verifications exactly one succeeds; the others get the code -21.
     *
     * @param array{
     *     authority: string,
     *     amount: \IranDargah\Money,
     *     order_id?: string,
     * } $fields
     * @param array{idempotency_key?: string, timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     verification: array{
     *         ref_id?: string,
     *         authority?: string,
     *         amount?: int,
     *         verified_at?: string,
     *     },
     *     meta?: array{
     *         request_id?: string|null,
     *         processing_time_ms?: int|null,
     *     },
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function createVerification(array $fields, array $options = []): array
    {
        return $this->call('createVerification', $fields, $options)->data;
    }

    /**
     * Get the state of a verification.
     *
     * Tells whether and when a payment was verified. For a payment that exists but is not verified, `ref_id` and `verified_at` are null.
     *
     * @param string $authority
     * @param array{timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     verification: array{
     *         ref_id?: string|null,
     *         authority?: string,
     *         amount?: int,
     *         verified_at?: string|null,
     *     },
     *     meta?: array{
     *         request_id?: string|null,
     *     },
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function getVerification(string $authority, array $options = []): array
    {
        return $this->call('getVerification', $authority, $options)->data;
    }

    /**
     * Retry a verification.
     *
     * Repeats a verification that failed, because the bank could not be reached for example. It uses the amount of the payment itself, so compare that with your own record first. The request has no body.
     *
     * @param string $authority
     * @param array{timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     verification: array{
     *         ref_id?: string,
     *         authority?: string,
     *         amount?: int,
     *         verified_at?: string,
     *     },
     *     meta?: array{
     *         request_id?: string|null,
     *         processing_time_ms?: int|null,
     *     },
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function retryVerification(string $authority, array $options = []): array
    {
        return $this->call('retryVerification', $authority, $options)->data;
    }

    /**
     * List transactions.
     *
     * Lists the transactions of your terminal, newest first. The dates are days of the Jalali calendar in the zone Asia/Tehran and both belong to the range.
     *
     * @param array{
     *     from_date?: string,
     *     to_date?: string,
     *     page?: int,
     *     per_page?: int,
     *     status?: string,
     * } $query
     * @param array{timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     transactions: list<array{
     *         authority?: string,
     *         amount?: int,
     *         status?: string,
     *         order_id?: string,
     *         ref_code?: string|null,
     *         created_at?: string,
     *         verified_at?: string|null,
     *     }>,
     *     pagination: array{
     *         current_page?: int,
     *         per_page?: int,
     *         total?: int,
     *         last_page?: int,
     *     },
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function listTransactions(array $query = [], array $options = []): array
    {
        return $this->call('listTransactions', $query, $options)->data;
    }

    /**
     * Get a transaction.
     *
     * Returns a transaction with its details: the internal state for debugging, its expiry, and whether it can be verified now.
     *
     * @param string $authority
     * @param array{timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     transaction: array{
     *         authority?: string,
     *         order_id?: string,
     *         amount?: int,
     *         status?: string,
     *         workflow_state?: string,
     *         description?: string|null,
     *         ref_code?: string|null,
     *         callback_url?: string,
     *         created_at?: string,
     *         updated_at?: string,
     *         expires_at?: string,
     *         is_expired?: bool,
     *         can_be_verified?: bool,
     *         verification_status?: int|null,
     *     },
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function getTransaction(string $authority, array $options = []): array
    {
        return $this->call('getTransaction', $authority, $options)->data;
    }

    /**
     * Refund a payment.
     *
     * Asks for the money of a verified payment to be returned to the payer. The documentation names this operation by its rate limit and its events only: treat every field as an assumption until the gateway confirms it.
     *
     * @param array{
     *     authority: string,
     *     amount?: \IranDargah\Money,
     *     reason?: string,
     * } $fields
     * @param array{idempotency_key?: string, timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     refund?: array{
     *         refund_code?: string|null,
     *         authority?: string|null,
     *         amount?: int|null,
     *         status?: string,
     *         reason?: string|null,
     *         created_at?: string|null,
     *     },
     *     meta?: array{
     *         request_id?: string|null,
     *         processing_time_ms?: int|null,
     *     },
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function createRefund(array $fields, array $options = []): array
    {
        return $this->call('createRefund', $fields, $options)->data;
    }

    /**
     * Get the report of a day.
     *
     * Sums up the transactions that were created on a Jalali day in the zone Asia/Tehran: totals, and by hour, payment method and status.
     *
     * @param array{
     *     date?: string,
     * } $query
     * @param array{timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     report_date: string,
     *     summary: array{
     *         total_transactions?: int,
     *         successful_transactions?: int,
     *         failed_transactions?: int,
     *         total_amount?: int,
     *         successful_amount?: int,
     *         success_rate?: int|float,
     *         total_fees?: int,
     *     },
     *     hourly_breakdown: list<array{
     *         hour?: int,
     *         transactions?: int,
     *         amount?: int,
     *     }>,
     *     payment_methods: list<array{
     *         method?: string,
     *         transactions?: int,
     *         amount?: int,
     *     }>,
     *     status_breakdown: list<array{
     *         status?: string,
     *         count?: int,
     *     }>,
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function getDailyReport(array $query = [], array $options = []): array
    {
        return $this->call('getDailyReport', $query, $options)->data;
    }

    /**
     * Get the report of a month.
     *
     * Sums up the transactions that were created in a Jalali month in the zone Asia/Tehran: totals, and by day, payment method and payment service provider (PSP).
     *
     * @param array{
     *     month?: string,
     * } $query
     * @param array{timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     report_month: string,
     *     period: array{
     *         from?: string,
     *         to?: string,
     *     },
     *     summary: array{
     *         total_transactions?: int|null,
     *         successful_transactions?: int|null,
     *         failed_transactions?: int|null,
     *         total_amount?: int|null,
     *         successful_amount?: int,
     *         success_rate?: int|float|null,
     *         total_fees?: int,
     *     },
     *     daily_breakdown: list<array{
     *         date?: string,
     *         transactions?: int,
     *         amount?: int,
     *     }>,
     *     payment_methods: list<array{
     *         method?: string,
     *         transactions?: int,
     *         amount?: int,
     *     }>,
     *     psp_breakdown: list<array{
     *         psp?: string,
     *         transactions?: int,
     *         amount?: int,
     *     }>,
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function getMonthlyReport(array $query = [], array $options = []): array
    {
        return $this->call('getMonthlyReport', $query, $options)->data;
    }

    /**
     * Subscribe a webhook.
     *
     * Registers an HTTPS address for one or more events. When you send no secret, the gateway makes one of 64 hexadecimal digits, which stands in this one answer only; a secret of your own comes back masked.
     *
     * @param array{
     *     url: string,
     *     events: list<string>,
     *     secret?: string,
     *     description?: string,
     * } $fields
     * @param array{timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     webhook: array{
     *         id?: string,
     *         url?: string,
     *         events?: list<string>,
     *         secret?: string,
     *         is_active?: bool,
     *         created_at?: string,
     *     },
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function subscribeWebhook(array $fields, array $options = []): array
    {
        return $this->call('subscribeWebhook', $fields, $options)->data;
    }

    /**
     * List the events.
     *
     * Returns the events that can be subscribed, each with a short English description, and what the gateway expects of your endpoint.
     *
     * @param array{timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     events: array<string, mixed>,
     *     webhook_requirements: array{
     *         url?: string,
     *         response_timeout?: string,
     *         retry_attempts?: string,
     *         expected_response?: string,
     *         signature_header?: string,
     *     },
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function listWebhookEvents(array $options = []): array
    {
        return $this->call('listWebhookEvents', [], $options)->data;
    }

    /**
     * Unsubscribe a webhook.
     *
     * Deactivates a webhook. Its record is kept, but no event is sent to it any more.
     *
     * @param array{
     *     webhook_id: string,
     * } $fields
     * @param array{timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     webhook_id: string,
     *     status: string,
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function unsubscribeWebhook(array $fields, array $options = []): array
    {
        return $this->call('unsubscribeWebhook', $fields, $options)->data;
    }

    /**
     * Test a webhook.
     *
     * Sends a sample of the event to the address of the webhook at once and tells how it answered, so that you can try your endpoint before real money depends on it.
     *
     * @param array{
     *     webhook_id: string,
     *     event_type: string,
     * } $fields
     * @param array{timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     webhook_id: string,
     *     event_type: string,
     *     test_result: array{
     *         status?: string,
     *         response_code?: int|null,
     *         response_time?: int|float|null,
     *         error?: string|null,
     *     },
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function testWebhook(array $fields, array $options = []): array
    {
        return $this->call('testWebhook', $fields, $options)->data;
    }

    /**
     * Have a request signed.
     *
     * Returns the signature headers and an idempotency key for a request that you are about to send. The signature covers the compact JSON of `data` (no blanks, slashes and Unicode not escaped, the order of the keys kept) and is valid for the signing tolerance. Send exactly those bytes.
     *
     * @param array{
     *     method: string,
     *     endpoint: string,
     *     data?: array<string, mixed>,
     * } $fields
     * @param array{timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     success?: bool,
     *     idempotency_key?: string,
     *     signature_required?: bool,
     *     signature?: string|null,
     *     timestamp?: string,
     *     algorithm?: string,
     *     headers?: array{
     *         X-Idempotency-Key?: string,
     *         X-Signature?: string,
     *         X-Timestamp?: string,
     *         Content-Type?: string,
     *     },
     *     expires_at?: string,
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function prepareRequest(array $fields, array $options = []): array
    {
        return $this->call('prepareRequest', $fields, $options)->data;
    }

    /**
     * Get an idempotency key.
     *
     * Returns a new unique key for the header `Idempotency-Key`. A random UUID of your own serves as well and saves the round trip. No token is needed.
     *
     * @param array{timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     success?: bool,
     *     idempotency_key?: string,
     *     expires_in?: int,
     *     usage?: string,
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function getIdempotencyKey(array $options = []): array
    {
        return $this->call('getIdempotencyKey', [], $options)->data;
    }

    /**
     * Check the health.
     *
     * Tells whether the API is up, with its version. No token is needed.
     *
     * @param array{timeout?: int|float, retries?: int} $options for this call alone
     * @return array{
     *     status?: string,
     *     timestamp?: string,
     *     version?: string,
     * }
     * @throws \IranDargah\ApiError when the gateway refuses
     * @throws \IranDargah\TransportError when no answer came that can be believed
     * @throws \IranDargah\ConfigurationError before anything is sent
     */
    public function getHealth(array $options = []): array
    {
        return $this->call('getHealth', [], $options)->data;
    }
}
