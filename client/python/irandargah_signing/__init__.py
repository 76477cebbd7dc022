"""Signs requests to the IranDargah payment gateway and verifies its answers and webhooks."""

from .auth import SigningAuth
from .requests import RequestSigner
from .responses import ResponseVerifier
from .signature import Reason, SignatureRefused
from .webhooks import WebhookVerifier

__all__ = [
    "Reason",
    "RequestSigner",
    "ResponseVerifier",
    "SignatureRefused",
    "SigningAuth",
    "WebhookVerifier",
]
