# Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.
"""What the operations answer. More may come than stands here, and a status or an event of tomorrow is text, too."""

from typing import Any, Dict, List, Optional, TypedDict


class CreatedTransaction(TypedDict):
    """The new payment."""

    authority: str
    gateway_url: str
    expires_at: str


class PaymentCreatedMeta(TypedDict, total=False):
    """Facts about this answer. The sandbox adds `environment` and `test_mode`, always both."""

    idempotency_key: str
    request_id: Optional[str]
    processing_time_ms: Optional[int]
    environment: str
    test_mode: bool


class _PaymentCreatedResponseData(TypedDict):
    transaction: CreatedTransaction


class PaymentCreatedResponseData(_PaymentCreatedResponseData, total=False):
    """The payment and facts about this answer."""

    meta: PaymentCreatedMeta


class _Payment(TypedDict):
    authority: str
    amount: int
    status: str
    created_at: str
    updated_at: str


class Payment(_Payment, total=False):
    """A payment with its public status."""

    ref_id: Optional[str]


class PaymentMeta(TypedDict, total=False):
    """Facts about this answer."""

    request_id: Optional[str]
    cached: Optional[bool]


class _PaymentData(TypedDict):
    transaction: Payment


class PaymentData(_PaymentData, total=False):
    """The payment and facts about this answer."""

    meta: PaymentMeta


class Verification(TypedDict):
    """A verification that has succeeded."""

    ref_id: str
    authority: str
    amount: int
    verified_at: str


class VerificationMeta(TypedDict, total=False):
    """Facts about this answer."""

    request_id: Optional[str]
    processing_time_ms: Optional[int]


class _VerifiedData(TypedDict):
    verification: Verification


class VerifiedData(_VerifiedData, total=False):
    """The verification and facts about this answer."""

    meta: VerificationMeta


class _VerificationState(TypedDict):
    authority: str
    amount: int


class VerificationState(_VerificationState, total=False):
    """Whether and when a payment was verified; `ref_id` and `verified_at` are null until then, both together."""

    ref_id: Optional[str]
    verified_at: Optional[str]


class VerificationStateMeta(TypedDict, total=False):
    """Facts about this answer."""

    request_id: Optional[str]


class _VerificationResponseData(TypedDict):
    verification: VerificationState


class VerificationResponseData(_VerificationResponseData, total=False):
    """The verification and facts about this answer."""

    meta: VerificationStateMeta


class _TransactionSummary(TypedDict):
    authority: str
    amount: int
    status: str
    order_id: str
    created_at: str


class TransactionSummary(_TransactionSummary, total=False):
    """A transaction in a list."""

    ref_code: Optional[str]
    verified_at: Optional[str]


class Pagination(TypedDict):
    """Where a page stands among all."""

    current_page: int
    per_page: int
    total: int
    last_page: int


class TransactionListResponseData(TypedDict):
    """The transactions and where this page stands among all."""

    transactions: List[TransactionSummary]
    pagination: Pagination


class _Transaction(TypedDict):
    authority: str
    order_id: str
    amount: int
    status: str
    workflow_state: str
    callback_url: str
    created_at: str
    updated_at: str
    expires_at: str
    is_expired: bool
    can_be_verified: bool


class Transaction(_Transaction, total=False):
    """Everything the gateway tells of a transaction."""

    description: Optional[str]
    ref_code: Optional[str]
    verification_status: Optional[int]


class TransactionResponseData(TypedDict):
    """The transaction."""

    transaction: Transaction


class Refund(TypedDict, total=False):
    """A refund."""

    refund_code: Optional[str]
    authority: Optional[str]
    amount: Optional[int]
    status: str
    reason: Optional[str]
    created_at: Optional[str]


class RefundCreatedResponseData(TypedDict, total=False):
    """The refund and facts about this answer."""

    refund: Refund
    meta: VerificationMeta


class DailySummary(TypedDict):
    """The totals of the day."""

    total_transactions: int
    successful_transactions: int
    failed_transactions: int
    total_amount: int
    successful_amount: int
    success_rate: float
    total_fees: int


class HourFigures(TypedDict):
    """The figures of one hour."""

    hour: int
    transactions: int
    amount: int


class PaymentMethodFigures(TypedDict):
    """The figures of one payment method."""

    method: str
    transactions: int
    amount: int


class StatusFigures(TypedDict):
    """How many transactions have one status."""

    status: str
    count: int


class DailyReport(TypedDict):
    """One Jalali day in figures."""

    report_date: str
    summary: DailySummary
    hourly_breakdown: List[HourFigures]
    payment_methods: List[PaymentMethodFigures]
    status_breakdown: List[StatusFigures]


# The first and the last day of the report, both included.
ReportPeriod = TypedDict("ReportPeriod", {
    "from": str,
    "to": str,
}, total=False)


class MonthlySummary(TypedDict, total=False):
    """The totals of the month. `successful_amount` and `total_fees` may be missing."""

    total_transactions: Optional[int]
    successful_transactions: Optional[int]
    failed_transactions: Optional[int]
    total_amount: Optional[int]
    successful_amount: int
    success_rate: Optional[float]
    total_fees: int


class DayFigures(TypedDict):
    """The figures of one day."""

    date: str
    transactions: int
    amount: int


class PspFigures(TypedDict):
    """The figures of one payment service provider (PSP)."""

    psp: str
    transactions: int
    amount: int


class MonthlyReport(TypedDict):
    """One Jalali month in figures."""

    report_month: str
    period: ReportPeriod
    summary: MonthlySummary
    daily_breakdown: List[DayFigures]
    payment_methods: List[PaymentMethodFigures]
    psp_breakdown: List[PspFigures]


class Webhook(TypedDict):
    """A registered webhook."""

    id: str
    url: str
    events: List[str]
    secret: str
    is_active: bool
    created_at: str


class WebhookSubscriptionResponseData(TypedDict):
    """The webhook."""

    webhook: Webhook


class WebhookRequirements(TypedDict):
    """What the gateway expects of an endpoint, in English sentences."""

    url: str
    response_timeout: str
    retry_attempts: str
    expected_response: str
    signature_header: str


class WebhookEventsResponseData(TypedDict):
    """The events and the requirements."""

    events: Dict[str, Any]
    webhook_requirements: WebhookRequirements


class WebhookUnsubscriptionResponseData(TypedDict):
    """Which webhook was deactivated."""

    webhook_id: str
    status: str


class WebhookTestResult(TypedDict):
    """How your endpoint received the sample."""

    status: str
    response_code: Optional[int]
    response_time: Optional[float]
    error: Optional[str]


class WebhookTestResponseData(TypedDict):
    """What was sent and how it was received."""

    webhook_id: str
    event_type: str
    test_result: WebhookTestResult


# The headers to send, by name.
PreparedHeaders = TypedDict("PreparedHeaders", {
    "X-Idempotency-Key": str,
    "X-Signature": str,
    "X-Timestamp": str,
    "Content-Type": str,
}, total=False)


class PreparedRequestResponse(TypedDict):
    """The headers to send with the request."""

    success: bool
    idempotency_key: str
    signature_required: bool
    signature: Optional[str]
    timestamp: str
    algorithm: str
    headers: PreparedHeaders
    expires_at: str


class IdempotencyKeyResponse(TypedDict):
    """A new key."""

    success: bool
    idempotency_key: str
    expires_in: int
    usage: str


class HealthResponse(TypedDict):
    """The health of the API."""

    status: str
    timestamp: str
    version: str
