# Generated from openapi/ by `npm run generate`. Do not edit: change the contract instead.
"""The operations of the gateway by their names in the contract."""

from typing import Any, Mapping, Optional, Sequence, cast

from ..core import Answered, Call, CreatedPayment, created
from ..money import Rials
from . import types


class Operations:
    """Every operation as a method; each raises IranDargahError when it fails."""

    def _ask(self, call: Call) -> Answered:
        raise NotImplementedError

    def create_payment(
        self,
        *,
        amount: Rials,
        order_id: str,
        callback_url: str,
        mobile: Optional[str] = None,
        description: Optional[str] = None,
        card_number: Optional[str] = None,
        action: Optional[str] = None,
        affiliate_code: Optional[str] = None,
        direct_verify: Optional[bool] = None,
        idempotency_key: Optional[str] = None,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> CreatedPayment:
        """Create a payment."""
        answered = self._ask(
            Call(
                "createPayment",
                fields={
                    "amount": amount,
                    "order_id": order_id,
                    "callback_url": callback_url,
                    "mobile": mobile,
                    "description": description,
                    "card_number": card_number,
                    "action": action,
                    "affiliate_code": affiliate_code,
                    "direct_verify": direct_verify,
                },
                idempotency_key=idempotency_key,
                timeout=timeout,
                retries=retries,
            )
        )
        return created(answered)

    def get_payment(
        self,
        authority: str,
        *,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.PaymentData:
        """Get a payment."""
        answered = self._ask(
            Call(
                "getPayment",
                authority=authority,
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.PaymentData, answered.data)

    def cancel_payment(
        self,
        authority: str,
        *,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.PaymentData:
        """Cancel a payment."""
        answered = self._ask(
            Call(
                "cancelPayment",
                authority=authority,
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.PaymentData, answered.data)

    def create_verification(
        self,
        *,
        authority: str,
        amount: Rials,
        order_id: Optional[str] = None,
        idempotency_key: Optional[str] = None,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.VerifiedData:
        """Verify a payment."""
        answered = self._ask(
            Call(
                "createVerification",
                fields={
                    "authority": authority,
                    "amount": amount,
                    "order_id": order_id,
                },
                idempotency_key=idempotency_key,
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.VerifiedData, answered.data)

    def get_verification(
        self,
        authority: str,
        *,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.VerificationResponseData:
        """Get the state of a verification."""
        answered = self._ask(
            Call(
                "getVerification",
                authority=authority,
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.VerificationResponseData, answered.data)

    def retry_verification(
        self,
        authority: str,
        *,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.VerifiedData:
        """Retry a verification."""
        answered = self._ask(
            Call(
                "retryVerification",
                authority=authority,
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.VerifiedData, answered.data)

    def list_transactions(
        self,
        *,
        from_date: Optional[str] = None,
        to_date: Optional[str] = None,
        page: Optional[int] = None,
        per_page: Optional[int] = None,
        status: Optional[str] = None,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.TransactionListResponseData:
        """List transactions."""
        answered = self._ask(
            Call(
                "listTransactions",
                fields={
                    "from_date": from_date,
                    "to_date": to_date,
                    "page": page,
                    "per_page": per_page,
                    "status": status,
                },
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.TransactionListResponseData, answered.data)

    def get_transaction(
        self,
        authority: str,
        *,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.TransactionResponseData:
        """Get a transaction."""
        answered = self._ask(
            Call(
                "getTransaction",
                authority=authority,
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.TransactionResponseData, answered.data)

    def create_refund(
        self,
        *,
        authority: str,
        amount: Optional[Rials] = None,
        reason: Optional[str] = None,
        idempotency_key: Optional[str] = None,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.RefundCreatedResponseData:
        """Refund a payment."""
        answered = self._ask(
            Call(
                "createRefund",
                fields={
                    "authority": authority,
                    "amount": amount,
                    "reason": reason,
                },
                idempotency_key=idempotency_key,
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.RefundCreatedResponseData, answered.data)

    def get_daily_report(
        self,
        *,
        date: Optional[str] = None,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.DailyReport:
        """Get the report of a day."""
        answered = self._ask(
            Call(
                "getDailyReport",
                fields={
                    "date": date,
                },
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.DailyReport, answered.data)

    def get_monthly_report(
        self,
        *,
        month: Optional[str] = None,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.MonthlyReport:
        """Get the report of a month."""
        answered = self._ask(
            Call(
                "getMonthlyReport",
                fields={
                    "month": month,
                },
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.MonthlyReport, answered.data)

    def subscribe_webhook(
        self,
        *,
        url: str,
        events: Sequence[str],
        secret: Optional[str] = None,
        description: Optional[str] = None,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.WebhookSubscriptionResponseData:
        """Subscribe a webhook."""
        answered = self._ask(
            Call(
                "subscribeWebhook",
                fields={
                    "url": url,
                    "events": events,
                    "secret": secret,
                    "description": description,
                },
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.WebhookSubscriptionResponseData, answered.data)

    def list_webhook_events(
        self,
        *,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.WebhookEventsResponseData:
        """List the events."""
        answered = self._ask(
            Call(
                "listWebhookEvents",
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.WebhookEventsResponseData, answered.data)

    def unsubscribe_webhook(
        self,
        *,
        webhook_id: str,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.WebhookUnsubscriptionResponseData:
        """Unsubscribe a webhook."""
        answered = self._ask(
            Call(
                "unsubscribeWebhook",
                fields={
                    "webhook_id": webhook_id,
                },
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.WebhookUnsubscriptionResponseData, answered.data)

    def test_webhook(
        self,
        *,
        webhook_id: str,
        event_type: str,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.WebhookTestResponseData:
        """Test a webhook."""
        answered = self._ask(
            Call(
                "testWebhook",
                fields={
                    "webhook_id": webhook_id,
                    "event_type": event_type,
                },
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.WebhookTestResponseData, answered.data)

    def prepare_request(
        self,
        *,
        method: str,
        endpoint: str,
        data: Optional[Mapping[str, Any]] = None,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.PreparedRequestResponse:
        """Have a request signed."""
        answered = self._ask(
            Call(
                "prepareRequest",
                fields={
                    "method": method,
                    "endpoint": endpoint,
                    "data": data,
                },
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.PreparedRequestResponse, answered.data)

    def get_idempotency_key(
        self,
        *,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.IdempotencyKeyResponse:
        """Get an idempotency key."""
        answered = self._ask(
            Call(
                "getIdempotencyKey",
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.IdempotencyKeyResponse, answered.data)

    def get_health(
        self,
        *,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.HealthResponse:
        """Check the health."""
        answered = self._ask(
            Call(
                "getHealth",
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.HealthResponse, answered.data)


class AsyncOperations:
    """Every operation as a method to be awaited; each raises IranDargahError when it fails."""

    async def _ask(self, call: Call) -> Answered:
        raise NotImplementedError

    async def create_payment(
        self,
        *,
        amount: Rials,
        order_id: str,
        callback_url: str,
        mobile: Optional[str] = None,
        description: Optional[str] = None,
        card_number: Optional[str] = None,
        action: Optional[str] = None,
        affiliate_code: Optional[str] = None,
        direct_verify: Optional[bool] = None,
        idempotency_key: Optional[str] = None,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> CreatedPayment:
        """Create a payment."""
        answered = await self._ask(
            Call(
                "createPayment",
                fields={
                    "amount": amount,
                    "order_id": order_id,
                    "callback_url": callback_url,
                    "mobile": mobile,
                    "description": description,
                    "card_number": card_number,
                    "action": action,
                    "affiliate_code": affiliate_code,
                    "direct_verify": direct_verify,
                },
                idempotency_key=idempotency_key,
                timeout=timeout,
                retries=retries,
            )
        )
        return created(answered)

    async def get_payment(
        self,
        authority: str,
        *,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.PaymentData:
        """Get a payment."""
        answered = await self._ask(
            Call(
                "getPayment",
                authority=authority,
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.PaymentData, answered.data)

    async def cancel_payment(
        self,
        authority: str,
        *,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.PaymentData:
        """Cancel a payment."""
        answered = await self._ask(
            Call(
                "cancelPayment",
                authority=authority,
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.PaymentData, answered.data)

    async def create_verification(
        self,
        *,
        authority: str,
        amount: Rials,
        order_id: Optional[str] = None,
        idempotency_key: Optional[str] = None,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.VerifiedData:
        """Verify a payment."""
        answered = await self._ask(
            Call(
                "createVerification",
                fields={
                    "authority": authority,
                    "amount": amount,
                    "order_id": order_id,
                },
                idempotency_key=idempotency_key,
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.VerifiedData, answered.data)

    async def get_verification(
        self,
        authority: str,
        *,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.VerificationResponseData:
        """Get the state of a verification."""
        answered = await self._ask(
            Call(
                "getVerification",
                authority=authority,
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.VerificationResponseData, answered.data)

    async def retry_verification(
        self,
        authority: str,
        *,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.VerifiedData:
        """Retry a verification."""
        answered = await self._ask(
            Call(
                "retryVerification",
                authority=authority,
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.VerifiedData, answered.data)

    async def list_transactions(
        self,
        *,
        from_date: Optional[str] = None,
        to_date: Optional[str] = None,
        page: Optional[int] = None,
        per_page: Optional[int] = None,
        status: Optional[str] = None,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.TransactionListResponseData:
        """List transactions."""
        answered = await self._ask(
            Call(
                "listTransactions",
                fields={
                    "from_date": from_date,
                    "to_date": to_date,
                    "page": page,
                    "per_page": per_page,
                    "status": status,
                },
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.TransactionListResponseData, answered.data)

    async def get_transaction(
        self,
        authority: str,
        *,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.TransactionResponseData:
        """Get a transaction."""
        answered = await self._ask(
            Call(
                "getTransaction",
                authority=authority,
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.TransactionResponseData, answered.data)

    async def create_refund(
        self,
        *,
        authority: str,
        amount: Optional[Rials] = None,
        reason: Optional[str] = None,
        idempotency_key: Optional[str] = None,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.RefundCreatedResponseData:
        """Refund a payment."""
        answered = await self._ask(
            Call(
                "createRefund",
                fields={
                    "authority": authority,
                    "amount": amount,
                    "reason": reason,
                },
                idempotency_key=idempotency_key,
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.RefundCreatedResponseData, answered.data)

    async def get_daily_report(
        self,
        *,
        date: Optional[str] = None,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.DailyReport:
        """Get the report of a day."""
        answered = await self._ask(
            Call(
                "getDailyReport",
                fields={
                    "date": date,
                },
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.DailyReport, answered.data)

    async def get_monthly_report(
        self,
        *,
        month: Optional[str] = None,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.MonthlyReport:
        """Get the report of a month."""
        answered = await self._ask(
            Call(
                "getMonthlyReport",
                fields={
                    "month": month,
                },
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.MonthlyReport, answered.data)

    async def subscribe_webhook(
        self,
        *,
        url: str,
        events: Sequence[str],
        secret: Optional[str] = None,
        description: Optional[str] = None,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.WebhookSubscriptionResponseData:
        """Subscribe a webhook."""
        answered = await self._ask(
            Call(
                "subscribeWebhook",
                fields={
                    "url": url,
                    "events": events,
                    "secret": secret,
                    "description": description,
                },
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.WebhookSubscriptionResponseData, answered.data)

    async def list_webhook_events(
        self,
        *,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.WebhookEventsResponseData:
        """List the events."""
        answered = await self._ask(
            Call(
                "listWebhookEvents",
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.WebhookEventsResponseData, answered.data)

    async def unsubscribe_webhook(
        self,
        *,
        webhook_id: str,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.WebhookUnsubscriptionResponseData:
        """Unsubscribe a webhook."""
        answered = await self._ask(
            Call(
                "unsubscribeWebhook",
                fields={
                    "webhook_id": webhook_id,
                },
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.WebhookUnsubscriptionResponseData, answered.data)

    async def test_webhook(
        self,
        *,
        webhook_id: str,
        event_type: str,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.WebhookTestResponseData:
        """Test a webhook."""
        answered = await self._ask(
            Call(
                "testWebhook",
                fields={
                    "webhook_id": webhook_id,
                    "event_type": event_type,
                },
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.WebhookTestResponseData, answered.data)

    async def prepare_request(
        self,
        *,
        method: str,
        endpoint: str,
        data: Optional[Mapping[str, Any]] = None,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.PreparedRequestResponse:
        """Have a request signed."""
        answered = await self._ask(
            Call(
                "prepareRequest",
                fields={
                    "method": method,
                    "endpoint": endpoint,
                    "data": data,
                },
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.PreparedRequestResponse, answered.data)

    async def get_idempotency_key(
        self,
        *,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.IdempotencyKeyResponse:
        """Get an idempotency key."""
        answered = await self._ask(
            Call(
                "getIdempotencyKey",
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.IdempotencyKeyResponse, answered.data)

    async def get_health(
        self,
        *,
        timeout: Optional[float] = None,
        retries: Optional[int] = None,
    ) -> types.HealthResponse:
        """Check the health."""
        answered = await self._ask(
            Call(
                "getHealth",
                timeout=timeout,
                retries=retries,
            )
        )
        return cast(types.HealthResponse, answered.data)
