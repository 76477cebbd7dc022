"""Decides whether a failed attempt may be repeated, and after which pause (docs/decisions/0064)."""

from typing import Optional

from .contract import Operation
from .errors import IranDargahError
from .generated.facts import ERRORS

_FIRST_PAUSE = 0.25
_PASSING_WORDS = ("network", "timeout", "unreadable", "untrusted")
_PASSING_CODES = tuple(error.code for error in ERRORS.values() if error.may_have_acted)


def _is_repeatable(operation: Operation) -> bool:
    """Whether sending the same bytes again can never act twice: it only reads, or its idempotency key is documented."""
    return operation.method == "GET" or (operation.idempotency_key and not operation.undocumented)


def _is_transient(error: IranDargahError) -> bool:
    """Whether the failure may pass by itself: the way, the gateway or its bank broke down.

    The HTTP status is asked only where there is no code that would tell.
    """
    if error.code in _PASSING_WORDS or error.code in _PASSING_CODES:
        return True
    return error.code in ("unknown_code", "unexpected") and (error.http_status or 0) >= 500


def retry_delay(
    error: IranDargahError, operation: Operation, attempt: int, retries: int, longest: float, chance: float
) -> Optional[float]:
    """The pause before the next attempt in seconds, or None when the failure is final for this call.

    `attempt` is the one that failed, counted from 1; `chance` is a number from 0 to 1, so that many clients do not come
    back at the same moment.
    """
    if attempt > retries:
        return None
    # A refusal by the rate limit has had no effect, so any operation may be repeated after it.
    limited = error.code == ERRORS["ErrorRateLimited"].code
    if not limited and not (_is_repeatable(operation) and _is_transient(error)):
        return None
    if error.retry_after is not None:
        return None if error.retry_after > longest else error.retry_after + _FIRST_PAUSE * chance
    return min(longest, _FIRST_PAUSE * 2.0 ** (attempt - 1) * (0.5 + chance))
