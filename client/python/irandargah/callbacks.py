"""Reads the payer's return to the shop, which anybody can forge, against what the shop has stored."""

import inspect
import re
from dataclasses import dataclass, field
from typing import Awaitable, Callable, Dict, Generic, Optional, Union
from urllib.parse import parse_qsl

from .errors import ConfigurationError, Refusal
from .generated.facts import CALLBACK_FIELDS
from .money import rials
from .verification import Record


class CallbackError(Refusal):
    """A callback that does not fit your record, or none at all: answer 400, log it, and touch no order."""

    def __init__(self, reason: str, advice: str = "Answer 400 and change no order because of it.") -> None:
        super().__init__(reason, advice)


@dataclass(frozen=True)
class Unproven:
    """Texts that prove nothing: store the reference of the verification instead."""

    message: str = ""
    ref_id: Optional[str] = None
    card_pan: Optional[str] = None


@dataclass(frozen=True)
class Callback(Generic[Record]):
    """A callback that fits your record."""

    # Your own record. Verify it, whatever the claim is: only the verification is proof.
    payment: Record
    # What the callback claims: `awaiting_verification`, `verified`, `not_paid` for every negative code, and `unknown`
    # for a code of tomorrow.
    claim: str
    unproven: Unproven = field(repr=False)


# The callback's codes are a list of their own (docs/decisions/0045).
_CLAIMS = {"201": "awaiting_verification", "100": "verified"}

Text = Union[str, bytes, None]

# Finds your record by authority, awaited or not.
AsyncFind = Callable[[str], Union[Optional[Record], Awaitable[Optional[Record]]]]


def _text(source: Text) -> str:
    if isinstance(source, (bytes, bytearray)):
        return bytes(source).decode("utf-8", errors="replace")
    if source is None or isinstance(source, str):
        return source or ""
    raise ConfigurationError("Give read_callback the query string and the body as they came, not a parsed form.")


def _read_form(method: str, query_string: Text, body: Text) -> Dict[str, str]:
    """The callback's own fields, each once; other parameters of your address are none of its business."""
    if method not in ("GET", "POST"):
        raise CallbackError("method_not_allowed")
    source = _text(query_string if method == "GET" else body)
    form: Dict[str, str] = {}
    for name, value in parse_qsl(source[1:] if source.startswith("?") else source, keep_blank_values=True):
        if name in CALLBACK_FIELDS:
            if name in form:
                raise CallbackError("doubled_field")
            form[name] = value
    # Your record decides; the forms only keep out what cannot be one, and do not assume how the gateway makes its own.
    for name, pattern in (
        ("authority", "[A-Za-z0-9_-]{1,64}"),
        ("amount", "[0-9]{1,16}"),
        ("status_code", "-?[0-9]{1,9}"),
        ("order_id", "(?s:.+)"),
    ):
        if not re.fullmatch(pattern, form.get(name, "")):
            raise CallbackError("malformed")
    return form


def _compared(form: Dict[str, str], payment: Optional[Record]) -> "Callback[Record]":
    if payment is None:
        raise CallbackError("unknown_payment")
    if payment.authority != form["authority"]:
        raise CallbackError("authority_differs")
    if rials(payment.amount) != int(form["amount"]):
        raise CallbackError("amount_differs")
    if payment.order_id != form["order_id"]:
        raise CallbackError("order_differs")
    status = form["status_code"]
    return Callback(
        payment,
        _CLAIMS.get(status) or ("not_paid" if status.startswith("-") else "unknown"),
        Unproven(form.get("message", ""), form.get("ref_id"), form.get("card_pan")),
    )


def read_callback(
    method: str,
    query_string: Text,
    body: Text,
    stored: Union[Record, Callable[[str], Optional[Record]]],
) -> "Callback[Record]":
    """Reads a callback by GET or POST and compares it with your record; there is no way to read one without it.

    Query string and body are raw, as they came: a field that stands there twice is seen. `stored` is your record, or
    the function that loads it by authority from your own database.

    Returns your record and the claim. Call `verify_payment` with it next, whatever the claim is. Raises CallbackError
    when it does not fit your record, or is no callback at all.
    """
    form = _read_form(method, query_string, body)
    return _compared(form, stored(form["authority"]) if callable(stored) else stored)


async def read_callback_async(
    method: str, query_string: Text, body: Text, stored: "AsyncFind[Record]"
) -> "Callback[Record]":
    """The same with a function that may be awaited."""
    form = _read_form(method, query_string, body)
    found = stored(form["authority"])
    return _compared(form, await found if inspect.isawaitable(found) else found)
