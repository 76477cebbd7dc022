"""HMAC-SHA256 signatures of requests, answers and webhooks, made and compared in one place."""

import hashlib
import hmac
import re
from typing import Mapping, Optional

from .errors import ConfigurationError
from .generated.facts import SIGNING


def signature_of(message: bytes, secret: str) -> str:
    """64 lower-case hexadecimal digits. The secret is text and never decoded, even if it looks like hexadecimal.

    Raises ConfigurationError when the secret is empty, which everybody knows, or no text at all.
    """
    if secret is not None and not isinstance(secret, str):
        raise ConfigurationError("A secret is text: give it as it was shown to you.")
    if not secret:
        raise ConfigurationError("A secret is empty: set it, or leave it out.")
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()


def signature_fault(signature: Optional[str], message: bytes, secret: str) -> Optional[str]:
    """Why a signature is not that of a message; compared in constant time."""
    if not signature:
        return "signature_missing"
    if not re.fullmatch("[0-9a-f]{64}", signature):
        return "signature_malformed"
    return None if hmac.compare_digest(signature_of(message, secret), signature) else "signature_mismatch"


def timestamp_fault(timestamp: Optional[str], now: float) -> Optional[str]:
    """Whether a Unix time is near enough, in both directions; `now` in seconds since 1970."""
    if not timestamp:
        return "timestamp_missing"
    # Not \d, which knows the digits of every script.
    if not re.fullmatch("[0-9]{1,15}", timestamp):
        return "timestamp_malformed"
    far = abs(int(now) - int(timestamp)) > SIGNING["tolerance_seconds"]
    return "timestamp_outside_tolerance" if far else None


def sign_request(secret: str, method: str, path: str, body: bytes, timestamp: str) -> str:
    """The signature of a request (docs/decisions/0008).

    `path` is as it travels, `/v2/payments` for example; a query is cut off. `body` is the very bytes that are sent,
    `timestamp` whole Unix seconds, the value of X-Timestamp.
    """
    rule = SIGNING["request"]
    endpoint = path.split("?", 1)[0][len(rule["endpoint_prefix"]) :]
    values = {"METHOD": method.encode(), "endpoint": endpoint.encode(), "body": body, "timestamp": timestamp.encode()}
    return signature_of(rule["separator"].encode().join(values[part] for part in rule["parts"]), secret)


def response_fault(secret: str, headers: Mapping[str, str], body: bytes, now: float) -> Optional[str]:
    """Checks the signature of an answer over the bytes that came (docs/decisions/0010); None when it can be trusted.

    `headers` by their names in lower case, `now` in seconds since 1970.
    """
    rule = SIGNING["response"]
    signature = headers.get(rule["signature_header"].lower())
    timestamp = headers.get(rule["timestamp_header"].lower())
    if not signature:
        return "signature_missing"
    fault = timestamp_fault(timestamp, now)
    values = {"body": body, "timestamp": (timestamp or "").encode()}
    return fault or signature_fault(
        signature, rule["separator"].encode().join(values[part] for part in rule["parts"]), secret
    )
