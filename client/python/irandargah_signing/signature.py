"""The one place that makes and compares signatures."""

from __future__ import annotations

import enum
import hashlib
import hmac
import re

from irandargah.signing_facts import TOLERANCE_SECONDS


class Reason(str, enum.Enum):
    """Why a signature is refused; the words are those of contract-tests/vectors."""

    HEADERS_MISSING = "headers_missing"
    TIMESTAMP_MALFORMED = "timestamp_malformed"
    TIMESTAMP_OUTSIDE_TOLERANCE = "timestamp_outside_tolerance"
    SIGNATURE_MALFORMED = "signature_malformed"
    SIGNATURE_MISMATCH = "signature_mismatch"
    BODY_MALFORMED = "body_malformed"
    DATA_MISSING = "data_missing"
    EVENT_MISMATCH = "event_mismatch"
    BODY_SIGNATURE_MISMATCH = "body_signature_mismatch"


class SignatureRefused(Exception):
    """Nothing of the message may be believed."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"The signature is refused: {reason.value.replace('_', ' ')}.")
        self.reason = reason


def signature_of(message: bytes, secret: str) -> str:
    """HMAC-SHA256 as 64 lower-case hexadecimal digits; the secret is taken as UTF-8."""
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()


def check_headers(signature: str | None, timestamp: str | None, now: int) -> None:
    """Judges the two headers by themselves, before any bytes are looked at; now is in Unix seconds.

    Raises SignatureRefused when one is missing or malformed, or the time is too far away.
    """
    if not signature or not timestamp:
        raise SignatureRefused(Reason.HEADERS_MISSING)
    # Not \d, which knows the digits of every script.
    if not re.fullmatch("[0-9]{1,18}", timestamp):
        raise SignatureRefused(Reason.TIMESTAMP_MALFORMED)
    if abs(now - int(timestamp)) > TOLERANCE_SECONDS:
        raise SignatureRefused(Reason.TIMESTAMP_OUTSIDE_TOLERANCE)
    if not re.fullmatch("[0-9a-f]{64}", signature):
        raise SignatureRefused(Reason.SIGNATURE_MALFORMED)


def is_signature_of(signature: str, message: bytes, secret: str) -> bool:
    """Compares in constant time; compare_digest takes unequal lengths without failing."""
    return hmac.compare_digest(signature_of(message, secret), signature)


def check(signature: str, message: bytes, secret: str) -> None:
    """Raises SignatureRefused when the signature is not of this message."""
    if not is_signature_of(signature, message, secret):
        raise SignatureRefused(Reason.SIGNATURE_MISMATCH)
