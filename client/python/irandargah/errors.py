"""Everything that can go wrong, each with what to do about it."""

from typing import Any, Dict, List, Optional, Union

from .contract import Operation
from .generated.facts import ERRORS


class ConfigurationError(ValueError):
    """The client was set up or used wrongly; raised before anything is sent."""


class Refusal(Exception):
    """Something from outside that does not prove what it claims; `reason` says why, and nothing more is known of it."""

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__(reason, advice)
        self.reason = reason
        self.advice = advice

    def __str__(self) -> str:
        return f"{type(self).__name__}: {self.reason}. {self.advice}"


class IranDargahError(Exception):
    """One failed call. Decide by `code`; nothing secret and nothing of the payer is in its text."""

    # A number of the gateway's catalogue; `unknown_code` for one that the operation does not document; or `network`,
    # `timeout`, `unreadable`, `untrusted` and `unexpected`, for failures on the way.
    code: Union[int, str]
    # As the catalogue has it, `validation_error` for example; `transport_error` for failures on the way.
    type: str
    # The operation by its name in the contract.
    operation: str
    # The number that the gateway gave, also one that this version does not know.
    gateway_code: Optional[int] = None
    # As it came, if an answer came: decide by the code (docs/decisions/0081).
    http_status: Optional[int] = None
    # Why an answer cannot be used although it came: `not_json`, `unproven`, `signature_mismatch` for example.
    fault: Optional[str] = None
    # The gateway's own message in Persian, fit to be shown to a person.
    persian: Optional[str] = None
    # What is wrong with which field of the request.
    fields: Dict[str, List[str]]
    # More about it as far as the gateway gave it; nothing of it is promised.
    details: Dict[str, Any]
    # Quote it when you ask the support.
    request_id: Optional[str] = None
    # Repeat the call with this key and the same fields: it cannot act twice.
    idempotency_key: Optional[str] = None
    # How long the gateway asks to wait, in seconds.
    retry_after: Optional[float] = None
    # Whether the gateway may have done what was asked although the call failed.
    may_have_acted: bool = False

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.fields = {}
        self.details = {}


class GatewayError(IranDargahError):
    """The gateway refused, and said why by a code."""


class TransportError(IranDargahError):
    """No answer came, or none that can be believed: it says nothing about the payment."""


_LOST = "No answer came: repeat it with the same idempotency key, or look up what became of it."

_TRANSPORT_ADVICE = {
    "network": _LOST,
    "timeout": _LOST,
    "unreadable": "The answer is not JSON of the gateway: look for a proxy or an error page in between.",
    "untrusted": "The signature of the answer fails: check that secret_key is that of this terminal.",
    "unexpected": "The answer cannot be what it claims to be: look the payment up, and ask the support.",
}

# What to do about faults for which their code does not tell it.
_FAULT_ADVICE = {
    "too_large": "Reading ended at max_answer_bytes, counted after unpacking: no answer of the gateway is as large.",
    "timestamp_outside_tolerance": "It is too old, or the clock of this server is off: set it by NTP.",
}


def transport_error(
    name: str, operation: Operation, code: str, *, fault: Optional[str] = None, **facts: Any
) -> TransportError:
    """Makes the error of a failure on the way, with what to do about it."""
    label = f"{code} ({fault}, HTTP {facts.get('http_status')})" if fault else code
    advice = _FAULT_ADVICE.get(fault or "", _TRANSPORT_ADVICE[code])
    error = TransportError(f"{name}: {label}. {advice}")
    may_have_acted = operation.method != "GET"
    vars(error).update(
        facts, code=code, type="transport_error", operation=name, fault=fault, may_have_acted=may_have_acted
    )
    return error


def gateway_error(
    name: str, operation: Operation, error_name: Optional[str], *, type: Optional[str] = None, **facts: Any
) -> GatewayError:
    """Makes the error of an answer with a code; of one that has no name in the catalogue nothing is known."""
    known = ERRORS[error_name] if error_name else None
    status, number = facts["http_status"], facts["gateway_code"]
    if known:
        message = f"{error_name} ({number}, HTTP {status}). {known.advice}"
    else:
        label = f"{number}, {type}" if type else number
        advice = "This client does not know the code: look up what became of the call, and read `persian`."
        message = f"unknown_code ({label}, HTTP {status}). {advice}"
    error = GatewayError(f"{name}: {message}")
    vars(error).update(
        facts,
        code=known.code if known else "unknown_code",
        type=known.type if known else "unknown_error",
        operation=name,
        may_have_acted=operation.method != "GET" and (known is None or known.may_have_acted),
    )
    return error
