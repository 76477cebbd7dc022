"""Verifies a delivered event; what the signature does not cover is checked as far as it can be."""

import time
from dataclasses import dataclass, field
from typing import Any, Dict, Mapping, Optional, Sequence, Tuple, Union

from .bodies import compact, read, slice_of_data
from .errors import ConfigurationError, Refusal
from .generated.facts import EVENT_FIELDS, HEADERS, SIGNING
from .headers import DoubledHeader, Headers, header_of
from .reading import text_of, tolerant
from .signatures import signature_fault, timestamp_fault

# Where to look when it is not a stranger's delivery but a genuine one.
_LOOK_AT = {
    "signature_mismatch": "the secret of this webhook, and that the body is as it came",
    "timestamp_outside_tolerance": "the clock of this server",
}


class WebhookError(Refusal):
    """A delivery that is not proven to come from the gateway. Answer 401: a real one comes again and does no harm."""

    def __init__(self, reason: str, advice: Optional[str] = None) -> None:
        genuine = f" If all are refused, look at {_LOOK_AT[reason]}." if reason in _LOOK_AT else ""
        super().__init__(reason, advice or f"Answer 401 and do nothing with it.{genuine}")


@dataclass(frozen=True)
class WebhookEvent:
    """A delivered event: a hint, of which only `data` was signed. Ask the gateway before you deliver anything."""

    # Its name; `unknown` for one that this version does not know, or whose signed data does not fit its unsigned name:
    # log it and answer 200.
    event: str
    # As it was called.
    name: str
    # X-Webhook-ID: the same at every attempt to deliver this event, and not signed.
    id: str
    # Names this event and its signed data, which somebody who replays it cannot change.
    fingerprint: str = field(repr=False)
    # When it happened, ISO 8601; not signed.
    timestamp: Optional[str]
    merchant_code: Optional[str]
    # As documented for the event; amounts are numbers and references texts.
    data: Mapping[str, Any] = field(repr=False)


# The event to which a status of signed data belongs; a status of tomorrow belongs to any.
_EVENT_BY_STATUS = {
    "pending": "payment.created",
    "failed": "payment.failed",
    "timeout": "payment.failed",
    "cancelled": "payment.cancelled",
}


def _fits(event: str, data: Mapping[str, Any]) -> bool:
    """Whether the name of an event, which is not signed, can be the name of this signed data."""
    if event not in EVENT_FIELDS or not all(name in data for name in EVENT_FIELDS[event]):
        return False
    status = data.get("status")
    other = _EVENT_BY_STATUS.get(status) if isinstance(status, str) else None
    return not (event in _EVENT_BY_STATUS.values() and other and other != event)


def _parse(raw: bytes) -> Tuple[Dict[str, Any], Dict[str, Any], Sequence[bytes]]:
    """What a body says, its data, and what can be signed of it: the bytes of the data, or their compact form."""
    try:
        text = raw.decode()
        body = read(text)
        if not isinstance(body, dict) or not isinstance(body.get("data"), dict):
            raise WebhookError("data_missing")
        data = slice_of_data(text)
        return body, tolerant(body["data"]), [data.encode(), compact(data).encode()]
    except (ValueError, RecursionError):
        raise WebhookError("body_malformed") from None


def _bytes_of(raw_body: Any) -> bytes:
    if isinstance(raw_body, str):
        return raw_body.encode("utf-8", errors="surrogatepass")
    if isinstance(raw_body, (bytes, bytearray, memoryview)):
        return bytes(raw_body)
    mistake = "There is no body" if raw_body is None else "The body was parsed before it was verified"
    raise ConfigurationError(f"{mistake}: give verify_webhook the raw bytes.")


def verify_webhook(
    raw_body: Union[bytes, str],
    headers: Headers,
    secret: Union[str, Sequence[str]],
    *,
    now: Optional[float] = None,
) -> WebhookEvent:
    """Verifies a delivery.

    `raw_body` is the body exactly as it came, never a parsed object. `headers` are those of the request in the form of
    any framework. `secret` is that of the webhook; several while you change it. `now` is in seconds since 1970; the
    clock of the system when left out.

    Raises WebhookError with the reason, whatever was sent; ConfigurationError when your secret is empty or no text, or
    the body is not given as it came.
    """
    try:
        signature, timestamp, id_, name = (
            header_of(headers, header)
            for header in (
                SIGNING["webhook"]["signature_header"],
                SIGNING["webhook"]["timestamp_header"],
                HEADERS["webhookId"],
                HEADERS["webhookEvent"],
            )
        )
    except DoubledHeader:
        raise WebhookError("header_doubled") from None
    if not signature:
        raise WebhookError("signature_missing")
    late = timestamp_fault(timestamp, time.time() if now is None else now)
    if late:
        raise WebhookError(late)
    body, data, signed = _parse(_bytes_of(raw_body))
    # A secret that is not set, or bytes, are one as well: a wrong one, told as such below.
    secrets = [secret] if secret is None or isinstance(secret, (str, bytes)) else list(secret)
    faults = [signature_fault(signature, text, one) for one in secrets for text in signed]
    if None not in faults:
        raise WebhookError(faults[0] if faults and faults[0] else "signature_mismatch")
    if body.get("signature") and body["signature"] != signature:
        raise WebhookError("signature_mismatch")
    if not id_:
        raise WebhookError("id_missing")
    event = body.get("event")
    if not isinstance(event, str) or event != name:
        raise WebhookError("event_differs")
    return WebhookEvent(
        event=event if _fits(event, data) else "unknown",
        name=event,
        id=id_,
        fingerprint=f"{event}:{signature}",
        timestamp=text_of(body.get("timestamp")),
        merchant_code=text_of(body.get("merchant_code")),
        data=data,
    )
