"""Amounts with their unit in the type, so that tomans can never be sent where rials are meant."""

import re
from decimal import Decimal
from typing import Union

from .generated.facts import RIALS_PER_TOMAN

# The largest number below which every reader of JSON holds each whole number exactly.
LARGEST_EXACT = 2**53 - 1


class Rials(int):
    """A whole number of rials of zero or more; arithmetic with it gives plain numbers, which `rials()` checks anew."""

    def __new__(cls, amount: Union[int, str, Decimal]) -> "Rials":
        # bool is an int to Python, and a float has been rounded before anybody could look.
        is_whole = (
            (isinstance(amount, int) and not isinstance(amount, bool))
            or (isinstance(amount, str) and re.fullmatch("[0-9]{1,16}", amount))
            or (isinstance(amount, Decimal) and amount.is_finite() and amount == amount.to_integral_value())
        )
        if not is_whole or not 0 <= int(amount) <= LARGEST_EXACT:
            raise ValueError(f"{str(amount)[:40]!r} is not an amount of rials: give a whole number of zero or more.")
        return super().__new__(cls, int(amount))

    def __repr__(self) -> str:
        return f"rials({int(self)})"

    def __str__(self) -> str:
        return str(int(self))

    def in_toman(self) -> Decimal:
        """The same amount in tomans, to be shown to people; it may have a fraction."""
        return Decimal(int(self)) / RIALS_PER_TOMAN


def rials(amount: Union[int, str, Decimal]) -> Rials:
    """Marks an amount as rials; also the digits or the Decimal that a database driver returns.

    Raises ValueError when it is negative, has a fraction, is a float, or is too large to be exact for everybody.
    """
    return Rials(amount)


def toman(amount: Union[int, str, Decimal]) -> Rials:
    """Turns whole tomans into rials. Raises ValueError as `rials()` does."""
    return Rials(int(Rials(amount)) * RIALS_PER_TOMAN)
