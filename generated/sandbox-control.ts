// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

export interface paths {
    "/_sandbox/terminals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the terminals
         * @description All terminals without their secrets.
         */
        get: operations["listTerminals"];
        put?: never;
        /**
         * Make an isolated terminal
         * @description Makes a merchant of its own. Its payments, keys, webhooks, limits, faults and clock are seen by no other
         *     terminal, so that tests may run in parallel. With a `seed`, everything that is random about it is the same
         *     each time; a terminal with that seed that exists already begins anew.
         */
        post: operations["createTerminal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/terminals/{terminal}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The terminal's id. */
                terminal: components["parameters"]["TerminalPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a terminal
         * @description The terminal, its tokens, and everything that has happened to it. This cannot be undone.
         */
        delete: operations["deleteTerminal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/terminals/{terminal}/dialects": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The terminal's id. */
                terminal: components["parameters"]["TerminalPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose the dialects of a terminal
         * @description From the next request on the terminal is answered in these dialects, applied in the order given. Stored answers of
         *     idempotency keys stay as they were given.
         */
        post: operations["setDialects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/terminals/{terminal}/tokens/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The terminal's id. */
                terminal: components["parameters"]["TerminalPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate a terminal's tokens
         * @description A new token; the old ones work on until their grace is over.
         */
        post: operations["rotateTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/terminals/{terminal}/tokens/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The terminal's id. */
                terminal: components["parameters"]["TerminalPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a terminal's tokens
         * @description None of them works any more.
         */
        post: operations["revokeTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/dialects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the dialects
         * @description Every way in which the sandbox can speak otherwise, with the decisions that it takes otherwise.
         */
        get: operations["listDialects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a terminal's clock
         * @description The moment on the clock of one terminal.
         */
        get: operations["readClock"];
        put?: never;
        /**
         * Move time forward
         * @description Moves the clock of one terminal, or the sandbox's own with those of all terminals. Whatever becomes due on
         *     the way (expiry, payouts, webhooks and their retries) happens at its moment and in order, before the answer.
         *     No clock goes beyond 2099-12-31: what would lead further is refused, and when all are moved, those that can go
         *     no further stay behind.
         */
        post: operations["advanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is still to go wrong
         * @description The orders of a terminal that can still strike, in the order in which they are taken.
         */
        get: operations["listFaults"];
        put?: never;
        /**
         * Order something to go wrong
         * @description Strikes the next requests or events of one terminal, named by its id or by its token as Authorization: Bearer;
         *     without either, requests that need no token. An order that could never strike is refused with the reason.
         *     It strikes `times` times. With a `probability` each request is decided upon by the `seed`, and the same seed
         *     decides alike again, request for request.
         */
        post: operations["orderFault"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/faults/{fault}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the order. */
                fault: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an order
         * @description What is left of it strikes no more.
         */
        delete: operations["withdrawFault"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/payments/{authority}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The authority of the payment. */
                authority: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay, fail or cancel in the payer's place
         * @description Does what the payer would do on the page, with a test card. With `send_callback` the sandbox also brings the
         *     callback to the shop, as the payer's browser would, and tells what the shop answered.
         */
        post: operations["payPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/terminals/{terminal}/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The terminal's id. */
                terminal: components["parameters"]["TerminalPath"];
            };
            cookie?: never;
        };
        /**
         * List the settlements of a terminal
         * @description Completed and failed ones, oldest first.
         */
        get: operations["listSettlements"];
        put?: never;
        /**
         * Settle what a terminal has been paid
         * @description Gathers every verified payment that no settlement has transferred yet, deducts every refund that none has
         *     deducted yet, and the fees as the reports count them. The batch and its two events, `settlement.created` and
         *     `settlement.completed` or `settlement.failed`, are stored together. One that fails transfers nothing: the
         *     next gathers the same again. Answered with 409 when there is nothing to transfer.
         */
        post: operations["settleTerminal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the last requests of a terminal
         * @description With their answers, oldest first; secrets, card and mobile numbers are blotted out. A request whose token is
         *     missing, malformed, unknown, revoked or over belongs to no terminal: `caller=unknown` lists those of the whole
         *     sandbox, beside those that need no token.
         */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/har": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the last requests of a terminal
         * @description As HTTP Archive 1.2, for a browser's network panel, or to be judged by the contract tests. Secrets, card and
         *     mobile numbers are replaced by others of the same form.
         */
        get: operations["exportHar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/signature-failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain the last refused signatures
         * @description What was signed, what should have been, and the likely cause.
         */
        get: operations["listSignatureFailures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deliveries of a terminal
         * @description Every webhook with its attempts, oldest first.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/deliveries/{delivery}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The X-Webhook-ID. */
                delivery: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery again
         * @description `same_bytes` repeats the first attempt to the letter, its timestamp included, as an attacker would who has
         *     recorded it. `signed_anew` sends the event as a new delivery, with a new id and a fresh timestamp, signed with
         *     the webhook's secret of now.
         */
        post: operations["replayDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin anew
         * @description Throws away payments, keys, refunds, settlements, webhooks, deliveries, faults and recorded requests, and sets the clock
         *     back. Terminals and their tokens stay. Without a terminal, all of them and the sandbox's own clock.
         */
        post: operations["reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep the state of a terminal
         * @description Everything that reset throws away, and the moment on its clock.
         */
        post: operations["takeSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/snapshots/{snapshot}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the snapshot. */
                snapshot: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a kept state back
         * @description The terminal and its clock are as they were; this may be done any number of times.
         */
        post: operations["restoreSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_sandbox/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read this document
         * @description The OpenAPI document of the control API.
         */
        get: operations["readControlDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The id of a terminal. */
        TerminalId: string;
        /** @description A moment on a terminal's clock. */
        Moment: {
            /** @description Unix seconds. */
            unix_seconds: number;
            /** @description Jalali in Tehran, `YYYY-MM-DD HH:mm:ss`. */
            jalali: string;
        };
        Terminal: {
            id: components["schemas"]["TerminalId"];
            /** @description What the payer reads. */
            name: string;
            /** @description What webhooks carry. */
            merchant_code: string;
            /** @description Any but `active` refuses requests. */
            state: string;
            /** @description What it speaks, by its own choice or the sandbox's. */
            dialects: string[];
            /** @description Whether rate limits count its requests. */
            rate_limits: boolean;
            clock: components["schemas"]["Moment"];
        };
        /** @description Dialects by their names. */
        DialectNames: ("already-verified-422" | "amount-as-text" | "auth-statuses-swapped" | "bank-503" | "bare-callback" | "created-201" | "event-fields" | "extra-fields" | "half-spaces" | "key-optional" | "literal" | "meta-minimal" | "new-status" | "no-error-type" | "not-found-400" | "nulls-absent" | "nulls-empty" | "other-callback-codes" | "paid-is-completed" | "reversed-bare" | "server-errors-replayed" | "unpaid-as-validation" | "unsigned-answers" | "unverified-not-found" | "verified-at-absent" | "verified-at-empty")[];
        Dialect: {
            /** @description By which it is chosen. */
            name: string;
            /** @description What is otherwise. */
            summary: {
                /** @description In English. */
                en: string;
                /** @description In Persian. */
                fa: string;
            };
            /** @description The numbers of the decisions that it takes otherwise. */
            decisions: number[];
            /** @description The dialects that it is made of. */
            includes: string[];
        };
        Clocks: {
            /** @description By the terminal's id. */
            clocks: {
                [key: string]: components["schemas"]["Moment"];
            };
        };
        /**
         * @description - `error`: an error of the catalogue instead of the answer.
         *     - `latency`: the request waits `milliseconds` and up to `jitter_milliseconds` more.
         *     - `connection_cut`: the connection breaks before the request is carried out, or after it and before the answer.
         *     - `firewall_page`: an HTML page that is not the gateway's.
         *     - `webhook_duplicate`: an accepted delivery is sent `copies` times more.
         *     - `webhook_late`: an event is sent `seconds` late.
         *     - `webhook_out_of_order`: an event arrives after the next one, or `seconds` late when none follows.
         *     - `callback_duplicate`: the callback of a payment reaches the shop twice.
         * @enum {string}
         */
        Kind: "error" | "latency" | "connection_cut" | "firewall_page" | "webhook_duplicate" | "webhook_late" | "webhook_out_of_order" | "callback_duplicate";
        Fault: {
            /** @description Withdraws the order. */
            id: string;
            kind: components["schemas"]["Kind"];
            /** @description The operation or event; null for any. */
            on: string | null;
            /** @description The name of the error. */
            error: string | null;
            /** @description How often it can still strike. */
            remaining: number;
            /** @description How likely each request is struck. */
            probability: number;
            /** @description Decides which requests are struck. */
            seed: string;
            /** @description Those of its kind. */
            settings: Record<string, never>;
        };
        FaultOrder: {
            /** @default error */
            kind?: components["schemas"]["Kind"];
            terminal?: components["schemas"]["TerminalId"];
            /**
             * @description Only requests to this operation.
             * @enum {string}
             */
            operation?: "createPayment" | "getPayment" | "cancelPayment" | "openPaymentPage" | "createVerification" | "getVerification" | "retryVerification" | "listTransactions" | "getTransaction" | "createRefund" | "getDailyReport" | "getMonthlyReport" | "subscribeWebhook" | "listWebhookEvents" | "unsubscribeWebhook" | "testWebhook" | "prepareRequest" | "getIdempotencyKey" | "getHealth";
            /**
             * @description Only this event of webhooks.
             * @enum {string}
             */
            event?: "payment.created" | "payment.completed" | "payment.failed" | "payment.cancelled" | "payment.reversed" | "verification.completed" | "verification.failed" | "refund.created" | "refund.completed" | "settlement.created" | "settlement.completed" | "settlement.failed";
            /**
             * @description For `error`: its code.
             * @enum {integer}
             */
            code?: -2 | -50 | -51 | -101 | -102 | -103 | -52 | -53 | -54 | -31 | -500 | 996 | -33 | -21;
            /**
             * @description For `error`: its name in the contract, which tells the faces of -2 apart.
             * @enum {string}
             */
            error?: "ErrorMalformedBody" | "ErrorCredentialsMissing" | "ErrorCredentialsInvalid" | "ErrorSignatureMissing" | "ErrorTimestampInvalid" | "ErrorSignatureInvalid" | "ErrorIpNotAllowed" | "ErrorTerminalInactive" | "ErrorValidation" | "ErrorRateLimited" | "ErrorInternal" | "ErrorUnexpected" | "ErrorBankUnavailable" | "ErrorTransactionNotFound" | "ErrorStateForbids" | "ErrorAlreadyVerified";
            /** @description 1 when it is not given; with a probability, always. */
            times?: number;
            /** @description How likely each request is struck. */
            probability?: number;
            /** @description Decides which requests are struck. */
            seed?: string | number;
            /** @description For `latency`. */
            milliseconds?: number;
            /** @description For `latency`. */
            jitter_milliseconds?: number;
            /**
             * @description For `connection_cut`; before when it is not given.
             * @enum {string}
             */
            when?: "before" | "after";
            /** @description For `firewall_page`; 403 when it is not given. */
            status?: number;
            /** @description For late and disordered webhooks; 60 when it is not given. */
            seconds?: number;
            /** @description For `webhook_duplicate`; 1 when it is not given. */
            copies?: number;
        };
        Callback: {
            /**
             * @description How it travels.
             * @enum {string}
             */
            method: "GET" | "POST";
            /** @description Where it goes; for GET with its query. */
            url: string;
            /** @description What it carries. */
            fields: {
                [key: string]: string;
            };
        };
        CallbackAnswer: {
            /** @description The shop's HTTP status; null for no answer. */
            status: number | null;
            /** @description The beginning of the shop's answer. */
            body: string | null;
            /** @description Why there was none. */
            error: string | null;
        };
        Settlement: {
            /** @description As in the events. */
            settlement_code: string;
            /**
             * @description How it ended.
             * @enum {string}
             */
            status: "completed" | "failed";
            /** @description What is transferred, in rials: the payments less refunds and fees. */
            amount: number;
            /** @description How many payments it gathered. */
            payments: number;
            /** @description Their sum, in rials. */
            payments_amount: number;
            /** @description How many refunds it deducted. */
            refunds: number;
            /** @description Their sum, in rials. */
            refunds_amount: number;
            /** @description In rials. */
            fees_amount: number;
            /** @description The Jalali days of its payments, `YYYY-MM-DD/YYYY-MM-DD`. */
            period: string;
            created_at: components["schemas"]["Moment"];
        };
        RecordedRequest: {
            /** @description Grows with each request. */
            sequence: number;
            /** @description As in the answer. */
            request_id: string;
            /** @description Unix milliseconds on the terminal's clock. */
            at: number;
            /** @description The operation of the contract. */
            operation: string;
            /** @description The HTTP method. */
            method: string;
            /** @description With its query. */
            path: string;
            /** @description The HTTP status of the answer. */
            status: number;
            /** @description absent, valid, or the name of the error. */
            signature: string;
            /**
             * @description Why the request belongs to no terminal; only with `caller=unknown`.
             * @enum {string}
             */
            token?: "missing" | "not a bearer token" | "malformed" | "unknown" | "revoked" | "expired" | "grace over" | "not needed";
            /** @description What an order has made of the answer. */
            fault: string | null;
            /** @description The body as JSON; null for none. */
            request: unknown;
            /** @description The answer as JSON; null when it is none. */
            answer: unknown;
        };
        Attempt: {
            /** @description Counted from 1. */
            number: number;
            /** @description Unix milliseconds on the terminal's clock. */
            sent_at: number;
            /** @description null for no answer. */
            response_code: number | null;
            /** @description How long it took. */
            duration_ms: number;
            /** @description null for a success. */
            error: string | null;
        };
        Delivery: {
            /** @description The X-Webhook-ID. */
            id: string;
            /** @description The subscription. */
            webhook_id: string;
            /** @description The event. */
            event: string;
            /**
             * @description `dead` is the dead letter queue.
             * @enum {string}
             */
            state: "pending" | "delivered" | "dead" | "withdrawn";
            /** @description Unix milliseconds on the terminal's clock. */
            created_at: number;
            /** @description null when there is none. */
            next_attempt_at: number | null;
            /** @description The bytes that every attempt sends. */
            body: string;
            /** @description The value of the signature header. */
            signature: string;
            attempts: components["schemas"]["Attempt"][];
        };
    };
    responses: {
        /** @description What is wrong with the request, said in a sentence. */
        Mistake: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** @description One sentence. */
                    error: string;
                };
            };
        };
    };
    parameters: {
        /** @description The terminal's id. */
        TerminalPath: components["schemas"]["TerminalId"];
        /** @description The terminal's id. Without one, the terminal of the bearer token in `Authorization`. */
        TerminalQuery: components["schemas"]["TerminalId"];
    };
    requestBodies: {
        NoFields: {
            content: {
                "application/json": Record<string, never>;
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listTerminals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The terminals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        terminals: components["schemas"]["Terminal"][];
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    createTerminal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description What the payer reads. */
                    name?: string;
                    /** @description What webhooks carry as `merchant_code`. */
                    merchant_code?: string;
                    /**
                     * @description Any but `active` refuses requests.
                     * @enum {string}
                     */
                    state?: "active" | "inactive" | "suspended" | "under_review";
                    /** @description Made when it is not given; null makes a terminal that signs nothing. */
                    secret_key?: string | null;
                    /** @description Whether unsigned requests are refused. */
                    require_signature?: boolean;
                    /** @description IP addresses and CIDR ranges; all when it is not given. */
                    ip_allow_list?: string[];
                    /**
                     * @description false lets no rate limit count its requests, neither the documented ones nor the sandbox's own; their
                     *     answers then carry no `X-RateLimit-*`, like those of a signed request that no limit counts.
                     */
                    rate_limits?: boolean;
                    /** @description Makes id, token, key and all later identifiers repeatable. */
                    seed?: string;
                    /** @description The dialects that it speaks; those of the sandbox when they are not given. */
                    dialects?: components["schemas"]["DialectNames"];
                    /**
                     * Format: date-time
                     * @description Lets the terminal's clock stand at this moment until it is advanced; from 1970-01-01 to
                     *     2099-12-31, UTC, like every clock.
                     */
                    starts_at?: string;
                };
            };
        };
        responses: {
            /** @description The terminal's credentials, shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: components["schemas"]["TerminalId"];
                        /** @description Its bearer token. */
                        token: string;
                        /** @description Its key for signatures. */
                        secret_key: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    deleteTerminal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The terminal's id. */
                terminal: components["parameters"]["TerminalPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Always true.
                         * @constant
                         */
                        deleted: true;
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    setDialects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The terminal's id. */
                terminal: components["parameters"]["TerminalPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An empty list for the standard contract; null for the dialects of the sandbox. */
                    dialects: components["schemas"]["DialectNames"] | null;
                };
            };
        };
        responses: {
            /** @description What the terminal speaks now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dialects: components["schemas"]["DialectNames"];
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    rotateTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The terminal's id. */
                terminal: components["parameters"]["TerminalPath"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["NoFields"];
        responses: {
            /** @description The new token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The new bearer token. */
                        token: string;
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    revokeTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The terminal's id. */
                terminal: components["parameters"]["TerminalPath"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["NoFields"];
        responses: {
            /** @description They are revoked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Always true.
                         * @constant
                         */
                        revoked: true;
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    listDialects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dialects. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dialects: components["schemas"]["Dialect"][];
                        /** @description Those of the sandbox, which terminals speak that choose none themselves. */
                        spoken_by_default: components["schemas"]["DialectNames"];
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    readClock: {
        parameters: {
            query?: {
                /** @description The terminal's id. Without one, the terminal of the bearer token in `Authorization`. */
                terminal?: components["parameters"]["TerminalQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The moment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clocks"];
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    advanceClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How far, in seconds. */
                    advance_seconds: number;
                    terminal?: components["schemas"]["TerminalId"];
                };
            };
        };
        responses: {
            /** @description The moments afterwards. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clocks"];
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    listFaults: {
        parameters: {
            query?: {
                /** @description The terminal's id. Without one, the terminal of the bearer token in `Authorization`. */
                terminal?: components["parameters"]["TerminalQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The orders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        faults: components["schemas"]["Fault"][];
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    orderFault: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaultOrder"];
            };
        };
        responses: {
            /** @description The order was taken. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Withdraws the order. */
                        id: string;
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    withdrawFault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the order. */
                fault: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is withdrawn. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Always true.
                         * @constant
                         */
                        withdrawn: true;
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    payPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The authority of the payment. */
                authority: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description A test card by its name, or `cancel`.
                     * @enum {string}
                     */
                    card: "success" | "failed" | "insufficient" | "timeout" | "cancel";
                    /** @description Whether the shop is called. */
                    send_callback?: boolean;
                };
            };
        };
        responses: {
            /** @description What has become of the payment, and its callback. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description False when the payment was over before. */
                        paid_now: boolean;
                        /** @description The payment's inner state. */
                        state: string;
                        callback: components["schemas"]["Callback"];
                        /** @description What the shop answered; two when the callback was ordered doubled. */
                        callback_answers?: components["schemas"]["CallbackAnswer"][];
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    listSettlements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The terminal's id. */
                terminal: components["parameters"]["TerminalPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settlements. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        settlements: components["schemas"]["Settlement"][];
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    settleTerminal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The terminal's id. */
                terminal: components["parameters"]["TerminalPath"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description How the transfer ends.
                     * @default completed
                     * @enum {string}
                     */
                    outcome?: "completed" | "failed";
                };
            };
        };
        responses: {
            /** @description The settlement. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settlement"];
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /** @description The terminal's id. Without one, the terminal of the bearer token in `Authorization`. */
                terminal?: components["parameters"]["TerminalQuery"];
                /** @description Only those with a greater sequence. */
                after?: number;
                /** @description `unknown` asks for the requests of nobody instead of those of a terminal. */
                caller?: "terminal" | "unknown";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requests: components["schemas"]["RecordedRequest"][];
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    exportHar: {
        parameters: {
            query?: {
                /** @description The terminal's id. Without one, the terminal of the bearer token in `Authorization`. */
                terminal?: components["parameters"]["TerminalQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The log of HTTP Archive 1.2. */
                        log: Record<string, never>;
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    listSignatureFailures: {
        parameters: {
            query?: {
                /** @description The terminal's id. Without one, the terminal of the bearer token in `Authorization`. */
                terminal?: components["parameters"]["TerminalQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refusals, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        failures: Record<string, never>[];
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description The terminal's id. Without one, the terminal of the bearer token in `Authorization`. */
                terminal?: components["parameters"]["TerminalQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deliveries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deliveries: components["schemas"]["Delivery"][];
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    replayDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The X-Webhook-ID. */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description See above.
                     * @enum {string}
                     */
                    mode: "same_bytes" | "signed_anew";
                };
            };
        };
        responses: {
            /** @description How it was received. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The X-Webhook-ID that was sent. */
                        id: string;
                        /** @description null for no answer. */
                        response_code: number | null;
                        /** @description null for a success. */
                        error: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    terminal?: components["schemas"]["TerminalId"];
                };
            };
        };
        responses: {
            /** @description It is as at the beginning. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The terminals. */
                        reset: components["schemas"]["TerminalId"][];
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    takeSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    terminal: components["schemas"]["TerminalId"];
                };
            };
        };
        responses: {
            /** @description It is kept. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Restores it. */
                        id: string;
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    restoreSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the snapshot. */
                snapshot: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        terminal: components["schemas"]["TerminalId"];
                    };
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
    readControlDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            "4XX": components["responses"]["Mistake"];
        };
    };
}
