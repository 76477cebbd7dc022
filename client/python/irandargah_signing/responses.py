"""Verifies the answers of the gateway (documentation, lines 2749-2811; decision 10)."""

from __future__ import annotations

import time

from irandargah.signing_facts import SIGNED_ANSWERS_PREFIX

from .signature import check, check_headers


class ResponseVerifier:
    """Verifies with one secret key."""

    def __init__(self, secret_key: str) -> None:
        self._secret_key = secret_key

    def verify(
        self, body: bytes, signature: str | None, timestamp: str | None, now: int | None = None
    ) -> None:
        """Verify first, decode afterwards.

        The body is the very bytes that came; signature and timestamp are the values of the two response headers;
        now is in Unix seconds. The signature covers neither the status nor the path: compare authority and amount
        of the body with your own record all the same. Raises SignatureRefused when the answer must not be believed.
        """
        check_headers(signature, timestamp, int(time.time()) if now is None else now)
        check(signature or "", body + b":" + (timestamp or "").encode(), self._secret_key)

    @staticmethod
    def must_be_signed(path: str, status: int) -> bool:
        """Whether an answer without a signature must be refused.

        The gateway signs every answer once it knows the terminal, so what may come unsigned is only what changes
        no order: 401, 429 and failures of servers.
        """
        return path.startswith(SIGNED_ANSWERS_PREFIX) and status not in (401, 429) and status < 500
