// Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.

/** Version of the contract. */
export const contractVersion = "3.0.0" as const;

/** Base addresses by environment. */
export const servers = {
  "production": "https://ipg.irandargah.com",
  "sandbox": "https://sandbox.irandargah.com"
} as const;

/** Every operation by its id. */
export const operations = {
  "createPayment": {
    "method": "POST",
    "path": "/v2/payments",
    "pathPattern": "^/v2/payments$",
    "tag": "Payments",
    "token": true,
    "requestSigning": true,
    "responseSigning": true,
    "idempotencyKey": "required",
    "rateLimits": [
      "payments"
    ],
    "requestSchema": "PaymentRequest",
    "successStatus": 200,
    "successSchema": "PaymentCreatedResponse",
    "successMessage": "تراکنش با موفقیت ایجاد شد",
    "successCode": 100,
    "errors": [
      "ErrorMalformedBody",
      "ErrorCredentialsMissing",
      "ErrorCredentialsInvalid",
      "ErrorSignatureMissing",
      "ErrorTimestampInvalid",
      "ErrorSignatureInvalid",
      "ErrorIpNotAllowed",
      "ErrorTerminalInactive",
      "ErrorValidation",
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected",
      "ErrorBankUnavailable"
    ],
    "undocumented": false
  },
  "getPayment": {
    "method": "GET",
    "path": "/v2/payments/{authority}",
    "pathPattern": "^/v2/payments/[^/]+$",
    "tag": "Payments",
    "token": true,
    "requestSigning": true,
    "responseSigning": true,
    "idempotencyKey": "none",
    "rateLimits": [],
    "requestSchema": null,
    "successStatus": 200,
    "successSchema": "PaymentResponse",
    "successMessage": "اطلاعات تراکنش با موفقیت دریافت شد",
    "successCode": 200,
    "errors": [
      "ErrorCredentialsMissing",
      "ErrorCredentialsInvalid",
      "ErrorSignatureMissing",
      "ErrorTimestampInvalid",
      "ErrorSignatureInvalid",
      "ErrorIpNotAllowed",
      "ErrorTerminalInactive",
      "ErrorTransactionNotFound",
      "ErrorValidation",
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected"
    ],
    "undocumented": false
  },
  "cancelPayment": {
    "method": "POST",
    "path": "/v2/payments/{authority}/cancel",
    "pathPattern": "^/v2/payments/[^/]+/cancel$",
    "tag": "Payments",
    "token": true,
    "requestSigning": true,
    "responseSigning": true,
    "idempotencyKey": "none",
    "rateLimits": [],
    "requestSchema": null,
    "successStatus": 200,
    "successSchema": "PaymentCancelledResponse",
    "successMessage": "پرداخت با موفقیت لغو شد",
    "successCode": 200,
    "errors": [
      "ErrorStateForbids",
      "ErrorAlreadyVerified",
      "ErrorCredentialsMissing",
      "ErrorCredentialsInvalid",
      "ErrorSignatureMissing",
      "ErrorTimestampInvalid",
      "ErrorSignatureInvalid",
      "ErrorIpNotAllowed",
      "ErrorTerminalInactive",
      "ErrorTransactionNotFound",
      "ErrorValidation",
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected"
    ],
    "undocumented": false
  },
  "openPaymentPage": {
    "method": "GET",
    "path": "/startpay/{authority}",
    "pathPattern": "^/startpay/[^/]+$",
    "tag": "Payments",
    "token": false,
    "requestSigning": false,
    "responseSigning": false,
    "idempotencyKey": "none",
    "rateLimits": [],
    "requestSchema": null,
    "successStatus": 200,
    "successSchema": null,
    "successMessage": null,
    "successCode": null,
    "errors": [],
    "undocumented": false
  },
  "createVerification": {
    "method": "POST",
    "path": "/v2/verifications",
    "pathPattern": "^/v2/verifications$",
    "tag": "Verifications",
    "token": true,
    "requestSigning": true,
    "responseSigning": true,
    "idempotencyKey": "optional",
    "rateLimits": [
      "verifications"
    ],
    "requestSchema": "VerificationRequest",
    "successStatus": 200,
    "successSchema": "VerificationCreatedResponse",
    "successMessage": "تراکنش با موفقیت تأیید شد",
    "successCode": 200,
    "errors": [
      "ErrorMalformedBody",
      "ErrorStateForbids",
      "ErrorAlreadyVerified",
      "ErrorCredentialsMissing",
      "ErrorCredentialsInvalid",
      "ErrorSignatureMissing",
      "ErrorTimestampInvalid",
      "ErrorSignatureInvalid",
      "ErrorIpNotAllowed",
      "ErrorTerminalInactive",
      "ErrorTransactionNotFound",
      "ErrorValidation",
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected",
      "ErrorBankUnavailable"
    ],
    "undocumented": false
  },
  "getVerification": {
    "method": "GET",
    "path": "/v2/verifications/{authority}",
    "pathPattern": "^/v2/verifications/[^/]+$",
    "tag": "Verifications",
    "token": true,
    "requestSigning": true,
    "responseSigning": true,
    "idempotencyKey": "none",
    "rateLimits": [],
    "requestSchema": null,
    "successStatus": 200,
    "successSchema": "VerificationResponse",
    "successMessage": "اطلاعات تراکنش با موفقیت دریافت شد",
    "successCode": 200,
    "errors": [
      "ErrorCredentialsMissing",
      "ErrorCredentialsInvalid",
      "ErrorSignatureMissing",
      "ErrorTimestampInvalid",
      "ErrorSignatureInvalid",
      "ErrorIpNotAllowed",
      "ErrorTerminalInactive",
      "ErrorTransactionNotFound",
      "ErrorValidation",
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected"
    ],
    "undocumented": false
  },
  "retryVerification": {
    "method": "POST",
    "path": "/v2/verifications/{authority}/retry",
    "pathPattern": "^/v2/verifications/[^/]+/retry$",
    "tag": "Verifications",
    "token": true,
    "requestSigning": true,
    "responseSigning": true,
    "idempotencyKey": "none",
    "rateLimits": [],
    "requestSchema": null,
    "successStatus": 200,
    "successSchema": "VerificationRetriedResponse",
    "successMessage": "تأیید مجدد با موفقیت انجام شد",
    "successCode": 200,
    "errors": [
      "ErrorStateForbids",
      "ErrorAlreadyVerified",
      "ErrorCredentialsMissing",
      "ErrorCredentialsInvalid",
      "ErrorSignatureMissing",
      "ErrorTimestampInvalid",
      "ErrorSignatureInvalid",
      "ErrorIpNotAllowed",
      "ErrorTerminalInactive",
      "ErrorTransactionNotFound",
      "ErrorValidation",
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected",
      "ErrorBankUnavailable"
    ],
    "undocumented": false
  },
  "listTransactions": {
    "method": "GET",
    "path": "/v2/transactions",
    "pathPattern": "^/v2/transactions$",
    "tag": "Transactions",
    "token": true,
    "requestSigning": true,
    "responseSigning": true,
    "idempotencyKey": "none",
    "rateLimits": [
      "transactions"
    ],
    "requestSchema": null,
    "successStatus": 200,
    "successSchema": "TransactionListResponse",
    "successMessage": null,
    "successCode": null,
    "errors": [
      "ErrorCredentialsMissing",
      "ErrorCredentialsInvalid",
      "ErrorSignatureMissing",
      "ErrorTimestampInvalid",
      "ErrorSignatureInvalid",
      "ErrorIpNotAllowed",
      "ErrorTerminalInactive",
      "ErrorValidation",
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected"
    ],
    "undocumented": false
  },
  "getTransaction": {
    "method": "GET",
    "path": "/v2/transactions/{authority}",
    "pathPattern": "^/v2/transactions/[^/]+$",
    "tag": "Transactions",
    "token": true,
    "requestSigning": true,
    "responseSigning": true,
    "idempotencyKey": "none",
    "rateLimits": [
      "transactions"
    ],
    "requestSchema": null,
    "successStatus": 200,
    "successSchema": "TransactionResponse",
    "successMessage": null,
    "successCode": null,
    "errors": [
      "ErrorCredentialsMissing",
      "ErrorCredentialsInvalid",
      "ErrorSignatureMissing",
      "ErrorTimestampInvalid",
      "ErrorSignatureInvalid",
      "ErrorIpNotAllowed",
      "ErrorTerminalInactive",
      "ErrorTransactionNotFound",
      "ErrorValidation",
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected"
    ],
    "undocumented": false
  },
  "createRefund": {
    "method": "POST",
    "path": "/v2/refunds",
    "pathPattern": "^/v2/refunds$",
    "tag": "Refunds",
    "token": true,
    "requestSigning": true,
    "responseSigning": true,
    "idempotencyKey": "optional",
    "rateLimits": [
      "refunds"
    ],
    "requestSchema": "RefundRequest",
    "successStatus": 200,
    "successSchema": "RefundCreatedResponse",
    "successMessage": "عملیات با موفقیت انجام شد",
    "successCode": 200,
    "errors": [
      "ErrorMalformedBody",
      "ErrorStateForbids",
      "ErrorCredentialsMissing",
      "ErrorCredentialsInvalid",
      "ErrorSignatureMissing",
      "ErrorTimestampInvalid",
      "ErrorSignatureInvalid",
      "ErrorIpNotAllowed",
      "ErrorTerminalInactive",
      "ErrorTransactionNotFound",
      "ErrorValidation",
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected",
      "ErrorBankUnavailable"
    ],
    "undocumented": true
  },
  "getDailyReport": {
    "method": "GET",
    "path": "/v2/reports/daily",
    "pathPattern": "^/v2/reports/daily$",
    "tag": "Reports",
    "token": true,
    "requestSigning": true,
    "responseSigning": true,
    "idempotencyKey": "none",
    "rateLimits": [
      "reports"
    ],
    "requestSchema": null,
    "successStatus": 200,
    "successSchema": "DailyReportResponse",
    "successMessage": null,
    "successCode": null,
    "errors": [
      "ErrorCredentialsMissing",
      "ErrorCredentialsInvalid",
      "ErrorSignatureMissing",
      "ErrorTimestampInvalid",
      "ErrorSignatureInvalid",
      "ErrorIpNotAllowed",
      "ErrorTerminalInactive",
      "ErrorValidation",
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected"
    ],
    "undocumented": false
  },
  "getMonthlyReport": {
    "method": "GET",
    "path": "/v2/reports/monthly",
    "pathPattern": "^/v2/reports/monthly$",
    "tag": "Reports",
    "token": true,
    "requestSigning": true,
    "responseSigning": true,
    "idempotencyKey": "none",
    "rateLimits": [
      "reports"
    ],
    "requestSchema": null,
    "successStatus": 200,
    "successSchema": "MonthlyReportResponse",
    "successMessage": null,
    "successCode": null,
    "errors": [
      "ErrorCredentialsMissing",
      "ErrorCredentialsInvalid",
      "ErrorSignatureMissing",
      "ErrorTimestampInvalid",
      "ErrorSignatureInvalid",
      "ErrorIpNotAllowed",
      "ErrorTerminalInactive",
      "ErrorValidation",
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected"
    ],
    "undocumented": false
  },
  "subscribeWebhook": {
    "method": "POST",
    "path": "/v2/webhooks/subscribe",
    "pathPattern": "^/v2/webhooks/subscribe$",
    "tag": "Webhooks",
    "token": true,
    "requestSigning": true,
    "responseSigning": true,
    "idempotencyKey": "none",
    "rateLimits": [
      "webhook-subscribe"
    ],
    "requestSchema": "WebhookSubscriptionRequest",
    "successStatus": 201,
    "successSchema": "WebhookSubscriptionResponse",
    "successMessage": "Webhook subscription created successfully",
    "successCode": null,
    "errors": [
      "ErrorMalformedBody",
      "ErrorCredentialsMissing",
      "ErrorCredentialsInvalid",
      "ErrorSignatureMissing",
      "ErrorTimestampInvalid",
      "ErrorSignatureInvalid",
      "ErrorIpNotAllowed",
      "ErrorTerminalInactive",
      "ErrorValidation",
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected"
    ],
    "undocumented": false
  },
  "listWebhookEvents": {
    "method": "GET",
    "path": "/v2/webhooks/events",
    "pathPattern": "^/v2/webhooks/events$",
    "tag": "Webhooks",
    "token": true,
    "requestSigning": true,
    "responseSigning": true,
    "idempotencyKey": "none",
    "rateLimits": [],
    "requestSchema": null,
    "successStatus": 200,
    "successSchema": "WebhookEventsResponse",
    "successMessage": null,
    "successCode": null,
    "errors": [
      "ErrorCredentialsMissing",
      "ErrorCredentialsInvalid",
      "ErrorSignatureMissing",
      "ErrorTimestampInvalid",
      "ErrorSignatureInvalid",
      "ErrorIpNotAllowed",
      "ErrorTerminalInactive",
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected"
    ],
    "undocumented": false
  },
  "unsubscribeWebhook": {
    "method": "POST",
    "path": "/v2/webhooks/unsubscribe",
    "pathPattern": "^/v2/webhooks/unsubscribe$",
    "tag": "Webhooks",
    "token": true,
    "requestSigning": true,
    "responseSigning": true,
    "idempotencyKey": "none",
    "rateLimits": [
      "webhook-unsubscribe"
    ],
    "requestSchema": "WebhookUnsubscriptionRequest",
    "successStatus": 200,
    "successSchema": "WebhookUnsubscriptionResponse",
    "successMessage": "Webhook unsubscribed successfully",
    "successCode": null,
    "errors": [
      "ErrorMalformedBody",
      "ErrorCredentialsMissing",
      "ErrorCredentialsInvalid",
      "ErrorSignatureMissing",
      "ErrorTimestampInvalid",
      "ErrorSignatureInvalid",
      "ErrorIpNotAllowed",
      "ErrorTerminalInactive",
      "ErrorValidation",
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected"
    ],
    "undocumented": false
  },
  "testWebhook": {
    "method": "POST",
    "path": "/v2/webhooks/test",
    "pathPattern": "^/v2/webhooks/test$",
    "tag": "Webhooks",
    "token": true,
    "requestSigning": true,
    "responseSigning": true,
    "idempotencyKey": "none",
    "rateLimits": [
      "webhook-test",
      "webhook-test-burst"
    ],
    "requestSchema": "WebhookTestRequest",
    "successStatus": 200,
    "successSchema": "WebhookTestResponse",
    "successMessage": "Webhook test completed",
    "successCode": null,
    "errors": [
      "ErrorMalformedBody",
      "ErrorCredentialsMissing",
      "ErrorCredentialsInvalid",
      "ErrorSignatureMissing",
      "ErrorTimestampInvalid",
      "ErrorSignatureInvalid",
      "ErrorIpNotAllowed",
      "ErrorTerminalInactive",
      "ErrorValidation",
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected"
    ],
    "undocumented": false
  },
  "prepareRequest": {
    "method": "POST",
    "path": "/api/prepare-request",
    "pathPattern": "^/api/prepare-request$",
    "tag": "Signing",
    "token": true,
    "requestSigning": false,
    "responseSigning": false,
    "idempotencyKey": "none",
    "rateLimits": [
      "prepare-ip",
      "prepare-token",
      "prepare-day"
    ],
    "requestSchema": "PrepareRequest",
    "successStatus": 200,
    "successSchema": "PreparedRequestResponse",
    "successMessage": null,
    "successCode": null,
    "errors": [
      "ErrorMalformedBody",
      "ErrorCredentialsMissing",
      "ErrorCredentialsInvalid",
      "ErrorIpNotAllowed",
      "ErrorTerminalInactive",
      "ErrorValidation",
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected"
    ],
    "undocumented": false
  },
  "getIdempotencyKey": {
    "method": "GET",
    "path": "/v2/idempotency-key",
    "pathPattern": "^/v2/idempotency-key$",
    "tag": "Idempotency",
    "token": false,
    "requestSigning": false,
    "responseSigning": false,
    "idempotencyKey": "none",
    "rateLimits": [],
    "requestSchema": null,
    "successStatus": 200,
    "successSchema": "IdempotencyKeyResponse",
    "successMessage": null,
    "successCode": null,
    "errors": [
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected"
    ],
    "undocumented": false
  },
  "getHealth": {
    "method": "GET",
    "path": "/health",
    "pathPattern": "^/health$",
    "tag": "Health",
    "token": false,
    "requestSigning": false,
    "responseSigning": false,
    "idempotencyKey": "none",
    "rateLimits": [],
    "requestSchema": null,
    "successStatus": 200,
    "successSchema": "HealthResponse",
    "successMessage": null,
    "successCode": null,
    "errors": [
      "ErrorRateLimited",
      "ErrorInternal",
      "ErrorUnexpected"
    ],
    "undocumented": false
  }
} as const;

/** The catalogue of errors by the name of their schema. */
export const errors = {
  "ErrorMalformedBody": {
    "code": -2,
    "type": "validation_error",
    "message": "خطا در اعتبارسنجی ورودی",
    "http": [
      400
    ],
    "meaning": {
      "en": "The body of the request cannot be read as JSON.",
      "fa": "بدنهٔ درخواست را نمی‌توان به صورت JSON خواند."
    },
    "action": {
      "en": "Send valid JSON in UTF-8 with the header `Content-Type: application/json`.",
      "fa": "بدنه را به صورت JSON معتبر، با کدگذاری UTF-8 و همراه هدر `Content-Type: application/json` بفرستید."
    }
  },
  "ErrorCredentialsMissing": {
    "code": -50,
    "type": "authentication_error",
    "message": "اطلاعات احراز هویت یافت نشد",
    "http": [
      401
    ],
    "meaning": {
      "en": "The request carries no credentials.",
      "fa": "درخواست هیچ اطلاعات احراز هویتی ندارد."
    },
    "action": {
      "en": "Send the header `Authorization: Bearer idg_…`.",
      "fa": "هدر `Authorization: Bearer idg_…` را بفرستید."
    }
  },
  "ErrorCredentialsInvalid": {
    "code": -51,
    "type": "authentication_error",
    "message": "اطلاعات احراز هویت نامعتبر است",
    "http": [
      401
    ],
    "meaning": {
      "en": "The credentials are wrong, have expired or have been revoked.",
      "fa": "اطلاعات احراز هویت نامعتبر است، یا منقضی یا باطل شده است."
    },
    "action": {
      "en": "Check the token and that it belongs to this environment. A new one for production comes from the support; a test token you make in the panel of the sandbox.",
      "fa": "توکن را بررسی کنید و مطمئن شوید که مال همین محیط است. توکن جدید محیط عملیاتی را پشتیبانی صادر می‌کند و توکن تست را خودتان در پنل محیط آزمایشی (Sandbox) می‌سازید."
    }
  },
  "ErrorSignatureMissing": {
    "code": -101,
    "type": "authentication_error",
    "message": "هدرهای امضا ارسال نشده",
    "http": [
      401
    ],
    "meaning": {
      "en": "The terminal demands signed requests, and `X-Signature` or `X-Timestamp` is missing.",
      "fa": "ترمینال فقط درخواست امضاشده می‌پذیرد و `X-Signature` یا `X-Timestamp` فرستاده نشده است."
    },
    "action": {
      "en": "Sign the request with the terminal's secret key and send both headers.",
      "fa": "درخواست را با کلید مخفی ترمینال امضا کنید و هر دو هدر را بفرستید."
    }
  },
  "ErrorTimestampInvalid": {
    "code": -102,
    "type": "authentication_error",
    "message": "timestamp درخواست نامعتبر یا منقضی است",
    "http": [
      401
    ],
    "meaning": {
      "en": "`X-Timestamp` is not a Unix time, or is further from the server's clock than the signing tolerance.",
      "fa": "مقدار `X-Timestamp` زمان Unix نیست، یا اختلافش با ساعت سرور از حد مجاز امضا بیشتر است."
    },
    "action": {
      "en": "Set your server's clock by NTP and sign each request anew, just before it is sent.",
      "fa": "ساعت سرور خود را با NTP تنظیم کنید و هر درخواست را درست پیش از فرستادن، از نو امضا کنید."
    }
  },
  "ErrorSignatureInvalid": {
    "code": -103,
    "type": "authentication_error",
    "message": "امضای درخواست نامعتبر است",
    "http": [
      401
    ],
    "meaning": {
      "en": "`X-Signature` does not fit the request.",
      "fa": "مقدار `X-Signature` با درخواست نمی‌خواند."
    },
    "action": {
      "en": "Sign the very bytes that you send, with the endpoint without `/v2/`, and check the secret key.",
      "fa": "درست همان بایت‌هایی را که می‌فرستید امضا کنید، endpoint را بدون `/v2/` بنویسید و کلید مخفی را بررسی کنید."
    }
  },
  "ErrorIpNotAllowed": {
    "code": -52,
    "type": "authorization_error",
    "message": "آدرس IP در لیست مجاز نیست",
    "http": [
      403
    ],
    "meaning": {
      "en": "The sender's IP address is not on the terminal's list of allowed addresses.",
      "fa": "آدرس IP فرستنده در فهرست آدرس‌های مجاز ترمینال نیست."
    },
    "action": {
      "en": "Add the address of your server to the list in the panel, or send from an address that is on it.",
      "fa": "آدرس سرور خود را در پنل به فهرست اضافه کنید، یا از آدرسی بفرستید که در فهرست هست."
    }
  },
  "ErrorTerminalInactive": {
    "code": -53,
    "type": "authorization_error",
    "message": "ترمینال غیرفعال یا تحت بررسی است",
    "http": [
      403
    ],
    "meaning": {
      "en": "The terminal is inactive, suspended or under review.",
      "fa": "ترمینال غیرفعال، معلق یا در حال بررسی است."
    },
    "action": {
      "en": "Look at the terminal in the panel and ask the support to activate it.",
      "fa": "وضعیت ترمینال را در پنل ببینید و از پشتیبانی بخواهید آن را فعال کند."
    }
  },
  "ErrorValidation": {
    "code": -2,
    "type": "validation_error",
    "message": "خطا در اعتبارسنجی ورودی",
    "http": [
      422
    ],
    "meaning": {
      "en": "A field, header or parameter of the request breaks its rule (value, format, missing, …).",
      "fa": "یکی از فیلدها، هدرها یا پارامترهای درخواست قاعدهٔ خود را رعایت نکرده است (مقدار یا قالب نامعتبر، نبودن فیلد الزامی و مانند آن)."
    },
    "action": {
      "en": "Read `error.details.validation`, mend the named fields and send the request again.",
      "fa": "بخش `error.details.validation` را بخوانید، فیلدهای نام‌برده را اصلاح کنید و درخواست را دوباره بفرستید."
    }
  },
  "ErrorRateLimited": {
    "code": -54,
    "type": "rate_limit_error",
    "message": "تعداد درخواستها بیش از حد مجاز است",
    "http": [
      429
    ],
    "meaning": {
      "en": "More requests came than the limit allows.",
      "fa": "تعداد درخواست‌ها از سقف مجاز گذشته است."
    },
    "action": {
      "en": "Wait the seconds that `Retry-After` names, then send the same request again.",
      "fa": "به اندازهٔ ثانیه‌هایی که `Retry-After` می‌گوید صبر کنید و سپس همان درخواست را دوباره بفرستید."
    }
  },
  "ErrorInternal": {
    "code": -31,
    "type": "server_error",
    "message": "خطای داخلی سرور",
    "http": [
      500
    ],
    "meaning": {
      "en": "The gateway's own systems failed.",
      "fa": "سیستم‌های خود درگاه دچار خطا شده‌اند."
    },
    "action": {
      "en": "Send the same request again later with the same idempotency key; then ask the support with `meta.request_id`.",
      "fa": "کمی بعد همان درخواست را با همان کلید Idempotency دوباره بفرستید؛ اگر باز هم نشد، با `meta.request_id` از پشتیبانی بپرسید."
    }
  },
  "ErrorUnexpected": {
    "code": -500,
    "type": "server_error",
    "message": "خطای غیرمنتظره در سرور",
    "http": [
      500
    ],
    "meaning": {
      "en": "Something happened in the gateway that nobody foresaw.",
      "fa": "در درگاه اتفاقی افتاده که پیش‌بینی نشده بود."
    },
    "action": {
      "en": "Send the same request again later with the same idempotency key; then ask the support with `meta.request_id`.",
      "fa": "کمی بعد همان درخواست را با همان کلید Idempotency دوباره بفرستید؛ اگر باز هم نشد، با `meta.request_id` از پشتیبانی بپرسید."
    }
  },
  "ErrorBankUnavailable": {
    "code": 996,
    "type": "gateway_error",
    "message": "سرویس در دسترس نیست",
    "http": [
      500
    ],
    "meaning": {
      "en": "The bank behind the gateway cannot be reached for the moment.",
      "fa": "بانک پشت درگاه فعلاً در دسترس نیست."
    },
    "action": {
      "en": "Try again later. After a verification, load the payment first: the bank may have acted although its answer was lost.",
      "fa": "کمی بعد دوباره تلاش کنید. اگر در حال تأیید بودید، نخست وضعیت پرداخت را بگیرید: شاید بانک کار را انجام داده و فقط پاسخش گم شده باشد."
    }
  },
  "ErrorTransactionNotFound": {
    "code": -33,
    "type": "business_logic_error",
    "message": "تراکنش یافت نشد",
    "http": [
      404
    ],
    "meaning": {
      "en": "Your terminal has no transaction with this authority.",
      "fa": "ترمینال شما تراکنشی با این شناسه ندارد."
    },
    "action": {
      "en": "Compare the authority with the one you stored, and the environment and the token with those that created it.",
      "fa": "شناسه را با آنچه ذخیره کرده‌اید مقایسه کنید و مطمئن شوید محیط و توکن همان‌هایی هستند که پرداخت با آن‌ها ایجاد شده است."
    }
  },
  "ErrorStateForbids": {
    "code": -2,
    "type": "business_logic_error",
    "message": "خطا در اعتبارسنجی ورودی",
    "http": [
      400
    ],
    "meaning": {
      "en": "The payment exists, but its state does not allow what was asked: it is unpaid, failed, expired or cancelled, for example.",
      "fa": "پرداخت وجود دارد، اما وضعیتش اجازهٔ این کار را نمی‌دهد؛ مثلاً هنوز انجام نشده، ناموفق بوده، منقضی یا لغو شده است."
    },
    "action": {
      "en": "Read `error.details.reason`, load the payment and decide by its status. Do not deliver the goods.",
      "fa": "مقدار `error.details.reason` را بخوانید، پرداخت را دوباره بگیرید و بر اساس وضعیت آن تصمیم بگیرید. کالا را تحویل ندهید."
    }
  },
  "ErrorAlreadyVerified": {
    "code": -21,
    "type": "business_logic_error",
    "message": "تراکنش قبلاً تأیید شده است",
    "http": [
      400
    ],
    "meaning": {
      "en": "The payment has been verified before.",
      "fa": "پرداخت پیش از این تأیید شده است."
    },
    "action": {
      "en": "Ask getVerification: the payment is proven by your amount, a `ref_id` and a `verified_at`. It pays only the order that your own record has for this authority, and that once; for any other order, somebody is using a payment a second time.",
      "fa": "از getVerification بپرسید: پرداخت وقتی ثابت است که مبلغ شما، `ref_id` و `verified_at` را داشته باشد. این پرداخت فقط برای سفارشی است که سوابق خودتان برای همین شناسهٔ تراکنش دارد، و فقط یک بار؛ برای هر سفارش دیگر، کسی دارد برای بار دوم از یک پرداخت استفاده می‌کند."
    }
  }
} as const;

/** The codes of success. */
export const successCodes = {
  "100": {
    "code": 100,
    "http": [
      200
    ],
    "message": "تراکنش با موفقیت ایجاد شد",
    "meaning": {
      "en": "The payment has been created; the payer can be sent to its `gateway_url`.",
      "fa": "پرداخت ایجاد شد؛ حالا می‌توان پرداخت‌کننده را به `gateway_url` فرستاد."
    },
    "action": {
      "en": "Store the authority with your order, then send the payer to `gateway_url`.",
      "fa": "شناسهٔ تراکنش را کنار سفارش ذخیره کنید و سپس پرداخت‌کننده را به `gateway_url` بفرستید."
    }
  },
  "200": {
    "code": 200,
    "http": [
      200
    ],
    "message": "عملیات با موفقیت انجام شد",
    "meaning": {
      "en": "The operation has succeeded; after a verification it means that the money is yours.",
      "fa": "عملیات موفق بود؛ پس از تأیید یعنی پول مال شماست."
    },
    "action": {
      "en": "Go on. After a verification, mark the order as paid, once.",
      "fa": "ادامه دهید. پس از تأیید، سفارش را پرداخت‌شده ثبت کنید؛ فقط یک بار."
    }
  }
} as const;

/** Every event by its name. */
export const webhookEvents = {
  "payment.created": {
    "schema": "PaymentCreatedEvent",
    "data": "PaymentCreatedData",
    "testable": true,
    "summary": {
      "en": "A payment was created",
      "fa": "پرداخت ایجاد شد"
    }
  },
  "payment.completed": {
    "schema": "PaymentCompletedEvent",
    "data": "SettledPaymentData",
    "testable": true,
    "summary": {
      "en": "A payment was completed",
      "fa": "پرداخت با موفقیت تکمیل شد"
    }
  },
  "payment.failed": {
    "schema": "PaymentFailedEvent",
    "data": "UnsettledPaymentData",
    "testable": true,
    "summary": {
      "en": "A payment failed",
      "fa": "پرداخت ناموفق بود"
    }
  },
  "payment.cancelled": {
    "schema": "PaymentCancelledEvent",
    "data": "UnsettledPaymentData",
    "testable": true,
    "summary": {
      "en": "A payment was cancelled",
      "fa": "پرداخت لغو شد"
    }
  },
  "payment.reversed": {
    "schema": "PaymentReversedEvent",
    "data": "UnsettledPaymentData",
    "testable": false,
    "summary": {
      "en": "A payment was reversed",
      "fa": "پرداخت معکوس شد"
    }
  },
  "verification.completed": {
    "schema": "VerificationCompletedEvent",
    "data": "SettledPaymentData",
    "testable": true,
    "summary": {
      "en": "A verification succeeded",
      "fa": "تأیید پرداخت با موفقیت انجام شد"
    }
  },
  "verification.failed": {
    "schema": "VerificationFailedEvent",
    "data": "UnsettledPaymentData",
    "testable": false,
    "summary": {
      "en": "A verification failed",
      "fa": "تأیید پرداخت ناموفق بود"
    }
  },
  "refund.created": {
    "schema": "RefundCreatedEvent",
    "data": "RefundCreatedData",
    "testable": true,
    "summary": {
      "en": "A refund was registered",
      "fa": "درخواست استرداد ثبت شد"
    }
  },
  "refund.completed": {
    "schema": "RefundCompletedEvent",
    "data": "RefundCompletedData",
    "testable": true,
    "summary": {
      "en": "A refund was paid out",
      "fa": "استرداد با موفقیت تکمیل شد"
    }
  },
  "settlement.created": {
    "schema": "SettlementCreatedEvent",
    "data": "SettlementData",
    "testable": false,
    "summary": {
      "en": "A settlement batch was created",
      "fa": "دستهٔ تسویه‌حساب ایجاد شد"
    }
  },
  "settlement.completed": {
    "schema": "SettlementCompletedEvent",
    "data": "SettlementData",
    "testable": false,
    "summary": {
      "en": "A settlement was paid out",
      "fa": "تسویه‌حساب با موفقیت انجام شد"
    }
  },
  "settlement.failed": {
    "schema": "SettlementFailedEvent",
    "data": "SettlementData",
    "testable": false,
    "summary": {
      "en": "A settlement failed",
      "fa": "تسویه‌حساب ناموفق بود"
    }
  }
} as const;

/** The messages of the callback by its status code. */
export const callbackMessages = {
  "100": "تراکنش با موفقیت تأیید شد",
  "201": "پرداخت در انتظار تایید است",
  "-1": "پرداخت ناموفق یا لغو توسط کاربر"
} as const;

/** The rules of every field of every request body. */
export const requestRules = {
  "PaymentRequest": {
    "amount": {
      "required": true,
      "type": "integer",
      "format": "int64",
      "minimum": 100000,
      "maximum": 4000000000
    },
    "order_id": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "maxLength": 50,
      "pattern": "^[A-Za-z0-9_-]+$"
    },
    "callback_url": {
      "required": true,
      "type": "string",
      "format": "uri",
      "maxLength": 500,
      "pattern": "^https?://[^/?#]"
    },
    "mobile": {
      "required": false,
      "type": "string",
      "pattern": "^(0|98|\\+98|0098)?9[0-9]{9}$"
    },
    "description": {
      "required": false,
      "type": "string",
      "maxLength": 255,
      "pattern": "^[^<>]*$"
    },
    "card_number": {
      "required": false,
      "type": "string",
      "pattern": "^([0-9]{16}|[0-9]{6}\\*{6}[0-9]{4})$"
    },
    "action": {
      "required": false,
      "type": "string",
      "enum": [
        "POST",
        "GET"
      ],
      "default": "POST"
    },
    "affiliate_code": {
      "required": false,
      "type": "string",
      "minLength": 4,
      "maxLength": 6,
      "pattern": "^[A-Za-z0-9]+$"
    },
    "direct_verify": {
      "required": false,
      "type": "boolean",
      "default": false
    }
  },
  "VerificationRequest": {
    "authority": {
      "required": true,
      "type": "string",
      "pattern": "^[0-9]{14}[A-Z0-9]{4,6}$"
    },
    "amount": {
      "required": true,
      "type": "integer",
      "format": "int64",
      "minimum": 100000,
      "maximum": 4000000000
    },
    "order_id": {
      "required": false,
      "type": "string",
      "minLength": 1,
      "maxLength": 50,
      "pattern": "^[A-Za-z0-9_-]+$"
    }
  },
  "RefundRequest": {
    "authority": {
      "required": true,
      "type": "string",
      "pattern": "^[0-9]{14}[A-Z0-9]{4,6}$"
    },
    "amount": {
      "required": false,
      "type": "integer",
      "format": "int64",
      "minimum": 1,
      "maximum": 4000000000
    },
    "reason": {
      "required": false,
      "type": "string",
      "maxLength": 255,
      "pattern": "^[^<>]*$"
    }
  },
  "WebhookSubscriptionRequest": {
    "url": {
      "required": true,
      "type": "string",
      "format": "uri",
      "pattern": "^https://[^/?#]"
    },
    "events": {
      "required": true,
      "type": "array",
      "minItems": 1
    },
    "secret": {
      "required": false,
      "type": "string",
      "minLength": 8,
      "maxLength": 64
    },
    "description": {
      "required": false,
      "type": "string",
      "maxLength": 255
    }
  },
  "WebhookUnsubscriptionRequest": {
    "webhook_id": {
      "required": true,
      "type": "string",
      "minLength": 1
    }
  },
  "WebhookTestRequest": {
    "webhook_id": {
      "required": true,
      "type": "string",
      "minLength": 1
    },
    "event_type": {
      "required": true,
      "type": "string",
      "enum": [
        "payment.created",
        "payment.completed",
        "payment.failed",
        "payment.cancelled",
        "refund.created",
        "refund.completed",
        "verification.completed"
      ]
    }
  },
  "PrepareRequest": {
    "method": {
      "required": true,
      "type": "string",
      "enum": [
        "GET",
        "POST"
      ]
    },
    "endpoint": {
      "required": true,
      "type": "string",
      "minLength": 1,
      "pattern": "^[a-z][A-Za-z0-9-]*(/[A-Za-z0-9-]+)*$"
    },
    "data": {
      "required": false,
      "type": "object"
    }
  }
} as const;

/** Fields that must be redacted in every log. */
export const sensitiveFields = [
  "card_number",
  "card_pan",
  "mobile",
  "pan",
  "secret"
] as const;

/** The calendar and zone of all times. */
export const calendar = {
  "zone": "Asia/Tehran",
  "calendar": "jalali",
  "exceptions": {
    "webhook_timestamp": "ISO 8601 with the offset of Tehran",
    "prepared_expires_at": "ISO 8601 in UTC",
    "signature_timestamps": "Unix seconds"
  }
} as const;

/** The unit of all amounts. */
export const money = {
  "currency": "IRR",
  "unit": "rial",
  "rials_per_toman": 10
} as const;

/** The form of tokens, and their rotation. */
export const tokens = {
  "pattern": "^idg_(live|test)_[A-Za-z0-9]+$",
  "prefixes": {
    "production": "idg_live_",
    "sandbox": "idg_test_"
  },
  "typical_length": 50,
  "issuing": {
    "description": {
      "en": "Tokens of production are issued and rotated only after the gateway has been activated, by the support, which sends the token once, in its answer. Test tokens you make yourself in the panel of the sandbox.",
      "fa": "صدور و چرخش توکن محیط عملیاتی فقط پس از فعال شدن درگاه و به دست پشتیبانی انجام می‌شود و توکن یک بار، در پیام پاسخ پشتیبانی، فرستاده می‌شود. توکن تست را خودتان در پنل محیط آزمایشی (سندباکس) می‌سازید."
    }
  },
  "rotation": {
    "grace_seconds": 86400,
    "description": {
      "en": "After a rotation the old token works on for the grace period beside the new one. Its answers then carry the X-Token-Deprecated headers.",
      "fa": "پس از چرخش توکن، توکن قدیمی تا پایان مهلت در کنار توکن جدید کار می‌کند. پاسخ‌هایش در این مدت هدرهای `X-Token-Deprecated` و `X-Token-Deprecated-Expires-At` را دارند."
    }
  },
  "emergency_revoke": {
    "description": {
      "en": "A token that has leaked is revoked in the panel; the support issues a new one after that.",
      "fa": "توکنی که لو رفته باشد در پنل باطل می‌شود؛ پس از آن پشتیبانی توکن جدید صادر می‌کند."
    }
  }
} as const;

/** How requests, responses and webhooks are signed. */
export const signing = {
  "algorithm": "HMAC-SHA256",
  "encoding": "hex",
  "tolerance_seconds": 300,
  "request": {
    "parts": [
      "METHOD",
      "endpoint",
      "body",
      "timestamp"
    ],
    "separator": ":",
    "signature_header": "X-Signature",
    "timestamp_header": "X-Timestamp",
    "endpoint_prefix": "/v2/",
    "description": {
      "en": "METHOD in capitals; endpoint is the path after /v2/ without the query; body is the exact bytes that are sent (nothing when there is no body); timestamp is the value of X-Timestamp.",
      "fa": "`METHOD` با حروف بزرگ است؛ `endpoint` مسیر پس از `/v2/` و بدون query است؛ `body` دقیقاً همان بایت‌هایی است که فرستاده می‌شوند (و اگر بدنه‌ای نباشد، هیچ)؛ `timestamp` مقدار `X-Timestamp` است."
    }
  },
  "response": {
    "parts": [
      "body",
      "timestamp"
    ],
    "separator": ":",
    "signature_header": "X-Response-Signature",
    "timestamp_header": "X-Response-Timestamp",
    "path_prefix": "/v2/",
    "description": {
      "en": "body is the exact bytes that were received; timestamp is the value of X-Response-Timestamp. Every /v2 answer of a terminal with a secret key is signed, errors as well.",
      "fa": "`body` دقیقاً همان بایت‌هایی است که رسیده‌اند؛ `timestamp` مقدار `X-Response-Timestamp` است. اگر ترمینال کلید مخفی داشته باشد، همهٔ پاسخ‌های `/v2` آن امضا می‌شوند، حتی خطاها."
    }
  },
  "webhook": {
    "parts": [
      "data"
    ],
    "separator": "",
    "signature_header": "X-Webhook-Signature",
    "timestamp_header": "X-Webhook-Timestamp",
    "description": {
      "en": "data is the compact JSON of the field `data`: no blanks, slashes and Unicode not escaped, the keys in the order in which they came. A receiver first compares the signature with that of the exact bytes of `data` in the raw body, and then with that of this form.",
      "fa": "منظور از data، JSON فشردهٔ فیلد `data` است: بدون فاصله، با `/` و کاراکترهای یونیکد به همان شکل (بدون escape) و با همان ترتیب کلیدها که رسیده است. گیرنده امضا را نخست با امضای همان بایت‌های `data` در بدنهٔ خام مقایسه می‌کند و سپس با امضای این شکل."
    }
  }
} as const;

/** How long and for whom an idempotency key lives. */
export const idempotency = {
  "header": "Idempotency-Key",
  "alias": "X-Idempotency-Key",
  "lifetime_seconds": 86400,
  "scope": "terminal",
  "not_replayed": [
    "ErrorInternal",
    "ErrorUnexpected",
    "ErrorBankUnavailable"
  ],
  "description": {
    "en": "Same key and same body: the stored answer again, also while the first request is still running. Same key and another body: refused with -2 for the field idempotency_key. A request that was refused before it was carried out, or that ended in a server error, stores nothing and can be sent again with the same key.",
    "fa": "همان کلید و همان بدنه: همان پاسخ ذخیره‌شده، حتی وقتی درخواست نخست هنوز در حال اجراست. همان کلید و بدنهٔ دیگر: رد با کد `-2` برای فیلد `idempotency_key`. درخواستی که پیش از اجرا رد شده یا به خطای سرور رسیده باشد، چیزی ذخیره نمی‌کند و می‌توان آن را با همان کلید دوباره فرستاد."
  }
} as const;

/** The windows of requests by name. */
export const rateLimits = {
  "payments": {
    "limit": 100,
    "window_seconds": 60,
    "per": "token",
    "lifted_by_signature": true
  },
  "verifications": {
    "limit": 100,
    "window_seconds": 60,
    "per": "token",
    "lifted_by_signature": true
  },
  "refunds": {
    "limit": 30,
    "window_seconds": 60,
    "per": "token",
    "lifted_by_signature": true
  },
  "reports": {
    "limit": 60,
    "window_seconds": 60,
    "per": "token",
    "lifted_by_signature": true
  },
  "transactions": {
    "limit": 60,
    "window_seconds": 60,
    "per": "token",
    "lifted_by_signature": true
  },
  "webhook-subscribe": {
    "limit": 10,
    "window_seconds": 60,
    "per": "token",
    "lifted_by_signature": false
  },
  "webhook-unsubscribe": {
    "limit": 10,
    "window_seconds": 60,
    "per": "token",
    "lifted_by_signature": false
  },
  "webhook-test": {
    "limit": 10,
    "window_seconds": 60,
    "per": "token",
    "lifted_by_signature": false
  },
  "webhook-test-burst": {
    "limit": 3,
    "window_seconds": 60,
    "per": "token",
    "lifted_by_signature": false
  },
  "prepare-ip": {
    "limit": 100,
    "window_seconds": 60,
    "per": "ip",
    "lifted_by_signature": false
  },
  "prepare-token": {
    "limit": 200,
    "window_seconds": 60,
    "per": "api-token",
    "lifted_by_signature": false
  },
  "prepare-day": {
    "limit": 10000,
    "window_seconds": 86400,
    "per": "api-token",
    "lifted_by_signature": false
  }
} as const;

/** How long a payment lives and through which states it goes. */
export const paymentLifecycle = {
  "lifetime_seconds": {
    "production": 1200,
    "sandbox": 900
  },
  "states": {
    "AWAITING_PAYMENT": {
      "status": "pending",
      "next": [
        "AWAITING_VERIFICATION",
        "COMPLETED",
        "FAILED",
        "CANCELLED",
        "TIMEOUT"
      ]
    },
    "AWAITING_VERIFICATION": {
      "status": "pending",
      "callback": 201,
      "next": [
        "COMPLETED",
        "VERIFICATION_FAILED",
        "TIMEOUT"
      ]
    },
    "VERIFICATION_FAILED": {
      "status": "pending",
      "callback": 201,
      "next": [
        "COMPLETED",
        "TIMEOUT"
      ]
    },
    "COMPLETED": {
      "status": "completed",
      "callback": 100,
      "next": []
    },
    "FAILED": {
      "status": "failed",
      "callback": -1,
      "next": []
    },
    "CANCELLED": {
      "status": "cancelled",
      "callback": -1,
      "next": []
    },
    "TIMEOUT": {
      "status": "timeout",
      "callback": -1,
      "next": []
    }
  }
} as const;

/** How webhooks are delivered and retried. */
export const webhookDelivery = {
  "timeout_seconds": 10,
  "retries": 3,
  "retry_delays_seconds": [
    120,
    240,
    480
  ],
  "delay_cap_seconds": 3600,
  "accepted_statuses": {
    "from": 200,
    "to": 299
  },
  "messages": {
    "failed": "پرداخت ناموفق بود",
    "timeout": "مهلت پرداخت به پایان رسید",
    "cancelled": "پرداخت لغو شد",
    "reversed": "وجه به پرداخت‌کننده برگشت",
    "verification_failed": "تأیید پرداخت ناموفق بود"
  },
  "description": {
    "en": "One send and up to three retries, each so long after the failure before it. After the last one the event goes to the dead letter queue, from where the panel can send it again.",
    "fa": "یک بار فرستادن و حداکثر سه تلاش مجدد، هر کدام با فاصلهٔ تعیین‌شده پس از شکست قبلی. پس از آخرین شکست، رویداد به صف پیام‌های ناموفق (DLQ) می‌رود و از پنل می‌توان آن را دوباره فرستاد."
  }
} as const;

/** How the sandbox differs from production. */
export const sandbox = {
  "amount_maximum": 10000000,
  "rate_limit": {
    "limit": 10,
    "window_seconds": 1,
    "per": "token",
    "lifted_by_signature": false
  },
  "token_lifetime_days": 30,
  "refund_payout_seconds": 86400,
  "body_limit_bytes": 65536,
  "daily_transactions": "unlimited",
  "fee_percent": 0,
  "dashboard": "https://sandbox.irandargah.com/dashboard",
  "description": {
    "en": "The sandbox behaves as production does, but with simulated payments, test cards, no fees, and the limits that stand here.",
    "fa": "محیط آزمایشی مثل محیط عملیاتی رفتار می‌کند، اما با پرداخت‌های شبیه‌سازی‌شده، کارت‌های تستی، بدون کارمزد و با محدودیت‌هایی که اینجا آمده است."
  }
} as const;

/** The cards of the sandbox by outcome. */
export const testCards = {
  "success": {
    "card_number": "6037997123456789",
    "cvv2": "123",
    "expiry": "05/12",
    "error_type": null,
    "description": {
      "en": "The payment succeeds.",
      "fa": "پرداخت موفق می‌شود."
    }
  },
  "failed": {
    "card_number": "6219861012345678",
    "cvv2": "456",
    "expiry": "05/12",
    "error_type": "failed",
    "description": {
      "en": "The payment fails.",
      "fa": "پرداخت ناموفق می‌شود."
    }
  },
  "insufficient": {
    "card_number": "5041721098765432",
    "cvv2": "789",
    "expiry": "05/12",
    "error_type": "insufficient",
    "description": {
      "en": "There is not enough money on the card.",
      "fa": "موجودی کارت کافی نیست."
    }
  },
  "timeout": {
    "card_number": "6273811122334455",
    "cvv2": "321",
    "expiry": "05/12",
    "error_type": "timeout",
    "description": {
      "en": "The payment runs out of time.",
      "fa": "مهلت پرداخت تمام می‌شود."
    }
  }
} as const;

/** The Persian messages of faulty fields, with {field} and {limit} to fill in. */
export const validationMessages = {
  "required": "فیلد {field} الزامی است",
  "header_required": "هدر {field} الزامی است؛ برای هر پرداخت مقداری یکتا، مثلاً یک UUID، در این هدر بفرستید",
  "minimum": "مقدار {field} باید حداقل {limit} باشد",
  "maximum": "مقدار {field} باید حداکثر {limit} باشد",
  "minimum_rial": "مبلغ باید حداقل {limit} ریال باشد",
  "maximum_rial": "مبلغ باید حداکثر {limit} ریال باشد",
  "minLength": "فیلد {field} باید حداقل {limit} کاراکتر باشد",
  "maxLength": "فیلد {field} باید حداکثر {limit} کاراکتر باشد",
  "minItems": "فیلد {field} باید حداقل {limit} مورد داشته باشد",
  "pattern": "قالب فیلد {field} نامعتبر است",
  "format": "قالب فیلد {field} نامعتبر است",
  "enum": "مقدار {field} مجاز نیست",
  "const": "مقدار {field} مجاز نیست",
  "type": "نوع فیلد {field} نامعتبر است",
  "additionalProperties": "فیلد {field} شناخته‌شده نیست",
  "belongs_in_header": "فیلد {field} در بدنه جایی ندارد؛ مقدار آن را در هدر {other} بفرستید",
  "not_future": "تاریخ {field} نمی‌تواند در آینده باشد",
  "not_before": "تاریخ {field} نمی‌تواند پیش از {other} باشد",
  "malformed_body": "بدنه درخواست JSON معتبر نیست",
  "body_too_large": "بدنه درخواست بزرگ‌تر از حد مجاز است",
  "content_type": "نوع محتوای درخواست باید application/json باشد",
  "unknown_path": "این آدرس وجود ندارد",
  "unknown_method": "این آدرس این متد را نمی‌پذیرد",
  "key_reused": "این کلید با درخواست دیگری به کار رفته است",
  "amount_mismatch": "مبلغ با مبلغ تراکنش یکسان نیست",
  "order_mismatch": "شناسه سفارش با سفارش تراکنش یکسان نیست",
  "unknown_webhook": "وبهوکی با این شناسه وجود ندارد",
  "card_mismatch": "پرداخت فقط با کارت تعیین‌شده ممکن است"
} as const;

export type OperationId = keyof typeof operations;
export type ErrorName = keyof typeof errors;
export type ErrorCode = (typeof errors)[ErrorName]['code'];
export type ErrorType = (typeof errors)[ErrorName]['type'];
export type WebhookEvent = keyof typeof webhookEvents;
export type Environment = keyof typeof servers;
export type PaymentState = keyof typeof paymentLifecycle.states;
