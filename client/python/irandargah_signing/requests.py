"""Signs requests with the secret key of the terminal (documentation, lines 2514-2592; decision 8)."""

from __future__ import annotations

import time

from irandargah.signing_facts import (
    ENDPOINT_PREFIX,
    REQUEST_SIGNATURE_HEADER,
    REQUEST_TIMESTAMP_HEADER,
)

from .signature import check, check_headers, signature_of


class RequestSigner:
    """Signs with one secret key."""

    def __init__(self, secret_key: str) -> None:
        self._secret_key = secret_key

    def headers(
        self, method: str, path: str, body: bytes = b"", timestamp: int | None = None
    ) -> dict[str, str]:
        """The signature headers of a request.

        The path is as it travels, such as ``/v2/payments``; a query is not signed. The body is the very bytes
        that are sent. The timestamp is in Unix seconds; the clock of this machine when None.
        """
        seconds = str(int(time.time()) if timestamp is None else timestamp)
        message = _message(method, path, body, seconds)
        return {
            REQUEST_TIMESTAMP_HEADER: seconds,
            REQUEST_SIGNATURE_HEADER: signature_of(message, self._secret_key),
        }

    def verify(
        self,
        method: str,
        path: str,
        body: bytes,
        signature: str | None,
        timestamp: str | None,
        now: int | None = None,
    ) -> None:
        """Judges a signed request as the gateway does; for tests of code that signs.

        Raises SignatureRefused when the gateway would refuse it.
        """
        check_headers(signature, timestamp, int(time.time()) if now is None else now)
        check(signature or "", _message(method, path, body, timestamp or ""), self._secret_key)


def _message(method: str, path: str, body: bytes, timestamp: str) -> bytes:
    return b":".join([method.upper().encode(), _endpoint(path).encode(), body, timestamp.encode()])


def _endpoint(path: str) -> str:
    """``/v2/payments/A/cancel?x=1`` becomes ``payments/A/cancel``; an endpoint stays as it is."""
    path = path.split("?", 1)[0]
    if path.startswith(ENDPOINT_PREFIX):
        path = path[len(ENDPOINT_PREFIX) :]
    return path.strip("/")
