"""What proves that a payment was verified, and what is left to say when nothing does (docs/decisions/0082)."""

import re
from typing import Any, Mapping, NamedTuple, Optional


class Proof(NamedTuple):
    """The two values that exist only once a payment is verified."""

    ref_id: str
    verified_at: str


def _reference(value: object) -> Optional[str]:
    # A reference of zeros is none, nor is one of blanks in any script.
    return value if isinstance(value, str) and re.search(r"[^\s\ufeff0-]", value) else None


def _moment(value: object) -> Optional[str]:
    # A moment needs a digit that is not zero.
    return value if isinstance(value, str) and re.search("[1-9۱-۹]", value) else None


def proof_of(verification: Mapping[str, Any]) -> Optional[Proof]:
    """The proof that a verification was made, if it has both its values; whatever else they hold is none."""
    ref_id, verified_at = _reference(verification.get("ref_id")), _moment(verification.get("verified_at"))
    return Proof(ref_id, verified_at) if ref_id and verified_at else None


def has_no_trace(verification: Mapping[str, Any]) -> bool:
    """Whether nothing at all speaks for a verification."""
    return not _reference(verification.get("ref_id")) and not _moment(verification.get("verified_at"))


class Unpaid(NamedTuple):
    """Why a payment is not paid, in the gateway's words, and whether that is the last word on it."""

    reason: str
    final: bool


_FINALITY = {
    "payment_unpaid": False,
    "payment_failed": True,
    "payment_expired": True,
    "payment_cancelled": True,
}

_REASON_BY_STATUS = {
    "failed": "payment_failed",
    "timeout": "payment_expired",
    "cancelled": "payment_cancelled",
}


def unpaid_because(reason: object) -> Optional[Unpaid]:
    """What the gateway's own word says of an unpaid payment; None for any word that does not say so."""
    return Unpaid(reason, _FINALITY[reason]) if isinstance(reason, str) and reason in _FINALITY else None


def unpaid_by(transaction: Mapping[str, Any]) -> Optional[Unpaid]:
    """What a transaction says of a payment without a trace of a verification; None when it may have been paid."""
    status, can_be_verified = transaction.get("status"), transaction.get("can_be_verified")
    # Whatever is not plainly a no may be a yes: an empty list or object as well.
    if can_be_verified not in (None, False, 0, ""):
        return None
    if status == "pending" and can_be_verified is False:
        return unpaid_because("payment_unpaid")
    return unpaid_because(_REASON_BY_STATUS.get(status)) if isinstance(status, str) else None
