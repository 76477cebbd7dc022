"""One logical call: a generator that says what to send and how long to wait, and knows neither sockets nor threads."""

import contextlib
import json
import logging
import random
import re
import time
import uuid
from dataclasses import dataclass, field
from typing import Any, Dict, Generator, Mapping, Optional, Set, Tuple, TypeVar, Union
from urllib.parse import quote, urlencode

from .answers import Question, RawAnswer, code_of, read_answer
from .contract import Operation
from .errors import ConfigurationError, IranDargahError, transport_error
from .generated.facts import ERRORS, HEADERS, OPERATIONS, SIGNING, TOKEN_PREFIXES, VERSION
from .money import Rials
from .options import Settings
from .reading import parse_json, redact
from .retry import retry_delay
from .signatures import response_fault, sign_request

_log = logging.getLogger("irandargah")


@dataclass(frozen=True)
class Send:
    """A request that is to be sent as it stands: its very bytes are signed, and no redirect may be followed."""

    method: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    body: Optional[bytes] = field(repr=False)
    # How long it may take altogether, in seconds.
    timeout: float
    # The largest answer that is read, in bytes after unpacking.
    limit: int


@dataclass(frozen=True)
class Pause:
    """A pause of so many seconds."""

    seconds: float


@dataclass(frozen=True)
class Lost:
    """No answer came: `network`, `timeout`, or `too_large`, which has a status."""

    code: str
    cause: Optional[BaseException] = None
    status: Optional[int] = None


Reply = Union[RawAnswer, Lost, None]
Result = TypeVar("Result")
Flow = Generator[Union[Send, Pause], Reply, Result]


@dataclass(frozen=True)
class Call:
    """What is asked of the gateway: an operation by its name in the contract, and what belongs to it."""

    name: str
    authority: Optional[str] = None
    # Those of the body or of the query; None is left out.
    fields: Mapping[str, Any] = field(default_factory=dict)
    idempotency_key: Optional[str] = None
    timeout: Optional[float] = None
    retries: Optional[int] = None


@dataclass(frozen=True)
class Answered:
    """A success: `data` of the body, or the body itself where it has none, and the key of the call if it has one."""

    data: Dict[str, Any]
    idempotency_key: Optional[str]


@dataclass(frozen=True)
class CreatedPayment:
    """A payment that the payer can pay now: store `authority` with your order, and redirect to `gateway_url`."""

    authority: str
    gateway_url: str
    # Jalali, `YYYY-MM-DD HH:mm:ss`; None when the gateway does not say it.
    expires_at: Optional[str]
    # Yours, or the one that was made for this call.
    idempotency_key: str


def created(answered: Answered) -> CreatedPayment:
    """The result of createPayment; whatever is no text is none."""
    transaction = answered.data["transaction"]
    url, expires_at = transaction.get("gateway_url"), transaction.get("expires_at")
    return CreatedPayment(
        transaction["authority"],
        url if isinstance(url, str) else "",
        expires_at if isinstance(expires_at, str) else None,
        answered.idempotency_key or "",
    )


def _plain(name: str, value: Any) -> Any:
    """A field as it is sent; an amount without its unit would be another one at the gateway."""
    if name == "amount" and not isinstance(value, Rials):
        raise ValueError("amount must be a whole number of rials: use rials() or toman().")
    return int(value) if isinstance(value, Rials) else value


def _key_of(call: Call, operation: Operation) -> Optional[str]:
    """The key that was given, or a fresh one where the operation takes one: it belongs to this call alone."""
    if not operation.idempotency_key:
        return None
    if call.idempotency_key is None:
        return str(uuid.uuid4())
    if not re.fullmatch("[!-~](?:[ -~]*[!-~])?", call.idempotency_key):
        raise ConfigurationError("The idempotency key is empty or no text of ASCII: leave it out, or give another.")
    return call.idempotency_key


def _path_of(call: Call, operation: Operation, query: Mapping[str, Any]) -> str:
    path = operation.path
    if "{authority}" in path:
        # A path of dots would be that of another operation.
        if not isinstance(call.authority, str) or not call.authority.strip("."):
            raise ConfigurationError(f"{call.name} needs an authority.")
        path = path.replace("{authority}", quote(call.authority, safe=""))
    return f"{path}?{urlencode(query)}" if query else path


_BEFORE_THE_TERMINAL_IS_KNOWN = tuple(
    ERRORS[name].code for name in ("ErrorCredentialsMissing", "ErrorCredentialsInvalid", "ErrorRateLimited")
)


def _may_be_unsigned(answer: RawAnswer) -> bool:
    """Whether it is an early refusal (docs/decisions/0010), or no answer of the gateway at all."""
    body = parse_json(answer.text())
    return body is None or code_of(body) in _BEFORE_THE_TERMINAL_IS_KNOWN


class Core:
    """The calls of one terminal. It holds no connection and may be shared by threads and tasks."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._told: Set[str] = set()

    def ask(self, call: Call) -> "Flow[Answered]":
        """One logical call: the same bytes and the same idempotency key over all its attempts.

        Raises IranDargahError when it fails; ConfigurationError and ValueError for wrong arguments, before anything is
        sent.
        """
        settings, operation = self.settings, OPERATIONS[call.name]
        retries = settings.retries if call.retries is None else call.retries
        fields = {name: _plain(name, value) for name, value in call.fields.items() if value is not None}
        has_body = operation.method == "POST" and "{authority}" not in operation.path
        try:
            text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
            body = text.encode() if has_body else None
            path = _path_of(call, operation, {} if has_body else fields)
        except (TypeError, ValueError, RecursionError) as cause:
            if isinstance(cause, ConfigurationError):
                raise
            raise ConfigurationError(f"{call.name} was given what JSON in UTF-8 cannot say.") from None
        key = _key_of(call, operation)
        question = Question(call.name, operation, settings.token, key, call.authority, fields if has_body else {})
        attempt = 0
        while True:
            attempt += 1
            request = self._request(question, path, body, call.timeout)
            start = time.monotonic()
            reply = yield request
            try:
                answer, read = self._read(question, reply)
            except IranDargahError as error:
                self._report(question, request, reply, attempt, time.monotonic() - start, error)
                delay = retry_delay(error, operation, attempt, retries, settings.max_retry_delay, random.random())
                if delay is None:
                    raise
            else:
                self._report(question, request, answer, attempt, time.monotonic() - start)
                data = read.get("data")
                return Answered(data if isinstance(data, dict) else read, key)
            yield Pause(delay)

    def _request(self, question: Question, path: str, body: Optional[bytes], timeout: Optional[float]) -> Send:
        settings, operation = self.settings, question.operation
        headers = {"Accept": "application/json", "User-Agent": f"irandargah-python/{VERSION}"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if operation.token:
            headers["Authorization"] = f"Bearer {settings.token}"
        if question.name == "prepareRequest":
            headers[HEADERS["apiToken"]] = settings.token
        if question.idempotency_key is not None:
            headers[HEADERS["idempotencyKey"]] = question.idempotency_key
        if operation.signed and settings.secret_key is not None:
            rule, timestamp = SIGNING["request"], str(int(time.time()))
            headers[rule["timestamp_header"]] = timestamp
            headers[rule["signature_header"]] = sign_request(
                settings.secret_key, operation.method, path, body or b"", timestamp
            )
        return Send(
            operation.method,
            settings.base_url + path,
            headers,
            body,
            settings.timeout if timeout is None else timeout,
            settings.max_answer_bytes,
        )

    def _read(self, question: Question, reply: Reply) -> Tuple[RawAnswer, Dict[str, Any]]:
        """The body of a success that can be believed. Raises IranDargahError."""
        name, operation, now = question.name, question.operation, time.time()
        secret = self.settings.secret_key if operation.signed else None
        trace: Dict[str, Any] = {"idempotency_key": question.idempotency_key}
        if not isinstance(reply, RawAnswer):
            lost = reply or Lost("network")
            if lost.code == "too_large":
                raise transport_error(
                    name, operation, "unreadable", fault="too_large", http_status=lost.status, **trace
                )
            raise transport_error(name, operation, lost.code, **trace) from lost.cause
        if secret is not None:
            fault = response_fault(secret, reply.headers, reply.body, now)
            if fault and not (fault == "signature_missing" and _may_be_unsigned(reply)):
                raise transport_error(name, operation, "untrusted", fault=fault, http_status=reply.status, **trace)
        return reply, read_answer(question, reply, secret is not None, now)

    def _report(
        self,
        question: Question,
        request: Send,
        reply: Reply,
        attempt: int,
        duration: float,
        error: Optional[IranDargahError] = None,
    ) -> None:
        """Writes the attempt into the log `irandargah`, without secrets, and warns of each peculiarity once."""
        name = question.name
        answer = reply if isinstance(reply, RawAnswer) else None
        if answer and answer.headers.get(HEADERS["tokenDeprecated"].lower()) == "true":
            ends = answer.headers.get(HEADERS["tokenDeprecatedExpiresAt"].lower())
            self._warn("token", "The token was rotated away and ends at %s: use the new one.", ends)
        if answer and not error and answer.status != question.operation.success_status:
            self._warn(
                f"{name} {answer.status}",
                "%s succeeded with HTTP %s, which is not documented.",
                name,
                answer.status,
            )
        live = self.settings.token.startswith(TOKEN_PREFIXES["production"])
        if live and str(question.fields.get("callback_url", "")).startswith("http:"):
            self._warn("callback", "callback_url begins with http://: the payer returns unprotected.")
        if _log.isEnabledFor(logging.DEBUG):
            status = answer.status if answer else None
            code = error.code if error else None
            details = {
                "request_headers": redact(dict(request.headers)),
                "request": redact(dict(question.fields)),
                "response": redact(parse_json(answer.text())) if answer else None,
            }
            # Whatever a filter of the shop raises must not turn a payment that was made into a failure.
            with contextlib.suppress(Exception):
                _log.debug(
                    "%s, attempt %s: HTTP %s, %s, %.0f ms",
                    name,
                    attempt,
                    status,
                    code,
                    duration * 1000,
                    extra={"irandargah": details},
                )

    def _warn(self, what: str, message: str, *values: object) -> None:
        if what not in self._told:
            self._told.add(what)
            with contextlib.suppress(Exception):
                _log.warning(message, *values)
