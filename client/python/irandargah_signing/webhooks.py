"""Verifies webhooks (documentation, lines 1705-1807; decisions 9, 48, 49 and 90)."""

from __future__ import annotations

import time
from typing import Any, Iterable, Mapping

from irandargah.signing_facts import (
    WEBHOOK_EVENT_HEADER,
    WEBHOOK_SIGNATURE_HEADER,
    WEBHOOK_TIMESTAMP_HEADER,
)

from .bodies import compact, read, slice_of_data
from .signature import Reason, SignatureRefused, check, check_headers, is_signature_of


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
            text = body.decode("utf-8")
            event = read(text)
        except (ValueError, RecursionError):
            raise SignatureRefused(Reason.BODY_MALFORMED) from None
        if not isinstance(event, dict) or not isinstance(event.get("data"), dict):
            raise SignatureRefused(Reason.DATA_MISSING)
        data = slice_of_data(text)
        if not is_signature_of(signature or "", data.encode("utf-8"), self._secret):
            # Something between the gateway and here may have laid out the body anew.
            check(signature or "", compact(data).encode("utf-8"), self._secret)
        if event.get("signature") not in (None, signature):
            raise SignatureRefused(Reason.BODY_SIGNATURE_MISMATCH)
        if event.get("event") != _header(headers, WEBHOOK_EVENT_HEADER):
            raise SignatureRefused(Reason.EVENT_MISMATCH)
        return event


def _header(headers: Mapping[str, str] | Iterable[tuple[str, str]], name: str) -> str | None:
    """All values of a header, so that a doubled one is refused as malformed."""
    pairs = headers.items() if isinstance(headers, Mapping) else headers
    values = [value for key, value in pairs if key.lower() == name.lower()]
    return ", ".join(values) if values else None
