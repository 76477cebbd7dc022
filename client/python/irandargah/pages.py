"""Goes through all pages of the transactions, with either client."""

from typing import Any, Dict, List, Optional, Set, cast

from .generated import types
from .reading import is_text, whole_number


class Pages:
    """Which page to ask for next, and which rows of one have not been given yet (docs/decisions/0060)."""

    def __init__(self, filters: Dict[str, Any]) -> None:
        self._filters = filters
        self._page = filters.get("page") or 1
        self._given: Set[str] = set()
        self._ended = False

    def next(self) -> Optional[Dict[str, Any]]:
        """The fields of the next question, or None at the end."""
        return None if self._ended else {**self._filters, "page": self._page}

    def rows(self, data: Dict[str, Any]) -> List[types.TransactionSummary]:
        """The new rows of a page: each once, although new payments push old ones to later pages meanwhile."""
        new = []
        for row in data["transactions"]:
            if not isinstance(row, dict):
                continue
            authority = row.get("authority")
            if isinstance(authority, str) and is_text(authority):
                if authority in self._given:
                    continue
                self._given.add(authority)
            new.append(cast(types.TransactionSummary, row))
        last = whole_number(data["pagination"].get("last_page"))
        # Who does not say how many pages there are has none left when one brings nothing new.
        self._ended = not data["transactions"] or (not new if last is None else self._page >= last)
        self._page += 1
        return new
