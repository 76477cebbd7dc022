"""Reads the body of a webhook as every receiver must: what it says, and the bytes that are signed (decision 90)."""

import json
import math
import re
from typing import Any, Dict, List, Optional, Tuple, Union

from .money import LARGEST_EXACT

# The tokens of valid JSON that matter; a text that is the name of a member has a colon behind it.
_TOKENS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"(?=\s*(:)?)|[{}[\]]|\s+')


def read(text: str) -> Any:
    """JSON that everybody reads alike; json alone takes more: NaN, a name twice in one object, half of a pair.

    A signed body must not mean two things. Whole numbers are integers, however they are written; a number that a float
    would round is the text of its digits. Raises ValueError, or RecursionError when it is nested too deeply.
    """
    value = json.loads(
        text,
        object_pairs_hook=_unambiguous,
        parse_constant=_refuse,
        parse_float=_fraction,
        parse_int=_integer,
    )
    # Texts of JSON may hold halves of surrogate pairs, which no UTF-8 holds.
    json.dumps(value, ensure_ascii=False).encode()
    return value


def slice_of_data(text: str) -> str:
    """The text of the member `data` of a body that `read` has taken and that has such an object."""
    opened: List[int] = []
    name: Optional[str] = None
    start: Optional[int] = None
    for token in _TOKENS.finditer(text):
        if token[1]:
            name = json.loads(token[0])
        elif token[0] in "{[":
            opened.append(token.start())
            if len(opened) == 2 and name == "data":
                start = token.start()
        elif token[0] in "}]" and opened.pop() == start:
            return text[start : token.end()]
    raise ValueError("There is no object data.")


def compact(data: str) -> str:
    """No blanks, slashes and Unicode not escaped; the keys keep their order and the numbers their digits."""
    return _TOKENS.sub(
        lambda token: (
            json.dumps(json.loads(token[0]), ensure_ascii=False) if token[0].startswith('"') else token[0].strip()
        ),
        data,
    )


def _unambiguous(pairs: List[Tuple[str, Any]]) -> Dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("A name stands twice in one object.")
    return members


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON.")


def _held(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise ValueError("No number of this size can be held.")
    return number


def _integer(digits: str) -> int:
    # First, because many thousands of digits take long to be made an integer.
    _held(digits)
    return int(digits)


def _fraction(digits: str) -> Union[int, float, str]:
    number = _held(digits)
    if abs(number) > LARGEST_EXACT:
        return digits
    return int(number) if number.is_integer() else number
