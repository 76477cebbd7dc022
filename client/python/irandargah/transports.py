"""How requests travel: with httpx, or with whatever answers as these do."""

import asyncio
import socket
import time
from typing import Any, Dict, Iterable, Mapping, Optional, Protocol, Tuple

import httpx

from .answers import RawAnswer
from .core import Lost, Send


class Transport(Protocol):
    """Sends the bytes of a request as they are, follows no redirect, and reads no more than `request.limit` bytes.

    Whatever it raises is a lost answer: TimeoutError is told as `timeout`, TooLarge as such, the rest as `network`.
    """

    def send(self, request: Send) -> RawAnswer: ...

    def close(self) -> None: ...


class AsyncTransport(Protocol):
    """The same, to be awaited."""

    async def send(self, request: Send) -> RawAnswer: ...

    async def close(self) -> None: ...


class TooLarge(Exception):
    """There is more than may be read."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def lost(error: Exception) -> Lost:
    """What became of an attempt that raised."""
    if isinstance(error, TooLarge):
        return Lost("too_large", status=error.status)
    # Three names of one thing until Python 3.11.
    late = isinstance(error, (TimeoutError, socket.timeout, asyncio.TimeoutError))
    return Lost("timeout" if late else "network", error)


def folded(pairs: Iterable[Tuple[str, str]]) -> Mapping[str, str]:
    """Headers by their names in lower case; those that came twice are joined, which no signature survives."""
    headers: Dict[str, str] = {}
    for name, value in pairs:
        known = headers.get(name.lower())
        headers[name.lower()] = value if known is None else f"{known}, {value}"
    return headers


class Collector:
    """Puts the parts of an answer together, until there is too much of it or it takes too long."""

    def __init__(self, request: Send) -> None:
        self._limit = request.limit
        self._deadline = time.monotonic() + request.timeout
        self._parts = bytearray()

    def add(self, part: bytes, status: int) -> None:
        self._parts += part
        if len(self._parts) > self._limit:
            raise TooLarge(status)
        if time.monotonic() > self._deadline:
            raise TimeoutError

    def body(self) -> bytes:
        return bytes(self._parts)


def _prepared(client: Any, request: Send) -> httpx.Request:
    prepared: httpx.Request = client.build_request(
        request.method, request.url, headers=request.headers, content=request.body, timeout=request.timeout
    )
    return prepared


def _answer(response: httpx.Response, body: bytes) -> RawAnswer:
    return RawAnswer(response.status_code, folded(response.headers.multi_items()), body)


class HttpxTransport:
    """Sends with an `httpx.Client`: yours, which you close yourself, or one of its own."""

    def __init__(self, client: Optional[httpx.Client] = None) -> None:
        self._own = client is None
        self._client = httpx.Client() if client is None else client

    def send(self, request: Send) -> RawAnswer:
        collector = Collector(request)
        try:
            # Neither redirects nor credentials of the client: both would carry a token where it does not belong.
            response = self._client.send(
                _prepared(self._client, request), stream=True, follow_redirects=False, auth=None
            )
            try:
                for part in response.iter_bytes():
                    collector.add(part, response.status_code)
            finally:
                response.close()
        except httpx.TimeoutException as error:
            raise TimeoutError from error
        return _answer(response, collector.body())

    def close(self) -> None:
        if self._own:
            self._client.close()


class AsyncHttpxTransport:
    """Sends with an `httpx.AsyncClient`: yours, which you close yourself, or one of its own."""

    def __init__(self, client: Optional[httpx.AsyncClient] = None) -> None:
        self._own = client is None
        self._client = httpx.AsyncClient() if client is None else client

    async def send(self, request: Send) -> RawAnswer:
        collector = Collector(request)
        try:
            response = await self._client.send(
                _prepared(self._client, request), stream=True, follow_redirects=False, auth=None
            )
            try:
                async for part in response.aiter_bytes():
                    collector.add(part, response.status_code)
            finally:
                await response.aclose()
        except httpx.TimeoutException as error:
            raise TimeoutError from error
        return _answer(response, collector.body())

    async def close(self) -> None:
        if self._own:
            await self._client.aclose()
