// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

export interface paths {
    "/v2/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a payment
         * @description Registers a payment and returns its authority and the address of the payer's page. Store the authority with your order before you send the payer on. After a lost answer, repeat the request with the same `Idempotency-Key` and the same body: you get the same payment, not a second one.
         */
        post: operations["createPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/payments/{authority}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a payment
         * @description Returns a payment of your terminal with its public status. Poll it when a callback has not come; a missing callback does not mean that the payer has not paid.
         */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/payments/{authority}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a payment
         * @description Cancels a pending payment, so that its page can no longer be paid. A payment that has been paid, has failed, has expired or is cancelled already is not changed. The request has no body.
         */
        post: operations["cancelPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/startpay/{authority}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open the payer's page
         * @description The page to which you send the payer's browser. It shows the amount and the shop, takes the payment and then returns the payer to `callback_url`. No token is needed; always use the `gateway_url` that createPayment returned instead of building the address yourself.
         */
        get: operations["openPaymentPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify a payment
         * @description Confirms a paid payment with the bank, once. Send the authority and the amount from your own record, never those that a callback brought. Without a verification the money is not yours; we assume that it goes back to the payer. Of several concurrent verifications exactly one succeeds; the others get the code -21.
         */
        post: operations["createVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/verifications/{authority}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the state of a verification
         * @description Tells whether and when a payment was verified. For a payment that exists but is not verified, `ref_id` and `verified_at` are null.
         */
        get: operations["getVerification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/verifications/{authority}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a verification
         * @description Repeats a verification that failed, because the bank could not be reached for example. It uses the amount of the payment itself, so compare that with your own record first. The request has no body.
         */
        post: operations["retryVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List transactions
         * @description Lists the transactions of your terminal, newest first. The dates are days of the Jalali calendar in the zone Asia/Tehran and both belong to the range.
         */
        get: operations["listTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/transactions/{authority}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a transaction
         * @description Returns a transaction with its details: the internal state for debugging, its expiry, and whether it can be verified now.
         */
        get: operations["getTransaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund a payment
         * @description Asks for the money of a verified payment to be returned to the payer. The documentation names this operation by its rate limit and its events only: treat every field as an assumption until the gateway confirms it.
         */
        post: operations["createRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/reports/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the report of a day
         * @description Sums up the transactions that were created on a Jalali day in the zone Asia/Tehran: totals, and by hour, payment method and status.
         */
        get: operations["getDailyReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/reports/monthly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the report of a month
         * @description Sums up the transactions that were created in a Jalali month in the zone Asia/Tehran: totals, and by day, payment method and payment service provider (PSP).
         */
        get: operations["getMonthlyReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhooks/subscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Subscribe a webhook
         * @description Registers an HTTPS address for one or more events. When you send no secret, the gateway makes one of 64 hexadecimal digits, which stands in this one answer only; a secret of your own comes back masked.
         */
        post: operations["subscribeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhooks/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the events
         * @description Returns the events that can be subscribed, each with a short English description, and what the gateway expects of your endpoint.
         */
        get: operations["listWebhookEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhooks/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unsubscribe a webhook
         * @description Deactivates a webhook. Its record is kept, but no event is sent to it any more.
         */
        post: operations["unsubscribeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/webhooks/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test a webhook
         * @description Sends a sample of the event to the address of the webhook at once and tells how it answered, so that you can try your endpoint before real money depends on it.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prepare-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a request signed
         * @description Returns the signature headers and an idempotency key for a request that you are about to send. The signature covers the compact JSON of `data` (no blanks, slashes and Unicode not escaped, the order of the keys kept) and is valid for the signing tolerance. Send exactly those bytes.
         */
        post: operations["prepareRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/idempotency-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an idempotency key
         * @description Returns a new unique key for the header `Idempotency-Key`. A random UUID of your own serves as well and saves the round trip. No token is needed.
         */
        get: operations["getIdempotencyKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check the health
         * @description Tells whether the API is up, with its version. No token is needed.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "payment.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A payment was created
         * @description Sent when a payment has been created; nobody has paid it yet.
         */
        post: operations["onPaymentCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payment.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A payment was completed
         * @description Sent when a payment has been completed. Compare amount and order with your own record before you deliver.
         */
        post: operations["onPaymentCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payment.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A payment failed
         * @description Sent when the bank refused a payment.
         */
        post: operations["onPaymentFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payment.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A payment was cancelled
         * @description Sent when the payer or the shop cancelled a payment.
         */
        post: operations["onPaymentCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "payment.reversed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A payment was reversed
         * @description Sent when the money of a payment went back to the payer, after a payment that was never verified for example. The documentation lists no fields of its data; those of the other unsettled events are assumed.
         */
        post: operations["onPaymentReversed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "verification.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A verification succeeded
         * @description Sent when a payment has been verified.
         */
        post: operations["onVerificationCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "verification.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A verification failed
         * @description Sent when a verification did not succeed; retryVerification may help.
         */
        post: operations["onVerificationFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "refund.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A refund was registered
         * @description Sent when a refund has been registered.
         */
        post: operations["onRefundCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "refund.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A refund was paid out
         * @description Sent when the money of a refund is with the payer.
         */
        post: operations["onRefundCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "settlement.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A settlement batch was created
         * @description Sent when a batch of payments has been put together for a transfer to your account.
         */
        post: operations["onSettlementCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "settlement.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A settlement was paid out
         * @description Sent when the transfer to your account has been made.
         */
        post: operations["onSettlementCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "settlement.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A settlement failed
         * @description Sent when the transfer to your account has failed.
         */
        post: operations["onSettlementFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description A string of your choice that names one logical request; printable ASCII without blanks. */
        IdempotencyKey: string;
        /** @description A string of your choice that names one logical request; printable ASCII without blanks. */
        ReceivedIdempotencyKey: string;
        /**
         * Format: int64
         * @description Amount of a payment in rials (ten rials are one toman).
         */
        Amount: number;
        /**
         * Format: int64
         * @description Amount of a payment in rials (ten rials are one toman).
         */
        ReceivedAmount: number;
        /** @description Your own identifier of the order. */
        OrderId: string;
        /** @description Your own identifier of the order. */
        ReceivedOrderId: string;
        /**
         * Format: uri
         * @description The address in your shop to which the payer returns after paying.
         */
        CallbackUrl: string;
        /**
         * Format: uri
         * @description The address in your shop to which the payer returns after paying.
         */
        ReceivedCallbackUrl: string;
        /** @description Free text about the payment. The characters < and > are refused, so that it can never carry HTML. */
        PaymentDescription: string;
        /** @description The payment to create. */
        PaymentRequest: {
            amount: components["schemas"]["Amount"];
            order_id: components["schemas"]["OrderId"];
            callback_url: components["schemas"]["CallbackUrl"];
            /** @description The payer's mobile number: `09…`, `9…`, `989…`, `+989…` or `00989…`, each with the nine digits that follow. */
            mobile?: string;
            description?: components["schemas"]["PaymentDescription"];
            /** @description The only card that may pay: all sixteen digits, or the first six, six asterisks and the last four. */
            card_number?: string;
            /**
             * @description The HTTP method by which the payer returns to `callback_url`.
             * @default POST
             * @enum {string}
             */
            action?: "POST" | "GET";
            /** @description Code of an affiliate. */
            affiliate_code?: string;
            /**
             * @description Verify the payment without a call of createVerification. The callback then carries the status code 100 instead of 201.
             * @default false
             */
            direct_verify?: boolean;
        };
        /** @description An HMAC-SHA256 as 64 lower-case hexadecimal digits. */
        HexSignature: string;
        /**
         * Format: int64
         * @description Seconds since 1970-01-01T00:00:00Z.
         */
        UnixTime: number;
        /** @description Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits. */
        Authority: string;
        /** @description Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits. */
        ReceivedAuthority: string;
        /** @description A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`. */
        JalaliDateTime: string;
        /** @description The new payment. */
        CreatedTransaction: {
            authority: components["schemas"]["ReceivedAuthority"];
            /**
             * Format: uri
             * @description The page to which you send the payer.
             */
            gateway_url: string;
            /** @description When the payment expires if nobody has paid it. */
            expires_at: components["schemas"]["JalaliDateTime"];
        };
        /** @description Identifier of this request at the gateway. Quote it when you ask the support about an answer. */
        RequestId: string;
        /** @description How long the gateway worked on the answer, in milliseconds. */
        ProcessingTime: number;
        /** @description Facts about this answer. The sandbox adds `environment` and `test_mode`, always both. */
        PaymentCreatedMeta: {
            idempotency_key?: components["schemas"]["ReceivedIdempotencyKey"];
            /** @description Identifier of this request at the gateway. Quote it when you ask the support about an answer. */
            request_id?: string | null;
            /** @description How long the gateway worked on the answer, in milliseconds. */
            processing_time_ms?: number | null;
            /**
             * @description Says that the sandbox answered.
             * @constant
             */
            environment?: "sandbox";
            /**
             * @description Says that no real money moves.
             * @constant
             */
            test_mode?: true;
        };
        /**
         * @description The payment has been created; the payer can be sent to its `gateway_url`.
         * @constant
         */
        StatusCreated: 100;
        /** @description A payment that has just been created. */
        PaymentCreatedResponse: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The payment and facts about this answer. */
            data: {
                transaction: components["schemas"]["CreatedTransaction"];
                meta: components["schemas"]["PaymentCreatedMeta"];
            };
            /**
             * @description Says in Persian that it worked.
             * @example تراکنش با موفقیت ایجاد شد
             */
            message: string;
            status_code: components["schemas"]["StatusCreated"];
            timestamp: components["schemas"]["JalaliDateTime"];
        };
        /** @description The family of an error. */
        ErrorType: "validation_error" | "authentication_error" | "authorization_error" | "business_logic_error" | "rate_limit_error" | "server_error" | "gateway_error" | (string & {});
        /** @description More about the error: `validation` when fields of the request are wrong, `reason` when the state of the payment forbids what was asked. */
        ErrorDetails: {
            /** @description The faulty fields by name, each with its messages in Persian. */
            validation?: {
                [key: string]: string[];
            };
            /** @description Why the state of the payment does not allow it, as a short English word. */
            reason?: "payment_unpaid" | "payment_failed" | "payment_expired" | "payment_cancelled" | "payment_paid" | "payment_not_verified" | "refund_exceeds_payment" | (string & {});
        };
        /** @description Facts about the request that failed. Some answers come without it. */
        ErrorMeta: {
            /** @description Identifier of this request at the gateway. Quote it when you ask the support about an answer. */
            request_id?: string | null;
        };
        /** @description The envelope of every error. `status_code` repeats `error.code`. */
        ErrorResponse: {
            /**
             * @description Always false in an error.
             * @constant
             */
            success: false;
            /** @description What went wrong. */
            error: {
                /** @description The error in Persian, fit to be shown to a person. */
                message: string;
                /** @description The gateway's code of the error. Decide by this, never by the message. */
                code: number;
                type?: components["schemas"]["ErrorType"];
                details?: components["schemas"]["ErrorDetails"];
            };
            /** @description The same code as `error.code`. */
            status_code: number;
            timestamp: components["schemas"]["JalaliDateTime"];
            meta?: components["schemas"]["ErrorMeta"];
        };
        /** @description The body of the request cannot be read as JSON. */
        ErrorMalformedBody: components["schemas"]["ErrorResponse"] & {
            error?: {
                /** @constant */
                code?: -2;
                /** @constant */
                type?: "validation_error";
                /** @example خطا در اعتبارسنجی ورودی */
                message?: string;
            };
            /** @constant */
            status_code?: -2;
        };
        /** @description The request carries no credentials. */
        ErrorCredentialsMissing: components["schemas"]["ErrorResponse"] & {
            error?: {
                /** @constant */
                code?: -50;
                /** @constant */
                type?: "authentication_error";
                /** @example اطلاعات احراز هویت یافت نشد */
                message?: string;
            };
            /** @constant */
            status_code?: -50;
        };
        /** @description The credentials are wrong, have expired or have been revoked. */
        ErrorCredentialsInvalid: components["schemas"]["ErrorResponse"] & {
            error?: {
                /** @constant */
                code?: -51;
                /** @constant */
                type?: "authentication_error";
                /** @example اطلاعات احراز هویت نامعتبر است */
                message?: string;
            };
            /** @constant */
            status_code?: -51;
        };
        /** @description The terminal demands signed requests, and `X-Signature` or `X-Timestamp` is missing. */
        ErrorSignatureMissing: components["schemas"]["ErrorResponse"] & {
            error?: {
                /** @constant */
                code?: -101;
                /** @constant */
                type?: "authentication_error";
                /** @example هدرهای امضا ارسال نشده */
                message?: string;
            };
            /** @constant */
            status_code?: -101;
        };
        /** @description `X-Timestamp` is not a Unix time, or is further from the server's clock than the signing tolerance. */
        ErrorTimestampInvalid: components["schemas"]["ErrorResponse"] & {
            error?: {
                /** @constant */
                code?: -102;
                /** @constant */
                type?: "authentication_error";
                /** @example timestamp درخواست نامعتبر یا منقضی است */
                message?: string;
            };
            /** @constant */
            status_code?: -102;
        };
        /** @description `X-Signature` does not fit the request. */
        ErrorSignatureInvalid: components["schemas"]["ErrorResponse"] & {
            error?: {
                /** @constant */
                code?: -103;
                /** @constant */
                type?: "authentication_error";
                /** @example امضای درخواست نامعتبر است */
                message?: string;
            };
            /** @constant */
            status_code?: -103;
        };
        /** @description The sender's IP address is not on the terminal's list of allowed addresses. */
        ErrorIpNotAllowed: components["schemas"]["ErrorResponse"] & {
            error?: {
                /** @constant */
                code?: -52;
                /** @constant */
                type?: "authorization_error";
                /** @example آدرس IP در لیست مجاز نیست */
                message?: string;
            };
            /** @constant */
            status_code?: -52;
        };
        /** @description The terminal is inactive, suspended or under review. */
        ErrorTerminalInactive: components["schemas"]["ErrorResponse"] & {
            error?: {
                /** @constant */
                code?: -53;
                /** @constant */
                type?: "authorization_error";
                /** @example ترمینال غیرفعال یا تحت بررسی است */
                message?: string;
            };
            /** @constant */
            status_code?: -53;
        };
        /** @description A field, header or parameter of the request breaks its rule (value, format, missing, …). */
        ErrorValidation: components["schemas"]["ErrorResponse"] & {
            error?: {
                /** @constant */
                code?: -2;
                /** @constant */
                type?: "validation_error";
                /** @example خطا در اعتبارسنجی ورودی */
                message?: string;
                details?: {
                    validation?: Record<string, never>;
                };
            };
            /** @constant */
            status_code?: -2;
        };
        /** @description More requests came than the limit allows. */
        ErrorRateLimited: components["schemas"]["ErrorResponse"] & {
            error?: {
                /** @constant */
                code?: -54;
                /** @constant */
                type?: "rate_limit_error";
                /** @example تعداد درخواستها بیش از حد مجاز است */
                message?: string;
            };
            /** @constant */
            status_code?: -54;
        };
        /** @description The gateway's own systems failed. */
        ErrorInternal: components["schemas"]["ErrorResponse"] & {
            error?: {
                /** @constant */
                code?: -31;
                /** @constant */
                type?: "server_error";
                /** @example خطای داخلی سرور */
                message?: string;
            };
            /** @constant */
            status_code?: -31;
        };
        /** @description Something happened in the gateway that nobody foresaw. */
        ErrorUnexpected: components["schemas"]["ErrorResponse"] & {
            error?: {
                /** @constant */
                code?: -500;
                /** @constant */
                type?: "server_error";
                /** @example خطای غیرمنتظره در سرور */
                message?: string;
            };
            /** @constant */
            status_code?: -500;
        };
        /** @description The bank behind the gateway cannot be reached for the moment. */
        ErrorBankUnavailable: components["schemas"]["ErrorResponse"] & {
            error?: {
                /** @constant */
                code?: 996;
                /** @constant */
                type?: "gateway_error";
                /** @example سرویس در دسترس نیست */
                message?: string;
            };
            /** @constant */
            status_code?: 996;
        };
        /** @description 201: paid, waiting for your verification. 100: paid and verified (`direct_verify`). Any negative number: not paid. -1 is the only one that has been seen, for a payment that failed, that the payer cancelled or that ran out of time. */
        CallbackStatus: 201 | 100 | -1 | (number & {});
        /** @description Reference number of the bank for a verified payment. Its form is the bank's own: store it as text and do not parse it. */
        BankReference: string;
        /** @description The payer's card number with its first six and last four digits. */
        MaskedCard: string;
        /** @description What the payer's browser brings back. Anybody can forge it: it is a reason to look, never a proof of payment. */
        PaymentCallback: {
            authority: components["schemas"]["ReceivedAuthority"];
            status_code: components["schemas"]["CallbackStatus"];
            /** @description The outcome in Persian. */
            message: string;
            /**
             * Format: int64
             * @description The amount in rials as the callback claims it. Compare it with your own record.
             */
            amount: number;
            order_id: components["schemas"]["ReceivedOrderId"];
            ref_id?: components["schemas"]["BankReference"];
            card_pan?: components["schemas"]["MaskedCard"];
        };
        /** @description Reference number of the bank; null as long as the payment has not been verified. */
        BankReferenceOrNull: string | null;
        /** @description Public status of a payment. A payment that has been paid but not yet verified is still `pending`. */
        PaymentStatus: "pending" | "completed" | "failed" | "timeout" | "cancelled" | "unknown" | (string & {});
        /** @description A payment with its public status. */
        Payment: {
            authority: components["schemas"]["ReceivedAuthority"];
            /** @description Reference number of the bank; null as long as the payment has not been verified. */
            ref_id?: string | null;
            amount: components["schemas"]["ReceivedAmount"];
            status: components["schemas"]["PaymentStatus"];
            created_at: components["schemas"]["JalaliDateTime"];
            updated_at: components["schemas"]["JalaliDateTime"];
        };
        /** @description Facts about this answer. */
        PaymentMeta: {
            /** @description Identifier of this request at the gateway. Quote it when you ask the support about an answer. */
            request_id?: string | null;
            /** @description Whether the answer comes from a cache. */
            cached?: boolean | null;
        };
        /** @description The payment and facts about this answer. */
        PaymentData: {
            transaction: components["schemas"]["Payment"];
            meta: components["schemas"]["PaymentMeta"];
        };
        /**
         * @description The operation has succeeded; after a verification it means that the money is yours.
         * @constant
         */
        StatusOk: 200;
        /** @description A payment. */
        PaymentResponse: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            data: components["schemas"]["PaymentData"];
            /**
             * @description Says in Persian that it worked.
             * @example اطلاعات تراکنش با موفقیت دریافت شد
             */
            message: string;
            status_code: components["schemas"]["StatusOk"];
            timestamp: components["schemas"]["JalaliDateTime"];
        };
        /** @description Your terminal has no transaction with this authority. */
        ErrorTransactionNotFound: components["schemas"]["ErrorResponse"] & {
            error?: {
                /** @constant */
                code?: -33;
                /** @constant */
                type?: "business_logic_error";
                /** @example تراکنش یافت نشد */
                message?: string;
            };
            /** @constant */
            status_code?: -33;
        };
        /** @description A payment that has just been cancelled. */
        PaymentCancelledResponse: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            data: components["schemas"]["PaymentData"];
            /**
             * @description Says in Persian that it worked.
             * @example پرداخت با موفقیت لغو شد
             */
            message: string;
            status_code: components["schemas"]["StatusOk"];
            timestamp: components["schemas"]["JalaliDateTime"];
        };
        /** @description The payment exists, but its state does not allow what was asked: it is unpaid, failed, expired or cancelled, for example. */
        ErrorStateForbids: components["schemas"]["ErrorResponse"] & {
            error?: {
                /** @constant */
                code?: -2;
                /** @constant */
                type?: "business_logic_error";
                /** @example خطا در اعتبارسنجی ورودی */
                message?: string;
                details?: {
                    reason?: string | null;
                };
            };
            /** @constant */
            status_code?: -2;
        };
        /** @description The payment has been verified before. */
        ErrorAlreadyVerified: components["schemas"]["ErrorResponse"] & {
            error?: {
                /** @constant */
                code?: -21;
                /** @constant */
                type?: "business_logic_error";
                /** @example تراکنش قبلاً تأیید شده است */
                message?: string;
            };
            /** @constant */
            status_code?: -21;
        };
        /** @description The payment to verify, from your own record. */
        VerificationRequest: {
            authority: components["schemas"]["Authority"];
            amount: components["schemas"]["Amount"];
            order_id?: components["schemas"]["OrderId"];
        };
        /** @description A verification that has succeeded. */
        Verification: {
            ref_id: components["schemas"]["BankReference"];
            authority: components["schemas"]["ReceivedAuthority"];
            amount: components["schemas"]["ReceivedAmount"];
            /** @description When the payment was verified. */
            verified_at: components["schemas"]["JalaliDateTime"];
        };
        /** @description Facts about this answer. */
        VerificationMeta: {
            /** @description Identifier of this request at the gateway. Quote it when you ask the support about an answer. */
            request_id?: string | null;
            /** @description How long the gateway worked on the answer, in milliseconds. */
            processing_time_ms?: number | null;
        };
        /** @description The verification and facts about this answer. */
        VerifiedData: {
            verification: components["schemas"]["Verification"];
            meta: components["schemas"]["VerificationMeta"];
        };
        /** @description A payment that has just been verified. */
        VerificationCreatedResponse: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            data: components["schemas"]["VerifiedData"];
            /**
             * @description Says in Persian that it worked.
             * @example تراکنش با موفقیت تأیید شد
             */
            message: string;
            status_code: components["schemas"]["StatusOk"];
            timestamp: components["schemas"]["JalaliDateTime"];
        };
        /** @description A Jalali moment as in JalaliDateTime; null as long as it has not come. */
        JalaliDateTimeOrNull: string | null;
        /** @description Whether and when a payment was verified; `ref_id` and `verified_at` are null until then, both together. */
        VerificationState: {
            /** @description Reference number of the bank; null as long as the payment has not been verified. */
            ref_id?: string | null;
            authority: components["schemas"]["ReceivedAuthority"];
            amount: components["schemas"]["ReceivedAmount"];
            /** @description A Jalali moment as in JalaliDateTime; null as long as it has not come. */
            verified_at?: string | null;
        };
        /** @description Facts about this answer. */
        VerificationStateMeta: {
            /** @description Identifier of this request at the gateway. Quote it when you ask the support about an answer. */
            request_id?: string | null;
        };
        /** @description The state of a verification. */
        VerificationResponse: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The verification and facts about this answer. */
            data: {
                verification: components["schemas"]["VerificationState"];
                meta: components["schemas"]["VerificationStateMeta"];
            };
            /**
             * @description Says in Persian that it worked.
             * @example اطلاعات تراکنش با موفقیت دریافت شد
             */
            message: string;
            status_code: components["schemas"]["StatusOk"];
            timestamp: components["schemas"]["JalaliDateTime"];
        };
        /** @description A payment that has been verified at a further try. */
        VerificationRetriedResponse: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            data: components["schemas"]["VerifiedData"];
            /**
             * @description Says in Persian that it worked.
             * @example تأیید مجدد با موفقیت انجام شد
             */
            message: string;
            status_code: components["schemas"]["StatusOk"];
            timestamp: components["schemas"]["JalaliDateTime"];
        };
        /** @description A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD`. */
        JalaliDate: string;
        /** @description A day of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD`. */
        ReceivedJalaliDate: string;
        /** @description A transaction in a list. */
        TransactionSummary: {
            authority: components["schemas"]["ReceivedAuthority"];
            amount: components["schemas"]["ReceivedAmount"];
            status: components["schemas"]["PaymentStatus"];
            order_id: components["schemas"]["ReceivedOrderId"];
            /** @description Reference number of the bank; null as long as the payment has not been verified. */
            ref_code?: string | null;
            created_at: components["schemas"]["JalaliDateTime"];
            /** @description A Jalali moment as in JalaliDateTime; null as long as it has not come. */
            verified_at?: string | null;
        };
        /**
         * Format: int64
         * @description A number of transactions.
         */
        Count: number;
        /** @description Where a page stands among all. */
        Pagination: {
            /** @description The number of this page. */
            current_page: number;
            /** @description How many transactions a page holds. */
            per_page: number;
            total: components["schemas"]["Count"];
            /** @description The number of the last page; one when there is nothing. */
            last_page: number;
        };
        /** @description A page of transactions. */
        TransactionListResponse: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The transactions and where this page stands among all. */
            data: {
                /** @description The transactions of this page, newest first. */
                transactions: components["schemas"]["TransactionSummary"][];
                pagination: components["schemas"]["Pagination"];
            };
            timestamp: components["schemas"]["JalaliDateTime"];
        };
        /** @description Everything the gateway tells of a transaction. */
        Transaction: {
            authority: components["schemas"]["ReceivedAuthority"];
            order_id: components["schemas"]["ReceivedOrderId"];
            amount: components["schemas"]["ReceivedAmount"];
            status: components["schemas"]["PaymentStatus"];
            /** @description The state inside the gateway, for debugging only. Do not build logic on it. */
            workflow_state: string;
            /** @description The description given at creation, or null. */
            description?: string | null;
            /** @description Reference number of the bank; null as long as the payment has not been verified. */
            ref_code?: string | null;
            callback_url: components["schemas"]["ReceivedCallbackUrl"];
            created_at: components["schemas"]["JalaliDateTime"];
            updated_at: components["schemas"]["JalaliDateTime"];
            expires_at: components["schemas"]["JalaliDateTime"];
            /** @description Whether the payment ran out of time. */
            is_expired: boolean;
            /** @description Whether createVerification would be accepted now. */
            can_be_verified: boolean;
            /** @description 200 when verified; null as long as it is not. No other number is documented. */
            verification_status?: number | null;
        };
        /** @description A transaction in detail. */
        TransactionResponse: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The transaction. */
            data: {
                transaction: components["schemas"]["Transaction"];
            };
            timestamp: components["schemas"]["JalaliDateTime"];
        };
        /**
         * Format: int64
         * @description Amount of a refund in rials; at most what is left of the payment.
         */
        RefundAmount: number;
        /**
         * Format: int64
         * @description Amount of a refund in rials; at most what is left of the payment.
         */
        ReceivedRefundAmount: number;
        /** @description The payment to refund. */
        RefundRequest: {
            authority: components["schemas"]["Authority"];
            /** @description How much to return, in rials; the whole payment when it is missing. */
            amount?: components["schemas"]["RefundAmount"];
            /** @description Why the money goes back. */
            reason?: string;
        };
        /** @description Identifier of a refund. */
        RefundCode: string;
        /** @description Status of a refund. */
        RefundStatus: "pending" | "completed" | "failed" | (string & {});
        /** @description A refund. */
        Refund: {
            /** @description Identifier of a refund. */
            refund_code?: string | null;
            /** @description Unique identifier of a payment: fourteen digits of its creation time, then four to six capital letters or digits. */
            authority?: string | null;
            /**
             * Format: int64
             * @description Amount of a refund in rials; at most what is left of the payment.
             */
            amount?: number | null;
            status?: components["schemas"]["RefundStatus"];
            /** @description The reason given with the request, or null. */
            reason?: string | null;
            /** @description A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`. */
            created_at?: string | null;
        };
        /** @description A refund that has just been registered. */
        RefundCreatedResponse: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The refund and facts about this answer. */
            data: {
                refund?: components["schemas"]["Refund"];
                meta?: components["schemas"]["VerificationMeta"];
            };
            /**
             * @description Says in Persian that it worked.
             * @example عملیات با موفقیت انجام شد
             */
            message?: string | null;
            /**
             * @description The operation has succeeded; after a verification it means that the money is yours.
             * @constant
             */
            status_code?: 200;
            /** @description A moment in the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM-DD HH:mm:ss`. */
            timestamp?: string | null;
        };
        /**
         * Format: int64
         * @description A sum of amounts in rials.
         */
        RialTotal: number;
        /** @description Successful transactions in percent of all; 0 when there were none. */
        SuccessRate: number;
        /** @description The totals of the day. */
        DailySummary: {
            total_transactions: components["schemas"]["Count"];
            successful_transactions: components["schemas"]["Count"];
            failed_transactions: components["schemas"]["Count"];
            total_amount: components["schemas"]["RialTotal"];
            successful_amount: components["schemas"]["RialTotal"];
            success_rate: components["schemas"]["SuccessRate"];
            total_fees: components["schemas"]["RialTotal"];
        };
        /** @description The figures of one hour. */
        HourFigures: {
            /** @description The hour of the day, in the zone Asia/Tehran. */
            hour: number;
            transactions: components["schemas"]["Count"];
            amount: components["schemas"]["RialTotal"];
        };
        /** @description The figures of one payment method. */
        PaymentMethodFigures: {
            /** @description The payment method, `card` for example. */
            method: string;
            transactions: components["schemas"]["Count"];
            amount: components["schemas"]["RialTotal"];
        };
        /** @description How many transactions have one status. */
        StatusFigures: {
            status: components["schemas"]["PaymentStatus"];
            count: components["schemas"]["Count"];
        };
        /** @description One Jalali day in figures. */
        DailyReport: {
            report_date: components["schemas"]["ReceivedJalaliDate"];
            summary: components["schemas"]["DailySummary"];
            /** @description The hours in which there were transactions. */
            hourly_breakdown: components["schemas"]["HourFigures"][];
            /** @description The figures of each payment method. */
            payment_methods: components["schemas"]["PaymentMethodFigures"][];
            /** @description How many transactions have each status. */
            status_breakdown: components["schemas"]["StatusFigures"][];
        };
        /** @description The report of a day. */
        DailyReportResponse: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            data: components["schemas"]["DailyReport"];
            timestamp: components["schemas"]["JalaliDateTime"];
        };
        /** @description A month of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM`. */
        JalaliMonth: string;
        /** @description A month of the Jalali (Solar Hijri) calendar in the zone Asia/Tehran, `YYYY-MM`. */
        ReceivedJalaliMonth: string;
        /** @description The first and the last day of the report, both included. */
        ReportPeriod: {
            from: components["schemas"]["ReceivedJalaliDate"];
            to: components["schemas"]["ReceivedJalaliDate"];
        };
        /** @description The totals of the month. `successful_amount` and `total_fees` may be missing. */
        MonthlySummary: {
            /**
             * Format: int64
             * @description A number of transactions.
             */
            total_transactions?: number | null;
            /**
             * Format: int64
             * @description A number of transactions.
             */
            successful_transactions?: number | null;
            /**
             * Format: int64
             * @description A number of transactions.
             */
            failed_transactions?: number | null;
            /**
             * Format: int64
             * @description A sum of amounts in rials.
             */
            total_amount?: number | null;
            successful_amount?: components["schemas"]["RialTotal"];
            /** @description Successful transactions in percent of all; 0 when there were none. */
            success_rate?: number | null;
            total_fees?: components["schemas"]["RialTotal"];
        };
        /** @description The figures of one day. */
        DayFigures: {
            date: components["schemas"]["ReceivedJalaliDate"];
            transactions: components["schemas"]["Count"];
            amount: components["schemas"]["RialTotal"];
        };
        /** @description The figures of one payment service provider (PSP). */
        PspFigures: {
            /** @description The provider, `mellat` for example. */
            psp: string;
            transactions: components["schemas"]["Count"];
            amount: components["schemas"]["RialTotal"];
        };
        /** @description One Jalali month in figures. */
        MonthlyReport: {
            report_month: components["schemas"]["ReceivedJalaliMonth"];
            period: components["schemas"]["ReportPeriod"];
            summary: components["schemas"]["MonthlySummary"];
            /** @description The days on which there were transactions. */
            daily_breakdown: components["schemas"]["DayFigures"][];
            /** @description The figures of each payment method. */
            payment_methods: components["schemas"]["PaymentMethodFigures"][];
            /** @description The figures of each payment service provider (PSP). */
            psp_breakdown: components["schemas"]["PspFigures"][];
        };
        /** @description The report of a month. */
        MonthlyReportResponse: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            data: components["schemas"]["MonthlyReport"];
            timestamp: components["schemas"]["JalaliDateTime"];
        };
        /**
         * Format: uri
         * @description The HTTPS address that receives the events.
         */
        WebhookUrl: string;
        /**
         * Format: uri
         * @description The HTTPS address that receives the events.
         */
        ReceivedWebhookUrl: string;
        /**
         * @description The kind of an event.
         * @enum {string}
         */
        WebhookEventType: "payment.created" | "payment.completed" | "payment.failed" | "payment.cancelled" | "payment.reversed" | "verification.completed" | "verification.failed" | "refund.created" | "refund.completed" | "settlement.created" | "settlement.completed" | "settlement.failed";
        /** @description The kind of an event. */
        ReceivedWebhookEventType: "payment.created" | "payment.completed" | "payment.failed" | "payment.cancelled" | "payment.reversed" | "verification.completed" | "verification.failed" | "refund.created" | "refund.completed" | "settlement.created" | "settlement.completed" | "settlement.failed" | (string & {});
        /** @description The address and its events. */
        WebhookSubscriptionRequest: {
            url: components["schemas"]["WebhookUrl"];
            /** @description The events to send to it, at least one. */
            events: components["schemas"]["WebhookEventType"][];
            /** @description Key of the signatures, shared between you and the gateway. When it is missing, the gateway makes one of 64 hexadecimal digits. */
            secret?: string;
            /** @description A short text by which you recognise this webhook. */
            description?: string;
        };
        /** @description Identifier of a webhook, from the answer of subscribeWebhook. */
        WebhookId: string;
        /** @description Identifier of a webhook, from the answer of subscribeWebhook. */
        ReceivedWebhookId: string;
        /** @description A registered webhook. */
        Webhook: {
            id: components["schemas"]["ReceivedWebhookId"];
            url: components["schemas"]["ReceivedWebhookUrl"];
            /** @description The events that are sent to it. */
            events: components["schemas"]["ReceivedWebhookEventType"][];
            /** @description Masked when you chose the secret yourself; the secret itself when the gateway made it. Store it now, it is not shown again. */
            secret: string;
            /** @description Whether events are sent to it. */
            is_active: boolean;
            created_at: components["schemas"]["JalaliDateTime"];
        };
        /** @description A webhook that has just been registered. */
        WebhookSubscriptionResponse: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The webhook. */
            data: {
                webhook: components["schemas"]["Webhook"];
            };
            /**
             * @description Says in English that it worked.
             * @example Webhook subscription created successfully
             */
            message: string;
            timestamp: components["schemas"]["JalaliDateTime"];
        };
        /** @description What the event means, in English. */
        EventDescription: string;
        /** @description What the gateway expects of an endpoint, in English sentences. */
        WebhookRequirements: {
            /**
             * @description The kind of address.
             * @example Must be a valid HTTPS URL
             */
            url: string;
            /**
             * @description How long the gateway waits for an answer.
             * @example 10 seconds
             */
            response_timeout: string;
            /**
             * @description How often it tries again.
             * @example 3 times with exponential backoff
             */
            retry_attempts: string;
            /**
             * @description Which answers count as received.
             * @example HTTP 200-299 status code
             */
            expected_response: string;
            /**
             * @description Where the signature stands.
             * @example X-Webhook-Signature (HMAC-SHA256)
             */
            signature_header: string;
        };
        /** @description The events and what the gateway expects of an endpoint. */
        WebhookEventsResponse: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The events and the requirements. */
            data: {
                /** @description The events by name, each with a short English description. The twelve of today are always among them; the gateway may add others. */
                events: {
                    /** @description What the event means, in English. */
                    "payment.created"?: string | null;
                    /** @description What the event means, in English. */
                    "payment.completed"?: string | null;
                    /** @description What the event means, in English. */
                    "payment.failed"?: string | null;
                    /** @description What the event means, in English. */
                    "payment.cancelled"?: string | null;
                    /** @description What the event means, in English. */
                    "payment.reversed"?: string | null;
                    /** @description What the event means, in English. */
                    "verification.completed"?: string | null;
                    /** @description What the event means, in English. */
                    "verification.failed"?: string | null;
                    /** @description What the event means, in English. */
                    "refund.created"?: string | null;
                    /** @description What the event means, in English. */
                    "refund.completed"?: string | null;
                    /** @description What the event means, in English. */
                    "settlement.created"?: string | null;
                    /** @description What the event means, in English. */
                    "settlement.completed"?: string | null;
                    /** @description What the event means, in English. */
                    "settlement.failed"?: string | null;
                } & {
                    [key: string]: components["schemas"]["EventDescription"];
                };
                webhook_requirements: components["schemas"]["WebhookRequirements"];
            };
            timestamp: components["schemas"]["JalaliDateTime"];
        };
        /** @description The webhook to deactivate. */
        WebhookUnsubscriptionRequest: {
            webhook_id: components["schemas"]["WebhookId"];
        };
        /** @description A webhook that has just been deactivated. */
        WebhookUnsubscriptionResponse: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description Which webhook was deactivated. */
            data: {
                webhook_id: components["schemas"]["ReceivedWebhookId"];
                /**
                 * @description Says that no more events are sent to it.
                 * @constant
                 */
                status: "unsubscribed";
            };
            /**
             * @description Says in English that it worked.
             * @example Webhook unsubscribed successfully
             */
            message: string;
            timestamp: components["schemas"]["JalaliDateTime"];
        };
        /**
         * @description An event of which a sample can be sent.
         * @enum {string}
         */
        TestableEventType: "payment.created" | "payment.completed" | "payment.failed" | "payment.cancelled" | "refund.created" | "refund.completed" | "verification.completed";
        /** @description An event of which a sample can be sent. */
        ReceivedTestableEventType: "payment.created" | "payment.completed" | "payment.failed" | "payment.cancelled" | "refund.created" | "refund.completed" | "verification.completed" | (string & {});
        /** @description The webhook and the event to send. */
        WebhookTestRequest: {
            webhook_id: components["schemas"]["WebhookId"];
            event_type: components["schemas"]["TestableEventType"];
        };
        /** @description How your endpoint received the sample. */
        WebhookTestResult: {
            /** @description Whether your endpoint answered with 2xx in time. */
            status: "success" | "failed" | (string & {});
            /** @description The HTTP status of your endpoint; null when it did not answer. */
            response_code: number | null;
            /** @description How long your endpoint took, in milliseconds; null when it was not measured. */
            response_time: number | null;
            /** @description Why it failed; null when it did not. */
            error: string | null;
        };
        /** @description How a test went. */
        WebhookTestResponse: {
            /**
             * @description True when the sample was sent, however it was received.
             * @constant
             */
            success: true;
            /** @description What was sent and how it was received. */
            data: {
                webhook_id: components["schemas"]["ReceivedWebhookId"];
                event_type: components["schemas"]["ReceivedTestableEventType"];
                test_result: components["schemas"]["WebhookTestResult"];
            };
            /**
             * @description Says in English that the test is over.
             * @example Webhook test completed
             */
            message: string;
            timestamp: components["schemas"]["JalaliDateTime"];
        };
        /** @description The request that you are about to send. */
        PrepareRequest: {
            /**
             * @description Its HTTP method.
             * @enum {string}
             */
            method: "GET" | "POST";
            /** @description Its path after `/v2/`, without the query; `payments` for example. */
            endpoint: string;
            /** @description Its body; leave it out for a request without one. */
            data?: {
                [key: string]: unknown;
            };
        };
        /** @description The headers to send, by name. */
        PreparedHeaders: {
            "X-Idempotency-Key": components["schemas"]["ReceivedIdempotencyKey"];
            "X-Signature"?: components["schemas"]["HexSignature"];
            /** @description Unix seconds. */
            "X-Timestamp"?: string;
            /**
             * @description The type of the body.
             * @constant
             */
            "Content-Type": "application/json";
        };
        /** @description The headers to send with the request. */
        PreparedRequestResponse: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description A fresh idempotency key. */
            idempotency_key: string;
            /** @description Whether your terminal demands signed requests. */
            signature_required: boolean;
            /** @description The value for `X-Signature`; null when your terminal has no secret key. */
            signature: string | null;
            /** @description The value for `X-Timestamp`, in Unix seconds. */
            timestamp: string;
            /**
             * @description How the signature is made.
             * @constant
             */
            algorithm: "HMAC-SHA256";
            headers: components["schemas"]["PreparedHeaders"];
            /**
             * Format: date-time
             * @description When the signature stops being valid, ISO 8601 in UTC.
             */
            expires_at: string;
        };
        /** @description A new key. */
        IdempotencyKeyResponse: {
            /**
             * @description Always true in a success.
             * @constant
             */
            success: true;
            /** @description The key, for the header `Idempotency-Key`. */
            idempotency_key: string;
            /** @description How long the key is remembered, in seconds; see `x-idempotency`. */
            expires_in: number;
            /**
             * @description An English hint on how to use the key.
             * @example Include this key in the Idempotency-Key header for your payment request
             */
            usage: string;
        };
        /** @description The health of the API. */
        HealthResponse: {
            /**
             * @description Says that the API is up.
             * @constant
             */
            status: "ok";
            timestamp: components["schemas"]["JalaliDateTime"];
            /** @description Version of the API. */
            version: string;
        };
        /**
         * Format: date-time
         * @description When it happened, ISO 8601 with the offset of Tehran.
         */
        EventTime: string;
        /** @description Your merchant code at the gateway. */
        MerchantCode: string;
        /** @description The payment that was created. */
        PaymentCreatedData: {
            authority: components["schemas"]["ReceivedAuthority"];
            amount: components["schemas"]["ReceivedAmount"];
            status: components["schemas"]["PaymentStatus"];
            created_at: components["schemas"]["JalaliDateTime"];
        };
        /** @description HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook, the same as in the header `X-Webhook-Signature`. Missing when the webhook has no secret. */
        EventSignature: components["schemas"]["HexSignature"];
        /** @description The event `payment.created`. */
        PaymentCreatedEvent: {
            /**
             * @description The kind of the event.
             * @constant
             */
            event: "payment.created";
            timestamp: components["schemas"]["EventTime"];
            merchant_code: components["schemas"]["MerchantCode"];
            data: components["schemas"]["PaymentCreatedData"];
            signature?: components["schemas"]["EventSignature"];
        };
        /** @description The payment that was completed or verified. */
        SettledPaymentData: {
            authority: components["schemas"]["ReceivedAuthority"];
            amount: components["schemas"]["ReceivedAmount"];
            order_id: components["schemas"]["ReceivedOrderId"];
            ref_code: components["schemas"]["BankReference"];
            pan: components["schemas"]["MaskedCard"];
            verified_at: components["schemas"]["JalaliDateTime"];
        };
        /** @description The event `payment.completed`. */
        PaymentCompletedEvent: {
            /**
             * @description The kind of the event.
             * @constant
             */
            event: "payment.completed";
            timestamp: components["schemas"]["EventTime"];
            merchant_code: components["schemas"]["MerchantCode"];
            data: components["schemas"]["SettledPaymentData"];
            signature?: components["schemas"]["EventSignature"];
        };
        /** @description The payment that brought no money. */
        UnsettledPaymentData: {
            authority: components["schemas"]["ReceivedAuthority"];
            amount: components["schemas"]["ReceivedAmount"];
            status: components["schemas"]["PaymentStatus"];
            /** @description What happened, in Persian. */
            message: string;
        };
        /** @description The event `payment.failed`. */
        PaymentFailedEvent: {
            /**
             * @description The kind of the event.
             * @constant
             */
            event: "payment.failed";
            timestamp: components["schemas"]["EventTime"];
            merchant_code: components["schemas"]["MerchantCode"];
            data: components["schemas"]["UnsettledPaymentData"];
            signature?: components["schemas"]["EventSignature"];
        };
        /** @description The event `payment.cancelled`. */
        PaymentCancelledEvent: {
            /**
             * @description The kind of the event.
             * @constant
             */
            event: "payment.cancelled";
            timestamp: components["schemas"]["EventTime"];
            merchant_code: components["schemas"]["MerchantCode"];
            data: components["schemas"]["UnsettledPaymentData"];
            signature?: components["schemas"]["EventSignature"];
        };
        /** @description The event `payment.reversed`. */
        PaymentReversedEvent: {
            /**
             * @description The kind of the event.
             * @constant
             */
            event: "payment.reversed";
            timestamp: components["schemas"]["EventTime"];
            merchant_code: components["schemas"]["MerchantCode"];
            data: components["schemas"]["UnsettledPaymentData"];
            signature?: components["schemas"]["EventSignature"];
        };
        /** @description The event `verification.completed`. */
        VerificationCompletedEvent: {
            /**
             * @description The kind of the event.
             * @constant
             */
            event: "verification.completed";
            timestamp: components["schemas"]["EventTime"];
            merchant_code: components["schemas"]["MerchantCode"];
            data: components["schemas"]["SettledPaymentData"];
            signature?: components["schemas"]["EventSignature"];
        };
        /** @description The event `verification.failed`. */
        VerificationFailedEvent: {
            /**
             * @description The kind of the event.
             * @constant
             */
            event: "verification.failed";
            timestamp: components["schemas"]["EventTime"];
            merchant_code: components["schemas"]["MerchantCode"];
            data: components["schemas"]["UnsettledPaymentData"];
            signature?: components["schemas"]["EventSignature"];
        };
        /** @description The refund that was registered. */
        RefundCreatedData: {
            refund_code: components["schemas"]["RefundCode"];
            authority: components["schemas"]["ReceivedAuthority"];
            amount: components["schemas"]["ReceivedRefundAmount"];
            status: components["schemas"]["RefundStatus"];
            /** @description The reason given with the request, or null. */
            reason: string | null;
            created_at: components["schemas"]["JalaliDateTime"];
        };
        /** @description The event `refund.created`. */
        RefundCreatedEvent: {
            /**
             * @description The kind of the event.
             * @constant
             */
            event: "refund.created";
            timestamp: components["schemas"]["EventTime"];
            merchant_code: components["schemas"]["MerchantCode"];
            data: components["schemas"]["RefundCreatedData"];
            signature?: components["schemas"]["EventSignature"];
        };
        /** @description The refund that was paid out. */
        RefundCompletedData: {
            refund_code: components["schemas"]["RefundCode"];
            authority: components["schemas"]["ReceivedAuthority"];
            amount: components["schemas"]["ReceivedRefundAmount"];
            status: components["schemas"]["RefundStatus"];
            completed_at: components["schemas"]["JalaliDateTime"];
        };
        /** @description The event `refund.completed`. */
        RefundCompletedEvent: {
            /**
             * @description The kind of the event.
             * @constant
             */
            event: "refund.completed";
            timestamp: components["schemas"]["EventTime"];
            merchant_code: components["schemas"]["MerchantCode"];
            data: components["schemas"]["RefundCompletedData"];
            signature?: components["schemas"]["EventSignature"];
        };
        /** @description The batch that is transferred to your account. */
        SettlementData: {
            /** @description Identifier of the settlement. */
            settlement_code: string;
            amount: components["schemas"]["RialTotal"];
            /** @description Status of the settlement. */
            status: "pending" | "completed" | "failed" | (string & {});
            /** @description The days that the settlement covers. Its form is not documented; keep it as text. */
            period: string;
        };
        /** @description The event `settlement.created`. */
        SettlementCreatedEvent: {
            /**
             * @description The kind of the event.
             * @constant
             */
            event: "settlement.created";
            timestamp: components["schemas"]["EventTime"];
            merchant_code: components["schemas"]["MerchantCode"];
            data: components["schemas"]["SettlementData"];
            signature?: components["schemas"]["EventSignature"];
        };
        /** @description The event `settlement.completed`. */
        SettlementCompletedEvent: {
            /**
             * @description The kind of the event.
             * @constant
             */
            event: "settlement.completed";
            timestamp: components["schemas"]["EventTime"];
            merchant_code: components["schemas"]["MerchantCode"];
            data: components["schemas"]["SettlementData"];
            signature?: components["schemas"]["EventSignature"];
        };
        /** @description The event `settlement.failed`. */
        SettlementFailedEvent: {
            /**
             * @description The kind of the event.
             * @constant
             */
            event: "settlement.failed";
            timestamp: components["schemas"]["EventTime"];
            merchant_code: components["schemas"]["MerchantCode"];
            data: components["schemas"]["SettlementData"];
            signature?: components["schemas"]["EventSignature"];
        };
    };
    responses: {
        /** @description The body is not JSON. */
        MalformedBody: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorMalformedBody"];
            };
        };
        /** @description The token or the signature is missing or wrong. */
        Unauthorized: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorCredentialsMissing"] | components["schemas"]["ErrorCredentialsInvalid"] | components["schemas"]["ErrorSignatureMissing"] | components["schemas"]["ErrorTimestampInvalid"] | components["schemas"]["ErrorSignatureInvalid"];
            };
        };
        /** @description The terminal may not be used, or not from this address. */
        Forbidden: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorIpNotAllowed"] | components["schemas"]["ErrorTerminalInactive"];
            };
        };
        /** @description A field or header breaks its rule, or the idempotency key was used for another body. */
        InvalidPayment: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorValidation"];
            };
        };
        /** @description Too many requests; `Retry-After` says how long to wait. */
        RateLimited: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["ExceededLimit"];
                "X-RateLimit-Remaining": components["headers"]["ExceededRemaining"];
                "X-RateLimit-Reset": components["headers"]["ExceededReset"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorRateLimited"];
            };
        };
        /** @description The gateway failed inside, or the bank behind it cannot be reached. */
        ServerOrBankFailed: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorInternal"] | components["schemas"]["ErrorUnexpected"] | components["schemas"]["ErrorBankUnavailable"];
            };
        };
        /** @description Your terminal has no transaction with this authority. */
        TransactionNotFound: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorTransactionNotFound"];
            };
        };
        /** @description The authority does not have the form of one. */
        InvalidAuthority: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorValidation"];
            };
        };
        /** @description The gateway failed inside. */
        ServerFailed: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorInternal"] | components["schemas"]["ErrorUnexpected"];
            };
        };
        /** @description The state of the payment does not allow it. */
        StateForbids: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorStateForbids"] | components["schemas"]["ErrorAlreadyVerified"];
            };
        };
        /** @description The body is not JSON, or the state of the payment does not allow its verification. */
        VerificationRefused: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorMalformedBody"] | components["schemas"]["ErrorStateForbids"] | components["schemas"]["ErrorAlreadyVerified"];
            };
        };
        /** @description A field breaks its rule, or does not fit the payment. */
        InvalidVerification: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorValidation"];
            };
        };
        /** @description A filter breaks its rule. */
        InvalidTransactionFilter: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorValidation"];
            };
        };
        /** @description The body is not JSON, or the payment cannot be refunded. */
        RefundRefused: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorMalformedBody"] | components["schemas"]["ErrorStateForbids"];
            };
        };
        /** @description A field breaks its rule or does not fit the payment, or the idempotency key was used for another body. */
        InvalidRefund: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorValidation"];
            };
        };
        /** @description The day is malformed or lies in the future. */
        InvalidReportDate: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorValidation"];
            };
        };
        /** @description The month is malformed or lies in the future. */
        InvalidReportMonth: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorValidation"];
            };
        };
        /** @description A field breaks its rule. */
        InvalidWebhookSubscription: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorValidation"];
            };
        };
        /** @description Your terminal has no webhook with this identifier. */
        InvalidWebhookReference: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorValidation"];
            };
        };
        /** @description The webhook is unknown, or the event cannot be tested. */
        InvalidWebhookTest: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorValidation"];
            };
        };
        /** @description The token is missing or wrong. */
        TokenRefused: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorCredentialsMissing"] | components["schemas"]["ErrorCredentialsInvalid"];
            };
        };
        /** @description A field breaks its rule. */
        InvalidPrepareRequest: {
            headers: {
                "X-Response-Signature": components["headers"]["ResponseSignature"];
                "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorValidation"];
            };
        };
        /** @description You have the event. Answer first, in time, and do the work afterwards. */
        DeliveryAccepted: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Counts as not received, as no answer in time does; the gateway tries again later. */
        DeliveryFailed: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /**
         * @description Your name for this logical request. The same key with the same body gets the stored answer again instead of a second payment; the same key with another body is refused. Required, under this name or under its alias `X-Idempotency-Key`.
         * @example unique-key-123
         */
        IdempotencyKeyRequired: components["schemas"]["IdempotencyKey"];
        /** @description Another name of `Idempotency-Key`, because prepareRequest returns its headers under it. When both are sent, they must be equal. */
        IdempotencyKeyAlias: components["schemas"]["IdempotencyKey"];
        /** @description HMAC-SHA256 of the request, made with the terminal's secret key as `x-signing.request` describes. Terminals with `require_signature` must send it; for the others a valid one lifts the rate limits that say so. A malformed one is answered with -103, as a wrong one is. */
        RequestSignature: string;
        /** @description When the request was signed, in Unix seconds. It goes with `X-Signature`. A malformed one is answered with -102, as one outside the tolerance is. */
        RequestTimestamp: string;
        /**
         * @description The authority that createPayment returned.
         * @example 2025100121424146HC
         */
        AuthorityInPath: components["schemas"]["Authority"];
        /**
         * @description Your name for this logical request, so that it can be repeated safely after a lost answer.
         * @example verification-key-123
         */
        IdempotencyKeyOptional: components["schemas"]["IdempotencyKey"];
        /** @description The token that the limits per token and per day count by; without it they count by the IP address. */
        ApiToken: string;
        /** @description The gateway's sender of webhooks. */
        UserAgent: "IranDargah-Webhook/1.0";
        /** @description The kind of the event, the same as in the body. */
        WebhookEvent: components["schemas"]["ReceivedWebhookEventType"];
        /** @description When this attempt was sent, in Unix seconds. It is new at every attempt. */
        WebhookTimestamp: components["schemas"]["UnixTime"];
        /** @description Identifier of the event, the same at every attempt. Store it and ignore an event that you have already handled. */
        WebhookId: string;
        /** @description HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook. Missing when the webhook has no secret. */
        WebhookSignature: components["schemas"]["HexSignature"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description HMAC-SHA256 over the bytes of the body, a colon and `X-Response-Timestamp`, made with the terminal's secret key. Verify it before you believe the answer.
         * @example 5f2b1c0e9d8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c
         */
        ResponseSignature: components["schemas"]["HexSignature"];
        /**
         * @description When the answer was made, in Unix seconds. Refuse an answer that is outside the signing tolerance.
         * @example 1727800000
         */
        ResponseTimestamp: components["schemas"]["UnixTime"];
        /**
         * @description `true` when the token of the request has been rotated away and will soon stop working.
         * @example true
         */
        TokenDeprecated: "true";
        /**
         * @description When the old token stops working, ISO 8601 with its zone.
         * @example 2025-10-02T10:30:00+03:30
         */
        TokenDeprecatedExpiresAt: string;
        /**
         * @description How many requests the window allows.
         * @example 100
         */
        RateLimitLimit: number;
        /**
         * @description How many requests are left in the window.
         * @example 99
         */
        RateLimitRemaining: number;
        /**
         * @description When the window ends, in Unix seconds (a moment, not the seconds left).
         * @example 1642248000
         */
        RateLimitReset: components["schemas"]["UnixTime"];
        /**
         * @description How many requests the exceeded window allows.
         * @example 100
         */
        ExceededLimit: number;
        /**
         * @description How many requests are left in the exceeded window, which is none.
         * @example 0
         */
        ExceededRemaining: 0;
        /**
         * @description When the exceeded window ends, in Unix seconds (a moment, not the seconds left).
         * @example 1642248000
         */
        ExceededReset: components["schemas"]["UnixTime"];
        /**
         * @description How many seconds to wait before the next try.
         * @example 60
         */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createPayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your name for this logical request. The same key with the same body gets the stored answer again instead of a second payment; the same key with another body is refused. Required, under this name or under its alias `X-Idempotency-Key`.
                 * @example unique-key-123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyRequired"];
                /** @description Another name of `Idempotency-Key`, because prepareRequest returns its headers under it. When both are sent, they must be equal. */
                "X-Idempotency-Key"?: components["parameters"]["IdempotencyKeyAlias"];
                /** @description HMAC-SHA256 of the request, made with the terminal's secret key as `x-signing.request` describes. Terminals with `require_signature` must send it; for the others a valid one lifts the rate limits that say so. A malformed one is answered with -103, as a wrong one is. */
                "X-Signature"?: components["parameters"]["RequestSignature"];
                /** @description When the request was signed, in Unix seconds. It goes with `X-Signature`. A malformed one is answered with -102, as one outside the tolerance is. */
                "X-Timestamp"?: components["parameters"]["RequestTimestamp"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The payment to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentRequest"];
            };
        };
        responses: {
            /** @description The payment has been created. */
            200: {
                headers: {
                    "X-Response-Signature": components["headers"]["ResponseSignature"];
                    "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                    "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                    "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentCreatedResponse"];
                };
            };
            400: components["responses"]["MalformedBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidPayment"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerOrBankFailed"];
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description HMAC-SHA256 of the request, made with the terminal's secret key as `x-signing.request` describes. Terminals with `require_signature` must send it; for the others a valid one lifts the rate limits that say so. A malformed one is answered with -103, as a wrong one is. */
                "X-Signature"?: components["parameters"]["RequestSignature"];
                /** @description When the request was signed, in Unix seconds. It goes with `X-Signature`. A malformed one is answered with -102, as one outside the tolerance is. */
                "X-Timestamp"?: components["parameters"]["RequestTimestamp"];
            };
            path: {
                /**
                 * @description The authority that createPayment returned.
                 * @example 2025100121424146HC
                 */
                authority: components["parameters"]["AuthorityInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payment. */
            200: {
                headers: {
                    "X-Response-Signature": components["headers"]["ResponseSignature"];
                    "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                    "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                    "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TransactionNotFound"];
            422: components["responses"]["InvalidAuthority"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailed"];
        };
    };
    cancelPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description HMAC-SHA256 of the request, made with the terminal's secret key as `x-signing.request` describes. Terminals with `require_signature` must send it; for the others a valid one lifts the rate limits that say so. A malformed one is answered with -103, as a wrong one is. */
                "X-Signature"?: components["parameters"]["RequestSignature"];
                /** @description When the request was signed, in Unix seconds. It goes with `X-Signature`. A malformed one is answered with -102, as one outside the tolerance is. */
                "X-Timestamp"?: components["parameters"]["RequestTimestamp"];
            };
            path: {
                /**
                 * @description The authority that createPayment returned.
                 * @example 2025100121424146HC
                 */
                authority: components["parameters"]["AuthorityInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payment has been cancelled. */
            200: {
                headers: {
                    "X-Response-Signature": components["headers"]["ResponseSignature"];
                    "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                    "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                    "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentCancelledResponse"];
                };
            };
            400: components["responses"]["StateForbids"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TransactionNotFound"];
            422: components["responses"]["InvalidAuthority"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailed"];
        };
    };
    openPaymentPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The authority that createPayment returned.
                 * @example 2025100121424146HC
                 */
                authority: components["parameters"]["AuthorityInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page, in Persian. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page which says that there is no such payment. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    createVerification: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your name for this logical request, so that it can be repeated safely after a lost answer.
                 * @example verification-key-123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description Another name of `Idempotency-Key`, because prepareRequest returns its headers under it. When both are sent, they must be equal. */
                "X-Idempotency-Key"?: components["parameters"]["IdempotencyKeyAlias"];
                /** @description HMAC-SHA256 of the request, made with the terminal's secret key as `x-signing.request` describes. Terminals with `require_signature` must send it; for the others a valid one lifts the rate limits that say so. A malformed one is answered with -103, as a wrong one is. */
                "X-Signature"?: components["parameters"]["RequestSignature"];
                /** @description When the request was signed, in Unix seconds. It goes with `X-Signature`. A malformed one is answered with -102, as one outside the tolerance is. */
                "X-Timestamp"?: components["parameters"]["RequestTimestamp"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The payment to verify. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationRequest"];
            };
        };
        responses: {
            /** @description The payment is verified. */
            200: {
                headers: {
                    "X-Response-Signature": components["headers"]["ResponseSignature"];
                    "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                    "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                    "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationCreatedResponse"];
                };
            };
            400: components["responses"]["VerificationRefused"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TransactionNotFound"];
            422: components["responses"]["InvalidVerification"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerOrBankFailed"];
        };
    };
    getVerification: {
        parameters: {
            query?: never;
            header?: {
                /** @description HMAC-SHA256 of the request, made with the terminal's secret key as `x-signing.request` describes. Terminals with `require_signature` must send it; for the others a valid one lifts the rate limits that say so. A malformed one is answered with -103, as a wrong one is. */
                "X-Signature"?: components["parameters"]["RequestSignature"];
                /** @description When the request was signed, in Unix seconds. It goes with `X-Signature`. A malformed one is answered with -102, as one outside the tolerance is. */
                "X-Timestamp"?: components["parameters"]["RequestTimestamp"];
            };
            path: {
                /**
                 * @description The authority that createPayment returned.
                 * @example 2025100121424146HC
                 */
                authority: components["parameters"]["AuthorityInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the verification. */
            200: {
                headers: {
                    "X-Response-Signature": components["headers"]["ResponseSignature"];
                    "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                    "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                    "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TransactionNotFound"];
            422: components["responses"]["InvalidAuthority"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailed"];
        };
    };
    retryVerification: {
        parameters: {
            query?: never;
            header?: {
                /** @description HMAC-SHA256 of the request, made with the terminal's secret key as `x-signing.request` describes. Terminals with `require_signature` must send it; for the others a valid one lifts the rate limits that say so. A malformed one is answered with -103, as a wrong one is. */
                "X-Signature"?: components["parameters"]["RequestSignature"];
                /** @description When the request was signed, in Unix seconds. It goes with `X-Signature`. A malformed one is answered with -102, as one outside the tolerance is. */
                "X-Timestamp"?: components["parameters"]["RequestTimestamp"];
            };
            path: {
                /**
                 * @description The authority that createPayment returned.
                 * @example 2025100121424146HC
                 */
                authority: components["parameters"]["AuthorityInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payment is verified now. */
            200: {
                headers: {
                    "X-Response-Signature": components["headers"]["ResponseSignature"];
                    "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                    "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                    "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationRetriedResponse"];
                };
            };
            400: components["responses"]["StateForbids"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TransactionNotFound"];
            422: components["responses"]["InvalidAuthority"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerOrBankFailed"];
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                /**
                 * @description First day of the range, Jalali. It cannot lie in the future.
                 * @example 1404-06-01
                 */
                from_date?: components["schemas"]["JalaliDate"];
                /**
                 * @description Last day of the range, Jalali. It cannot lie before `from_date`.
                 * @example 1404-06-31
                 */
                to_date?: components["schemas"]["JalaliDate"];
                /**
                 * @description Number of the page, from one.
                 * @example 1
                 */
                page?: number;
                /**
                 * @description How many transactions a page holds.
                 * @example 10
                 */
                per_page?: number;
                /**
                 * @description Only transactions with this status.
                 * @example completed
                 */
                status?: "pending" | "completed" | "failed" | "cancelled";
            };
            header?: {
                /** @description HMAC-SHA256 of the request, made with the terminal's secret key as `x-signing.request` describes. Terminals with `require_signature` must send it; for the others a valid one lifts the rate limits that say so. A malformed one is answered with -103, as a wrong one is. */
                "X-Signature"?: components["parameters"]["RequestSignature"];
                /** @description When the request was signed, in Unix seconds. It goes with `X-Signature`. A malformed one is answered with -102, as one outside the tolerance is. */
                "X-Timestamp"?: components["parameters"]["RequestTimestamp"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of transactions. */
            200: {
                headers: {
                    "X-Response-Signature": components["headers"]["ResponseSignature"];
                    "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                    "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                    "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidTransactionFilter"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailed"];
        };
    };
    getTransaction: {
        parameters: {
            query?: never;
            header?: {
                /** @description HMAC-SHA256 of the request, made with the terminal's secret key as `x-signing.request` describes. Terminals with `require_signature` must send it; for the others a valid one lifts the rate limits that say so. A malformed one is answered with -103, as a wrong one is. */
                "X-Signature"?: components["parameters"]["RequestSignature"];
                /** @description When the request was signed, in Unix seconds. It goes with `X-Signature`. A malformed one is answered with -102, as one outside the tolerance is. */
                "X-Timestamp"?: components["parameters"]["RequestTimestamp"];
            };
            path: {
                /**
                 * @description The authority that createPayment returned.
                 * @example 2025100121424146HC
                 */
                authority: components["parameters"]["AuthorityInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transaction. */
            200: {
                headers: {
                    "X-Response-Signature": components["headers"]["ResponseSignature"];
                    "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                    "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                    "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TransactionNotFound"];
            422: components["responses"]["InvalidAuthority"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailed"];
        };
    };
    createRefund: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your name for this logical request, so that it can be repeated safely after a lost answer.
                 * @example verification-key-123
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyOptional"];
                /** @description Another name of `Idempotency-Key`, because prepareRequest returns its headers under it. When both are sent, they must be equal. */
                "X-Idempotency-Key"?: components["parameters"]["IdempotencyKeyAlias"];
                /** @description HMAC-SHA256 of the request, made with the terminal's secret key as `x-signing.request` describes. Terminals with `require_signature` must send it; for the others a valid one lifts the rate limits that say so. A malformed one is answered with -103, as a wrong one is. */
                "X-Signature"?: components["parameters"]["RequestSignature"];
                /** @description When the request was signed, in Unix seconds. It goes with `X-Signature`. A malformed one is answered with -102, as one outside the tolerance is. */
                "X-Timestamp"?: components["parameters"]["RequestTimestamp"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The payment to refund. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequest"];
            };
        };
        responses: {
            /** @description The refund has been registered. */
            200: {
                headers: {
                    "X-Response-Signature": components["headers"]["ResponseSignature"];
                    "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                    "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                    "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundCreatedResponse"];
                };
            };
            400: components["responses"]["RefundRefused"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["TransactionNotFound"];
            422: components["responses"]["InvalidRefund"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerOrBankFailed"];
        };
    };
    getDailyReport: {
        parameters: {
            query?: {
                /**
                 * @description The day, Jalali. Today when it is missing. It cannot lie in the future.
                 * @example 1404-06-28
                 */
                date?: components["schemas"]["JalaliDate"];
            };
            header?: {
                /** @description HMAC-SHA256 of the request, made with the terminal's secret key as `x-signing.request` describes. Terminals with `require_signature` must send it; for the others a valid one lifts the rate limits that say so. A malformed one is answered with -103, as a wrong one is. */
                "X-Signature"?: components["parameters"]["RequestSignature"];
                /** @description When the request was signed, in Unix seconds. It goes with `X-Signature`. A malformed one is answered with -102, as one outside the tolerance is. */
                "X-Timestamp"?: components["parameters"]["RequestTimestamp"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report of the day. */
            200: {
                headers: {
                    "X-Response-Signature": components["headers"]["ResponseSignature"];
                    "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                    "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                    "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DailyReportResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidReportDate"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailed"];
        };
    };
    getMonthlyReport: {
        parameters: {
            query?: {
                /**
                 * @description The month, Jalali. The current one when it is missing. It cannot lie in the future.
                 * @example 1404-06
                 */
                month?: components["schemas"]["JalaliMonth"];
            };
            header?: {
                /** @description HMAC-SHA256 of the request, made with the terminal's secret key as `x-signing.request` describes. Terminals with `require_signature` must send it; for the others a valid one lifts the rate limits that say so. A malformed one is answered with -103, as a wrong one is. */
                "X-Signature"?: components["parameters"]["RequestSignature"];
                /** @description When the request was signed, in Unix seconds. It goes with `X-Signature`. A malformed one is answered with -102, as one outside the tolerance is. */
                "X-Timestamp"?: components["parameters"]["RequestTimestamp"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report of the month. */
            200: {
                headers: {
                    "X-Response-Signature": components["headers"]["ResponseSignature"];
                    "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                    "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                    "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthlyReportResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidReportMonth"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailed"];
        };
    };
    subscribeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description HMAC-SHA256 of the request, made with the terminal's secret key as `x-signing.request` describes. Terminals with `require_signature` must send it; for the others a valid one lifts the rate limits that say so. A malformed one is answered with -103, as a wrong one is. */
                "X-Signature"?: components["parameters"]["RequestSignature"];
                /** @description When the request was signed, in Unix seconds. It goes with `X-Signature`. A malformed one is answered with -102, as one outside the tolerance is. */
                "X-Timestamp"?: components["parameters"]["RequestTimestamp"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The address and its events. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookSubscriptionRequest"];
            };
        };
        responses: {
            /** @description The webhook is registered. */
            201: {
                headers: {
                    "X-Response-Signature": components["headers"]["ResponseSignature"];
                    "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                    "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                    "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSubscriptionResponse"];
                };
            };
            400: components["responses"]["MalformedBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidWebhookSubscription"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailed"];
        };
    };
    listWebhookEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description HMAC-SHA256 of the request, made with the terminal's secret key as `x-signing.request` describes. Terminals with `require_signature` must send it; for the others a valid one lifts the rate limits that say so. A malformed one is answered with -103, as a wrong one is. */
                "X-Signature"?: components["parameters"]["RequestSignature"];
                /** @description When the request was signed, in Unix seconds. It goes with `X-Signature`. A malformed one is answered with -102, as one outside the tolerance is. */
                "X-Timestamp"?: components["parameters"]["RequestTimestamp"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events and the requirements. */
            200: {
                headers: {
                    "X-Response-Signature": components["headers"]["ResponseSignature"];
                    "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                    "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                    "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEventsResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailed"];
        };
    };
    unsubscribeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description HMAC-SHA256 of the request, made with the terminal's secret key as `x-signing.request` describes. Terminals with `require_signature` must send it; for the others a valid one lifts the rate limits that say so. A malformed one is answered with -103, as a wrong one is. */
                "X-Signature"?: components["parameters"]["RequestSignature"];
                /** @description When the request was signed, in Unix seconds. It goes with `X-Signature`. A malformed one is answered with -102, as one outside the tolerance is. */
                "X-Timestamp"?: components["parameters"]["RequestTimestamp"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The webhook to deactivate. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookUnsubscriptionRequest"];
            };
        };
        responses: {
            /** @description The webhook is deactivated. */
            200: {
                headers: {
                    "X-Response-Signature": components["headers"]["ResponseSignature"];
                    "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                    "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                    "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookUnsubscriptionResponse"];
                };
            };
            400: components["responses"]["MalformedBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidWebhookReference"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailed"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description HMAC-SHA256 of the request, made with the terminal's secret key as `x-signing.request` describes. Terminals with `require_signature` must send it; for the others a valid one lifts the rate limits that say so. A malformed one is answered with -103, as a wrong one is. */
                "X-Signature"?: components["parameters"]["RequestSignature"];
                /** @description When the request was signed, in Unix seconds. It goes with `X-Signature`. A malformed one is answered with -102, as one outside the tolerance is. */
                "X-Timestamp"?: components["parameters"]["RequestTimestamp"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The webhook and the event to send. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookTestRequest"];
            };
        };
        responses: {
            /** @description The sample has been sent; `test_result` tells how that went. */
            200: {
                headers: {
                    "X-Response-Signature": components["headers"]["ResponseSignature"];
                    "X-Response-Timestamp": components["headers"]["ResponseTimestamp"];
                    "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                    "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTestResponse"];
                };
            };
            400: components["responses"]["MalformedBody"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidWebhookTest"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailed"];
        };
    };
    prepareRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The token that the limits per token and per day count by; without it they count by the IP address. */
                "X-API-Token"?: components["parameters"]["ApiToken"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The request to sign. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrepareRequest"];
            };
        };
        responses: {
            /** @description The headers to send. */
            200: {
                headers: {
                    "X-Token-Deprecated": components["headers"]["TokenDeprecated"];
                    "X-Token-Deprecated-Expires-At": components["headers"]["TokenDeprecatedExpiresAt"];
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreparedRequestResponse"];
                };
            };
            400: components["responses"]["MalformedBody"];
            401: components["responses"]["TokenRefused"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidPrepareRequest"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailed"];
        };
    };
    getIdempotencyKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A new key. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdempotencyKeyResponse"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailed"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API is up. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthResponse"];
                };
            };
            429: components["responses"]["RateLimited"];
            500: components["responses"]["ServerFailed"];
        };
    };
    onPaymentCreated: {
        parameters: {
            query?: never;
            header: {
                /** @description The gateway's sender of webhooks. */
                "User-Agent": components["parameters"]["UserAgent"];
                /** @description The kind of the event, the same as in the body. */
                "X-Webhook-Event": components["parameters"]["WebhookEvent"];
                /** @description When this attempt was sent, in Unix seconds. It is new at every attempt. */
                "X-Webhook-Timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description Identifier of the event, the same at every attempt. Store it and ignore an event that you have already handled. */
                "X-Webhook-ID": components["parameters"]["WebhookId"];
                /** @description HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook. Missing when the webhook has no secret. */
                "X-Webhook-Signature"?: components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentCreatedEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["DeliveryAccepted"];
            "4XX": components["responses"]["DeliveryFailed"];
            "5XX": components["responses"]["DeliveryFailed"];
        };
    };
    onPaymentCompleted: {
        parameters: {
            query?: never;
            header: {
                /** @description The gateway's sender of webhooks. */
                "User-Agent": components["parameters"]["UserAgent"];
                /** @description The kind of the event, the same as in the body. */
                "X-Webhook-Event": components["parameters"]["WebhookEvent"];
                /** @description When this attempt was sent, in Unix seconds. It is new at every attempt. */
                "X-Webhook-Timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description Identifier of the event, the same at every attempt. Store it and ignore an event that you have already handled. */
                "X-Webhook-ID": components["parameters"]["WebhookId"];
                /** @description HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook. Missing when the webhook has no secret. */
                "X-Webhook-Signature"?: components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentCompletedEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["DeliveryAccepted"];
            "4XX": components["responses"]["DeliveryFailed"];
            "5XX": components["responses"]["DeliveryFailed"];
        };
    };
    onPaymentFailed: {
        parameters: {
            query?: never;
            header: {
                /** @description The gateway's sender of webhooks. */
                "User-Agent": components["parameters"]["UserAgent"];
                /** @description The kind of the event, the same as in the body. */
                "X-Webhook-Event": components["parameters"]["WebhookEvent"];
                /** @description When this attempt was sent, in Unix seconds. It is new at every attempt. */
                "X-Webhook-Timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description Identifier of the event, the same at every attempt. Store it and ignore an event that you have already handled. */
                "X-Webhook-ID": components["parameters"]["WebhookId"];
                /** @description HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook. Missing when the webhook has no secret. */
                "X-Webhook-Signature"?: components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentFailedEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["DeliveryAccepted"];
            "4XX": components["responses"]["DeliveryFailed"];
            "5XX": components["responses"]["DeliveryFailed"];
        };
    };
    onPaymentCancelled: {
        parameters: {
            query?: never;
            header: {
                /** @description The gateway's sender of webhooks. */
                "User-Agent": components["parameters"]["UserAgent"];
                /** @description The kind of the event, the same as in the body. */
                "X-Webhook-Event": components["parameters"]["WebhookEvent"];
                /** @description When this attempt was sent, in Unix seconds. It is new at every attempt. */
                "X-Webhook-Timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description Identifier of the event, the same at every attempt. Store it and ignore an event that you have already handled. */
                "X-Webhook-ID": components["parameters"]["WebhookId"];
                /** @description HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook. Missing when the webhook has no secret. */
                "X-Webhook-Signature"?: components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentCancelledEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["DeliveryAccepted"];
            "4XX": components["responses"]["DeliveryFailed"];
            "5XX": components["responses"]["DeliveryFailed"];
        };
    };
    onPaymentReversed: {
        parameters: {
            query?: never;
            header: {
                /** @description The gateway's sender of webhooks. */
                "User-Agent": components["parameters"]["UserAgent"];
                /** @description The kind of the event, the same as in the body. */
                "X-Webhook-Event": components["parameters"]["WebhookEvent"];
                /** @description When this attempt was sent, in Unix seconds. It is new at every attempt. */
                "X-Webhook-Timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description Identifier of the event, the same at every attempt. Store it and ignore an event that you have already handled. */
                "X-Webhook-ID": components["parameters"]["WebhookId"];
                /** @description HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook. Missing when the webhook has no secret. */
                "X-Webhook-Signature"?: components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentReversedEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["DeliveryAccepted"];
            "4XX": components["responses"]["DeliveryFailed"];
            "5XX": components["responses"]["DeliveryFailed"];
        };
    };
    onVerificationCompleted: {
        parameters: {
            query?: never;
            header: {
                /** @description The gateway's sender of webhooks. */
                "User-Agent": components["parameters"]["UserAgent"];
                /** @description The kind of the event, the same as in the body. */
                "X-Webhook-Event": components["parameters"]["WebhookEvent"];
                /** @description When this attempt was sent, in Unix seconds. It is new at every attempt. */
                "X-Webhook-Timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description Identifier of the event, the same at every attempt. Store it and ignore an event that you have already handled. */
                "X-Webhook-ID": components["parameters"]["WebhookId"];
                /** @description HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook. Missing when the webhook has no secret. */
                "X-Webhook-Signature"?: components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationCompletedEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["DeliveryAccepted"];
            "4XX": components["responses"]["DeliveryFailed"];
            "5XX": components["responses"]["DeliveryFailed"];
        };
    };
    onVerificationFailed: {
        parameters: {
            query?: never;
            header: {
                /** @description The gateway's sender of webhooks. */
                "User-Agent": components["parameters"]["UserAgent"];
                /** @description The kind of the event, the same as in the body. */
                "X-Webhook-Event": components["parameters"]["WebhookEvent"];
                /** @description When this attempt was sent, in Unix seconds. It is new at every attempt. */
                "X-Webhook-Timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description Identifier of the event, the same at every attempt. Store it and ignore an event that you have already handled. */
                "X-Webhook-ID": components["parameters"]["WebhookId"];
                /** @description HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook. Missing when the webhook has no secret. */
                "X-Webhook-Signature"?: components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationFailedEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["DeliveryAccepted"];
            "4XX": components["responses"]["DeliveryFailed"];
            "5XX": components["responses"]["DeliveryFailed"];
        };
    };
    onRefundCreated: {
        parameters: {
            query?: never;
            header: {
                /** @description The gateway's sender of webhooks. */
                "User-Agent": components["parameters"]["UserAgent"];
                /** @description The kind of the event, the same as in the body. */
                "X-Webhook-Event": components["parameters"]["WebhookEvent"];
                /** @description When this attempt was sent, in Unix seconds. It is new at every attempt. */
                "X-Webhook-Timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description Identifier of the event, the same at every attempt. Store it and ignore an event that you have already handled. */
                "X-Webhook-ID": components["parameters"]["WebhookId"];
                /** @description HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook. Missing when the webhook has no secret. */
                "X-Webhook-Signature"?: components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundCreatedEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["DeliveryAccepted"];
            "4XX": components["responses"]["DeliveryFailed"];
            "5XX": components["responses"]["DeliveryFailed"];
        };
    };
    onRefundCompleted: {
        parameters: {
            query?: never;
            header: {
                /** @description The gateway's sender of webhooks. */
                "User-Agent": components["parameters"]["UserAgent"];
                /** @description The kind of the event, the same as in the body. */
                "X-Webhook-Event": components["parameters"]["WebhookEvent"];
                /** @description When this attempt was sent, in Unix seconds. It is new at every attempt. */
                "X-Webhook-Timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description Identifier of the event, the same at every attempt. Store it and ignore an event that you have already handled. */
                "X-Webhook-ID": components["parameters"]["WebhookId"];
                /** @description HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook. Missing when the webhook has no secret. */
                "X-Webhook-Signature"?: components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundCompletedEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["DeliveryAccepted"];
            "4XX": components["responses"]["DeliveryFailed"];
            "5XX": components["responses"]["DeliveryFailed"];
        };
    };
    onSettlementCreated: {
        parameters: {
            query?: never;
            header: {
                /** @description The gateway's sender of webhooks. */
                "User-Agent": components["parameters"]["UserAgent"];
                /** @description The kind of the event, the same as in the body. */
                "X-Webhook-Event": components["parameters"]["WebhookEvent"];
                /** @description When this attempt was sent, in Unix seconds. It is new at every attempt. */
                "X-Webhook-Timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description Identifier of the event, the same at every attempt. Store it and ignore an event that you have already handled. */
                "X-Webhook-ID": components["parameters"]["WebhookId"];
                /** @description HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook. Missing when the webhook has no secret. */
                "X-Webhook-Signature"?: components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettlementCreatedEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["DeliveryAccepted"];
            "4XX": components["responses"]["DeliveryFailed"];
            "5XX": components["responses"]["DeliveryFailed"];
        };
    };
    onSettlementCompleted: {
        parameters: {
            query?: never;
            header: {
                /** @description The gateway's sender of webhooks. */
                "User-Agent": components["parameters"]["UserAgent"];
                /** @description The kind of the event, the same as in the body. */
                "X-Webhook-Event": components["parameters"]["WebhookEvent"];
                /** @description When this attempt was sent, in Unix seconds. It is new at every attempt. */
                "X-Webhook-Timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description Identifier of the event, the same at every attempt. Store it and ignore an event that you have already handled. */
                "X-Webhook-ID": components["parameters"]["WebhookId"];
                /** @description HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook. Missing when the webhook has no secret. */
                "X-Webhook-Signature"?: components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettlementCompletedEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["DeliveryAccepted"];
            "4XX": components["responses"]["DeliveryFailed"];
            "5XX": components["responses"]["DeliveryFailed"];
        };
    };
    onSettlementFailed: {
        parameters: {
            query?: never;
            header: {
                /** @description The gateway's sender of webhooks. */
                "User-Agent": components["parameters"]["UserAgent"];
                /** @description The kind of the event, the same as in the body. */
                "X-Webhook-Event": components["parameters"]["WebhookEvent"];
                /** @description When this attempt was sent, in Unix seconds. It is new at every attempt. */
                "X-Webhook-Timestamp": components["parameters"]["WebhookTimestamp"];
                /** @description Identifier of the event, the same at every attempt. Store it and ignore an event that you have already handled. */
                "X-Webhook-ID": components["parameters"]["WebhookId"];
                /** @description HMAC-SHA256 over the compact JSON of `data`, made with the secret of the webhook. Missing when the webhook has no secret. */
                "X-Webhook-Signature"?: components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettlementFailedEvent"];
            };
        };
        responses: {
            "2XX": components["responses"]["DeliveryAccepted"];
            "4XX": components["responses"]["DeliveryFailed"];
            "5XX": components["responses"]["DeliveryFailed"];
        };
    };
}
