"""The forms in which the generated facts stand."""

from dataclasses import dataclass, field
from typing import Mapping, Optional, Tuple


@dataclass(frozen=True)
class Operation:
    """How to call an operation, and what it may answer."""

    method: str
    path: str
    success_status: int
    errors: Tuple[str, ...] = ()
    token: bool = False
    # Whether the request and its answer are signed when the terminal has a secret key.
    signed: bool = False
    # Whether the operation takes an idempotency key.
    idempotency_key: bool = False
    undocumented: bool = False
    # The fields that `data` of a success must have, and what they are; None when there is no such object.
    data: Optional[Mapping[str, str]] = None


@dataclass(frozen=True)
class KnownError:
    """An error of the catalogue, with what to do about it."""

    code: int
    type: str
    advice: str = field(repr=False)
    # Whether the gateway itself failed: then it may have acted, and it may pass.
    may_have_acted: bool = False
