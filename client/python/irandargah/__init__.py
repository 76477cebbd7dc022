"""Payments by the IranDargah gateway that cannot be lost or doubled."""

from .callbacks import Callback, CallbackError, read_callback, read_callback_async
from .client import AsyncIranDargah, IranDargah
from .core import CreatedPayment
from .errors import ConfigurationError, GatewayError, IranDargahError, Refusal, TransportError
from .generated.facts import VERSION as __version__
from .inbox import LeaseEnded, MemoryStore, WebhookStore, handle_once, handle_once_async
from .money import Rials, rials, toman
from .verification import Mismatch, NotPaid, Paid, PaymentOutcome, PaymentRecord, StoredPayment, Unknown
from .webhooks import WebhookError, WebhookEvent, verify_webhook

__all__ = [
    "AsyncIranDargah",
    "Callback",
    "CallbackError",
    "ConfigurationError",
    "CreatedPayment",
    "GatewayError",
    "IranDargah",
    "IranDargahError",
    "LeaseEnded",
    "MemoryStore",
    "Mismatch",
    "NotPaid",
    "Paid",
    "PaymentOutcome",
    "PaymentRecord",
    "Refusal",
    "Rials",
    "StoredPayment",
    "TransportError",
    "Unknown",
    "WebhookError",
    "WebhookEvent",
    "WebhookStore",
    "__version__",
    "handle_once",
    "handle_once_async",
    "read_callback",
    "read_callback_async",
    "rials",
    "toman",
    "verify_webhook",
]
