"""Turns a paid payment into your money, once, and tells without doubt whether it is (decisions 65, 66 and 82)."""

from dataclasses import dataclass
from typing import Any, ClassVar, Dict, Generic, Optional, Protocol, TypeVar, Union

from .core import Call, Core, Flow
from .errors import ConfigurationError, IranDargahError
from .evidence import has_no_trace, proof_of, unpaid_because, unpaid_by
from .generated.facts import ERRORS
from .money import Rials, rials
from .reading import is_number, is_same_amount, is_text


class PaymentRecord(Protocol):
    """What your own database knows about a payment since you created it: a model of yours with these three will do."""

    @property
    def authority(self) -> str: ...

    @property
    def amount(self) -> int:
        """In rials, as it was created."""

    @property
    def order_id(self) -> str: ...


@dataclass(frozen=True)
class StoredPayment:
    """A record, for shops that have no class of their own for it; `amount` in rials."""

    authority: str
    amount: int
    order_id: str


Record = TypeVar("Record", bound=PaymentRecord)


@dataclass(frozen=True)
class Paid(Generic[Record]):
    """The money is yours: mark the order as paid if it is not, in one conditional update, and deliver."""

    outcome: ClassVar[str] = "paid"
    payment: Record
    # Reference of the bank.
    ref_id: str
    # Jalali, `YYYY-MM-DD HH:mm:ss`.
    verified_at: str
    # Verified before this call: after a lost answer, a reloaded page, or by `direct_verify`.
    already_verified: bool


@dataclass(frozen=True)
class NotPaid(Generic[Record]):
    """The money is not yours: unpaid, or on its way back."""

    outcome: ClassVar[str] = "not_paid"
    payment: Record
    # `payment_unpaid`, `payment_failed`, `payment_expired` or `payment_cancelled`.
    reason: str
    # Whether it stays so. Otherwise the payer may still pay: verify again later.
    final: bool
    error: IranDargahError


@dataclass(frozen=True)
class Mismatch(Generic[Record]):
    """The gateway's record is not yours: do not deliver, and let a person look."""

    outcome: ClassVar[str] = "mismatch"
    payment: Record
    error: IranDargahError


@dataclass(frozen=True)
class Unknown(Generic[Record]):
    """Nobody knows yet. Tell the payer that it is being checked, and verify again later."""

    outcome: ClassVar[str] = "unknown"
    payment: Record
    error: IranDargahError


PaymentOutcome = Union[Paid[Record], NotPaid[Record], Mismatch[Record], Unknown[Record]]

_VALIDATION = ERRORS["ErrorValidation"].code
_NOT_FOUND = ERRORS["ErrorTransactionNotFound"].code
_ALREADY_VERIFIED = ERRORS["ErrorAlreadyVerified"].code


def _is_about_another(error: IranDargahError) -> bool:
    """Whether the gateway answered with a verification or a transaction that is not the one we asked about."""
    return error.code == "unexpected" and error.fault == "other_payment"


def _has_nothing(error: IranDargahError) -> bool:
    """Whether the gateway understood the question and has nothing to show for it."""
    return error.code in (_NOT_FOUND, _VALIDATION)


def _is_other(amount: object, own: Rials) -> bool:
    return is_number(amount) and amount != own


def verifying(
    core: Core, payment: Record, timeout: Optional[float] = None, retries: Optional[int] = None
) -> "Flow[PaymentOutcome[Record]]":
    """Verifies with the amount and the order of your own record; nothing from a callback comes in here.

    `Paid` needs a proof: this authority, exactly this amount, a reference and a time. A final `NotPaid` needs the
    gateway's own word for it. Where the first answer has neither, getVerification and getTransaction are asked; what is
    still open then is `Unknown`. Safe to call as often as you like.
    """
    try:
        authority, amount, order_id = payment.authority, rials(payment.amount), payment.order_id
    except AttributeError:
        raise ConfigurationError("A stored payment has authority, amount (in rials) and order_id.") from None

    def ask(name: str, **given: Any) -> "Flow[Dict[str, Any]]":
        answered = yield from core.ask(Call(name, timeout=timeout, retries=retries, **given))
        return answered.data

    try:
        record = {"authority": authority, "amount": amount, "order_id": order_id}
        verified = yield from ask("createVerification", fields=record)
    except IranDargahError as raised:
        error = raised
    else:
        # Without a proof of this authority and this amount the call would have failed.
        proof = proof_of(verified["verification"])
        assert proof
        return Paid(payment, *proof, already_verified=False)

    if error.code == _NOT_FOUND or _is_about_another(error):
        return Mismatch(payment, error)
    already = error.code == _ALREADY_VERIFIED
    refused = error.code == _VALIDATION
    said = unpaid_because(error.details.get("reason")) if refused else None
    if said:
        return NotPaid(payment, *said, error=error)
    if not (already or refused or error.may_have_acted):
        return Unknown(payment, error)

    try:
        found = yield from ask("getVerification", authority=authority)
    except IranDargahError as raised:
        if _is_about_another(raised):
            return Mismatch(payment, error)
        if already or not _has_nothing(raised):
            return Unknown(payment, raised)
    else:
        verification = found["verification"]
        if _is_other(verification.get("amount"), amount):
            return Mismatch(payment, error)
        proof = proof_of(verification)
        if proof and is_same_amount(verification.get("amount"), amount):
            return Paid(payment, *proof, already_verified=True)
        if already or not has_no_trace(verification):
            return Unknown(payment, error)

    try:
        seen = yield from ask("getTransaction", authority=authority)
    except IranDargahError as raised:
        strange = _is_about_another(raised) or (refused and _has_nothing(raised))
        return Mismatch(payment, error) if strange else Unknown(payment, error)
    transaction = seen["transaction"]
    order = transaction.get("order_id")
    if _is_other(transaction.get("amount"), amount) or (is_text(order) and order != order_id):
        return Mismatch(payment, error)
    unpaid = unpaid_by(transaction)
    return NotPaid(payment, *unpaid, error=error) if unpaid else Unknown(payment, error)
