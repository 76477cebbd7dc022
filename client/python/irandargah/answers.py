"""Reads an answer that has been found authentic: a success, or an error by its code."""

import email.utils
import re
from dataclasses import dataclass, field
from typing import Any, Dict, Mapping, Optional, Tuple

from .contract import Operation
from .errors import IranDargahError, gateway_error, transport_error
from .evidence import proof_of
from .generated.facts import ERRORS, HEADERS, TOKEN_PREFIXES
from .reading import is_number, is_same_amount, is_text, object_of, parse_json, redact, text_of, whole_number


@dataclass(frozen=True)
class Question:
    """What was asked, as far as the answer has to agree with it."""

    name: str
    operation: Operation
    token: str = field(repr=False)
    idempotency_key: Optional[str] = None
    # The authority in the path, if there is one.
    authority: Optional[str] = None
    # The fields of the body, if there is one.
    fields: Mapping[str, Any] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class RawAnswer:
    """An answer that came in full; headers by their names in lower case, doubled ones joined by a comma."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)

    def text(self, exactly: bool = False) -> str:
        """The body as text; a byte order mark is part of what was signed."""
        return self.body.decode("utf-8" if exactly else "utf-8-sig", errors="replace")


def code_of(body: Mapping[str, Any]) -> Optional[int]:
    """The code of an error, wherever the body says it; None in a success and in a body that has none."""
    own = whole_number(object_of(body.get("error")).get("code"))
    if own is not None or body.get("success") is True:
        return own
    return whole_number(body.get("status_code"))


def _seconds_until(value: str, now: float) -> Optional[float]:
    number = re.match(r"\s*([0-9]{1,15})", value)
    if number:
        return float(number[1])
    try:
        return email.utils.parsedate_to_datetime(value).timestamp() - now
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def retry_after(answer: RawAnswer, now: float, code: Optional[int] = None) -> Optional[float]:
    """How long the gateway asks to wait, in seconds.

    The end of the window serves only after a rate limit that names no time.
    """
    wait = _seconds_until(answer.headers.get(HEADERS["retryAfter"].lower(), ""), now)
    if not wait and (code == ERRORS["ErrorRateLimited"].code or answer.status == 429):
        end = re.match(r"\s*([0-9]{1,15})", answer.headers.get(HEADERS["rateLimitReset"].lower(), ""))
        wait = float(end[1]) - now if end else None
    return wait if wait is not None and wait > 0 else None


def _documented_error(names: Tuple[str, ...], code: int, error: Mapping[str, Any]) -> Optional[str]:
    """The documented error that a code is.

    Only the faces of a code that has several are told apart, by type and details; the HTTP status has no say
    (docs/decisions/0081).
    """
    faces = [name for name in names if ERRORS[name].code == code]
    has_reason = object_of(error.get("details")).get("reason") is not None
    type_ = ERRORS["ErrorStateForbids"].type if has_reason else error.get("type")
    fitting = [name for name in faces if ERRORS[name].type == type_]
    chosen = fitting or faces
    return chosen[-1] if chosen else None


_KINDS = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "value": lambda value: value is not None,
}


def _fault_of(question: Question, data: Mapping[str, Any]) -> Optional[str]:
    """Why a success cannot be taken for the answer to this question: signatures cover neither path nor request."""
    operation, fields = question.operation, question.fields
    needed = operation.data or {}
    if not all(_KINDS[kind](data.get(name)) for name, kind in needed.items()):
        return "undocumented"
    authority = question.authority if question.authority is not None else fields.get("authority")
    first = next(iter(needed), "")
    subject = data.get(first) if first else data.get("refund")
    if isinstance(subject, dict) and (authority is not None or question.name == "createPayment"):
        # What is only assumed of an operation cannot be missed in its answer.
        named = is_text(subject.get("authority"))
        if not named and not operation.undocumented:
            return "undocumented"
        if named and authority is not None and subject["authority"] != authority:
            return "other_payment"
        amount = subject.get("amount")
        asked = fields.get("amount")
        other = authority is not None and asked is not None and not is_same_amount(amount, asked)
        if other and is_number(amount):
            return "other_payment"
        # Whoever delivers on this answer needs all of the proof.
        if first == "verification" and operation.method == "POST" and (other or not proof_of(subject)):
            return "unproven"
    test_mode = object_of(data.get("meta")).get("test_mode") is True
    live = question.token.startswith(TOKEN_PREFIXES["production"])
    return "test_mode_with_live_token" if test_mode and live else None


def _names_another_request(ours: Optional[str], body: Mapping[str, Any]) -> bool:
    """Whether an answer names another request than ours: signatures do not cover which request was answered."""
    places = [body.get("meta"), object_of(body.get("data")).get("meta")]
    keys = [object_of(place).get("idempotency_key") for place in places]
    return ours is not None and any(is_text(key) and key != ours for key in keys)


def _validation(details: Mapping[str, Any]) -> Dict[str, Any]:
    return {
        name: [text for text in (said if isinstance(said, list) else [said]) if isinstance(text, str)]
        for name, said in object_of(details.get("validation")).items()
    }


def read_answer(question: Question, answer: RawAnswer, exactly: bool, now: float) -> Dict[str, Any]:
    """Reads the body of an answer; `now` in seconds since 1970.

    Returns the body of a success. Raises IranDargahError: by its code, if the body has one.
    """
    operation, status = question.operation, answer.status
    body = parse_json(answer.text(exactly))
    found = body or {}
    data = found.get("data")
    meta = object_of(found["meta"] if found.get("meta") is not None else object_of(data).get("meta"))
    trace: Dict[str, Any] = {
        "http_status": status,
        "request_id": text_of(meta.get("request_id")),
        "idempotency_key": question.idempotency_key,
    }

    def unusable(code: str, fault: str) -> IranDargahError:
        details = {"body": redact(body)} if body else {}
        return transport_error(
            question.name,
            operation,
            code,
            fault=fault,
            retry_after=retry_after(answer, now),
            details=details,
            **trace,
        )

    if body is None:
        raise unusable("unreadable", "not_json")
    if _names_another_request(question.idempotency_key, body):
        raise unusable("unexpected", "other_request")
    code = code_of(body)
    error = object_of(body.get("error"))
    failed = body.get("success") is False or error.get("code") is not None or not 200 <= status < 300
    if not failed and operation.data is None:
        return body
    if not failed and body.get("success") is True and isinstance(data, dict):
        fault = _fault_of(question, data)
        if fault:
            raise unusable("unexpected", fault)
        return body
    if not failed or code is None:
        raise unusable("unexpected", "undocumented")
    details = object_of(error.get("details"))
    message = error["message"] if error.get("message") is not None else body.get("message")
    raise gateway_error(
        question.name,
        operation,
        _documented_error(operation.errors, code, error),
        type=text_of(error.get("type")),
        gateway_code=code,
        persian=text_of(message),
        details=redact(details),
        fields=_validation(details),
        retry_after=retry_after(answer, now, code),
        **trace,
    )
