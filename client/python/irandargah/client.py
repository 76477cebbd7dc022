"""The clients of one terminal, one that waits and one that is awaited, over the same core."""

import asyncio
import time
from typing import Any, AsyncIterator, Iterator, Optional, cast

import httpx

from .core import Answered, Call, Core, Flow, Pause, Reply, Result, Send
from .generated import types
from .generated.operations import AsyncOperations, Operations
from .options import Settings, read_options
from .pages import Pages
from .transports import AsyncHttpxTransport, AsyncTransport, HttpxTransport, Transport, lost
from .verification import PaymentOutcome, Record, verifying


class _Client:
    """What both clients have."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._core = Core(settings)

    @property
    def settings(self) -> Settings:
        """What this client is made of; its text form hides the token and the secret."""
        return self._settings

    def __repr__(self) -> str:
        environment, base_url = self._settings.environment, self._settings.base_url
        return f"{type(self).__name__}(environment={environment!r}, base_url={base_url!r})"


class IranDargah(_Client, Operations):
    """The client of one terminal. Make one and keep it: threads may share it.

    `timeout` is of one attempt, in seconds; `retries` repeats an attempt that failed on the way, where that is safe,
    after `max_retry_delay` seconds at most. `http_client` or `transport` sends with what your shop has.

    Raises ConfigurationError when token, environment and address do not fit together.
    """

    def __init__(
        self,
        *,
        token: str,
        environment: str,
        secret_key: Optional[str] = None,
        base_url: Optional[str] = None,
        timeout: float = 30.0,
        retries: int = 2,
        max_retry_delay: float = 10.0,
        max_answer_bytes: int = 10_000_000,
        http_client: Optional[httpx.Client] = None,
        transport: Optional[Transport] = None,
    ) -> None:
        settings = read_options(
            token, environment, secret_key, base_url, timeout, retries, max_retry_delay, max_answer_bytes
        )
        super().__init__(settings)
        self._transport: Transport = transport or HttpxTransport(http_client)

    def verify_payment(
        self, payment: Record, *, timeout: Optional[float] = None, retries: Optional[int] = None
    ) -> PaymentOutcome[Record]:
        """Verifies a payment with your own record; see the four outcomes for what to do with each.

        Raises nothing for what happens on the way: that is an outcome. Safe to call as often as you like.
        """
        return self._run(verifying(self._core, payment, timeout, retries))

    def each_transaction(self, **filters: Any) -> Iterator[types.TransactionSummary]:
        """Every transaction of a range, newest first, over all pages; filters as for `list_transactions`.

        Raises IranDargahError when a page cannot be read; start again, or further on with `page`.
        """
        pages = Pages(filters)
        asked = pages.next()
        while asked is not None:
            yield from pages.rows(self._ask(Call("listTransactions", fields=asked)).data)
            asked = pages.next()

    def _ask(self, call: Call) -> Answered:
        return self._run(self._core.ask(call))

    def _run(self, flow: "Flow[Result]") -> Result:
        reply: Reply = None
        while True:
            try:
                step = flow.send(reply)
            except StopIteration as ended:
                return cast(Result, ended.value)
            if isinstance(step, Pause):
                time.sleep(step.seconds)
                reply = None
            else:
                reply = self._attempt(step)

    def _attempt(self, request: Send) -> Reply:
        try:
            return self._transport.send(request)
        except Exception as error:
            return lost(error)

    def close(self) -> None:
        """Closes the connections that this client has opened."""
        self._transport.close()

    def __enter__(self) -> "IranDargah":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncIranDargah(_Client, AsyncOperations):
    """The same to be awaited, for asyncio. A cancelled task raises CancelledError as ever; its call may have acted."""

    def __init__(
        self,
        *,
        token: str,
        environment: str,
        secret_key: Optional[str] = None,
        base_url: Optional[str] = None,
        timeout: float = 30.0,
        retries: int = 2,
        max_retry_delay: float = 10.0,
        max_answer_bytes: int = 10_000_000,
        http_client: Optional[httpx.AsyncClient] = None,
        transport: Optional[AsyncTransport] = None,
    ) -> None:
        settings = read_options(
            token, environment, secret_key, base_url, timeout, retries, max_retry_delay, max_answer_bytes
        )
        super().__init__(settings)
        self._transport: AsyncTransport = transport or AsyncHttpxTransport(http_client)

    async def verify_payment(
        self, payment: Record, *, timeout: Optional[float] = None, retries: Optional[int] = None
    ) -> PaymentOutcome[Record]:
        """Verifies a payment with your own record; see the four outcomes for what to do with each.

        Raises nothing for what happens on the way: that is an outcome. Safe to call as often as you like.
        """
        return await self._run(verifying(self._core, payment, timeout, retries))

    async def each_transaction(self, **filters: Any) -> AsyncIterator[types.TransactionSummary]:
        """Every transaction of a range, newest first, over all pages; filters as for `list_transactions`.

        Raises IranDargahError when a page cannot be read; start again, or further on with `page`.
        """
        pages = Pages(filters)
        asked = pages.next()
        while asked is not None:
            for row in pages.rows((await self._ask(Call("listTransactions", fields=asked))).data):
                yield row
            asked = pages.next()

    async def _ask(self, call: Call) -> Answered:
        return await self._run(self._core.ask(call))

    async def _run(self, flow: "Flow[Result]") -> Result:
        reply: Reply = None
        while True:
            try:
                step = flow.send(reply)
            except StopIteration as ended:
                return cast(Result, ended.value)
            if isinstance(step, Pause):
                await asyncio.sleep(step.seconds)
                reply = None
            else:
                reply = await self._attempt(step)

    async def _attempt(self, request: Send) -> Reply:
        try:
            return await asyncio.wait_for(self._transport.send(request), request.timeout)
        except Exception as error:
            return lost(error)

    async def close(self) -> None:
        """Closes the connections that this client has opened."""
        await self._transport.close()

    async def __aenter__(self) -> "AsyncIranDargah":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
