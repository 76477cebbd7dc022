"""Reads JSON of the gateway tolerantly: amounts become numbers and references text, however they travelled."""

import json
import re
from typing import Any, Dict, Optional

from .generated.facts import AMOUNT_FIELDS, REFERENCE_FIELDS, SENSITIVE_NAMES
from .money import LARGEST_EXACT

# A byte order mark is a blank to others, and not to Python.
_SAYS_SOMETHING = re.compile(r"[^\s\ufeff]")

# Deeper than any answer of the gateway; what lies below is not worth a RecursionError.
_DEEPEST = 64


def is_text(value: object) -> bool:
    """Whether a value is text that says something."""
    return isinstance(value, str) and _SAYS_SOMETHING.search(value) is not None


def text_of(value: object) -> Optional[str]:
    """The text that says something, or None."""
    return value if isinstance(value, str) and _SAYS_SOMETHING.search(value) else None


def object_of(value: object) -> Dict[str, Any]:
    """The object, or an empty one for whatever else stands in its place."""
    return value if isinstance(value, dict) else {}


def is_number(value: object) -> bool:
    """Whether a value is a number; to Python a truth is one."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_same_amount(amount: object, own: object) -> bool:
    """Whether an amount of the gateway is ours; to Python `True` equals an amount of 1."""
    return is_number(amount) and amount == own


def whole_number(value: object) -> Optional[int]:
    """A whole number that everybody holds exactly, also when it came as its digits."""
    if isinstance(value, str) and re.fullmatch("-?[0-9]{1,16}", value):
        value = int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    exact = isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST_EXACT
    return value if exact and isinstance(value, int) else None


def tolerant(value: Any, name: str = "") -> Any:
    """The same with each amount as a number and each reference as text."""
    if isinstance(value, dict):
        return {key: tolerant(inner, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [tolerant(inner) for inner in value]
    if name in AMOUNT_FIELDS and isinstance(value, (str, float)):
        number = whole_number(value)
        return value if number is None else number
    return str(value) if name in REFERENCE_FIELDS and is_number(value) else value


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON.")


def parse_json(text: str) -> Optional[Dict[str, Any]]:
    """A JSON object, or None when the text is none: an error page of a proxy, a list, the half of an answer."""
    try:
        value = tolerant(json.loads(text, parse_constant=_refuse))
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def redact(value: Any, levels: int = _DEEPEST) -> Any:
    """A copy of a JSON value that was parsed here, or of headers, in which every sensitive field is `[redacted]`."""
    if not isinstance(value, (dict, list)):
        return value
    if levels == 0:
        return "[too deep]"
    if isinstance(value, list):
        return [redact(inner, levels - 1) for inner in value]
    return {
        name: "[redacted]" if name.lower() in SENSITIVE_NAMES else redact(inner, levels - 1)
        for name, inner in value.items()
    }
