"""Finds a header in whatever form a framework, a server or a client library gives headers."""

from typing import Any, Iterable, List, Mapping, Optional, Tuple, Union

# Mappings of names to a value or to a list of values, pairs, and everything that has `items()`: the headers of Django,
# Flask, Starlette, httpx and requests, an environment of WSGI or `META` of Django, the pairs of ASGI, http.client.
Headers = Union[Mapping[str, Any], Iterable[Tuple[Any, Any]], Any]


class DoubledHeader(Exception):
    """A header stands there twice, perhaps in two spellings: nobody knows which one others have looked at."""


def _text(value: Any) -> str:
    return bytes(value).decode("latin-1") if isinstance(value, (bytes, bytearray)) else str(value)


def _plain(name: Any) -> str:
    """A name in lower case; the variable of CGI, WSGI and Django is one of its spellings."""
    plain = _text(name).lower()
    return plain[len("http_") :].replace("_", "-") if plain.startswith("http_") else plain


def header_of(headers: Headers, name: str) -> Optional[str]:
    """The value of a header, or None. Raises DoubledHeader."""
    items = getattr(headers, "multi_items", None) or getattr(headers, "items", None)
    found: List[Any] = []
    pairs: Any = items() if items else headers
    for key, value in pairs:
        if _plain(key) == name.lower() and value is not None:
            found.extend(value if isinstance(value, (list, tuple)) else [value])
    if len(found) > 1:
        raise DoubledHeader(name)
    return _text(found[0]) if found else None
