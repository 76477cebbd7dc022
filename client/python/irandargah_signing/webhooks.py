"""Verifies webhooks (documentation, lines 1705-1807; decisions 9, 48 and 49)."""

from __future__ import annotations

import json
import math
import time
from typing import Any, Iterable, Mapping

from irandargah.signing_facts import (
    WEBHOOK_EVENT_HEADER,
    WEBHOOK_SIGNATURE_HEADER,
    WEBHOOK_TIMESTAMP_HEADER,
)

from .signature import Reason, SignatureRefused, check, check_headers


class WebhookVerifier:
    """Verifies with the secret of one webhook."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    def verify(
        self,
        body: bytes,
        headers: Mapping[str, str] | Iterable[tuple[str, str]],
        now: int | None = None,
    ) -> dict[str, Any]:
        """Verifies an event and decodes it; answer 401 when it raises SignatureRefused.

        The body is the raw bytes, never a decoded and encoded text; the headers may be a mapping or pairs, their
        names in any case; now is in Unix seconds. Only ``data`` is signed: before you deliver, ask get_payment for
        the authority in it, and handle each X-Webhook-ID once.
        """
        signature = _header(headers, WEBHOOK_SIGNATURE_HEADER)
        timestamp = _header(headers, WEBHOOK_TIMESTAMP_HEADER)
        check_headers(signature, timestamp, int(time.time()) if now is None else now)
        try:
            event = _decode(body)
        except (ValueError, RecursionError):
            raise SignatureRefused(Reason.BODY_MALFORMED) from None
        if not isinstance(event, dict) or not isinstance(event.get("data"), dict):
            raise SignatureRefused(Reason.DATA_MISSING)
        check(signature or "", _compact(event["data"]), self._secret)
        if event.get("signature") not in (None, signature):
            raise SignatureRefused(Reason.BODY_SIGNATURE_MISMATCH)
        if event.get("event") != _header(headers, WEBHOOK_EVENT_HEADER):
            raise SignatureRefused(Reason.EVENT_MISMATCH)
        return event


def _decode(body: bytes) -> Any:
    """JSON that everybody reads alike; json alone takes more: UTF-16, NaN, a name twice in one object.

    What is signed is not what travels but what was read of it, so that a body must not mean two things. Raises
    ValueError.
    """
    return json.loads(
        body.decode("utf-8"),
        object_pairs_hook=_unambiguous,
        parse_constant=_refuse,
        parse_float=_finite,
    )


def _unambiguous(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("A name stands twice in one object.")
    return members


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON.")


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise ValueError("No number of this size can be held.")
    return number


def _compact(data: dict[str, Any]) -> bytes:
    """The bytes that are signed: no blanks, slashes and Unicode not escaped, the keys in their order."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # A lone surrogate cannot travel in UTF-8; whatever it is replaced by, the signature will not fit.
    return text.encode("utf-8", "replace")


def _header(headers: Mapping[str, str] | Iterable[tuple[str, str]], name: str) -> str | None:
    """All values of a header, so that a doubled one is refused as malformed."""
    pairs = headers.items() if isinstance(headers, Mapping) else headers
    values = [value for key, value in pairs if key.lower() == name.lower()]
    return ", ".join(values) if values else None
