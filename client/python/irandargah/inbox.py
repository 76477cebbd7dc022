"""Handles each event once, however often it is delivered and wherever a handler dies (docs/decisions/0089)."""

import asyncio
import contextlib
import threading
import time
import uuid
from typing import Any, Awaitable, Callable, Dict, List, Protocol, Tuple

from .webhooks import WebhookEvent

# Longer than a handler ever takes, and shorter than the gateway waits before its first retry; in seconds.
DEFAULT_LEASE = 90.0


class WebhookStore(Protocol):
    """Where events are remembered, each by its fingerprint; `irandargah.stores` has them for three databases."""

    def claim(self, fingerprint: str, owner: str, lease: float) -> str:
        """Takes an event for an attempt in one atomic step, unless it is done or the lease of another has not ended.

        `lease` is in seconds. Returns `claimed`, `running` (it is another's) or `done`.
        """

    def finish(self, fingerprint: str, owner: str, connection: Any = None) -> bool:
        """Marks it as done, if it is this attempt's still, and says whether it was; doing so twice does no harm.

        On a connection that is given, nothing is committed.
        """

    def release(self, fingerprint: str, owner: str) -> None:
        """Ends the lease of this attempt, if it has it still and the event is not done."""


class LeaseEnded(Exception):
    """Another attempt may have taken over: roll back."""


MarkDone = Callable[[Any], None]


def _attempt(event: WebhookEvent, store: WebhookStore) -> Tuple[Tuple[str, str], MarkDone]:
    attempt = (event.fingerprint, str(uuid.uuid4()))

    def mark_done(connection: Any) -> None:
        if not store.finish(*attempt, connection):
            raise LeaseEnded("The lease of this event has ended.")

    return attempt, mark_done


def handle_once(
    event: WebhookEvent,
    store: WebhookStore,
    handler: Callable[[WebhookEvent, MarkDone], object],
    *,
    lease: float = DEFAULT_LEASE,
) -> int:
    """Runs your handler unless the event, known by its name and signed data, is done or another attempt is at it.

    A handler that fails gives the event back at once, one that dies does so when its lease ends: `lease` seconds,
    longer than your handler ever takes. Its second argument marks the event as done within a transaction of yours,
    given the connection of that: call it last, before you commit. It raises LeaseEnded when the lease was lost, so that
    you roll back.

    Returns the status to answer with: 200 when the event is done, 503 while it is not, so that it comes again. Raises
    whatever the handler or the store raises: answer 500 then.
    """
    attempt, mark_done = _attempt(event, store)
    claim = store.claim(*attempt, lease)
    if claim != "claimed":
        return 200 if claim == "done" else 503
    try:
        handler(event, mark_done)
        return 200 if store.finish(*attempt) else 503
    except BaseException:
        _release(store, attempt)
        raise


async def handle_once_async(
    event: WebhookEvent,
    store: WebhookStore,
    handler: Callable[[WebhookEvent, MarkDone], Awaitable[object]],
    *,
    lease: float = DEFAULT_LEASE,
) -> int:
    """The same with a handler that is awaited; the store works in threads, so that the loop never waits for it.

    `mark_done` is called as it is, and waits for your connection.
    """
    attempt, mark_done = _attempt(event, store)
    given_up = threading.Event()

    def claim_for_somebody() -> str:
        claim = store.claim(*attempt, lease)
        # A thread goes on when its task is cancelled.
        if given_up.is_set():
            _release(store, attempt)
        return claim

    try:
        claim = await _in_thread(claim_for_somebody)
        if claim != "claimed":
            return 200 if claim == "done" else 503
        await handler(event, mark_done)
        return 200 if await _in_thread(store.finish, *attempt) else 503
    except Exception:
        await _in_thread(_release, store, attempt)
        raise
    except BaseException:
        given_up.set()
        # Not awaited: the task was cancelled, and nobody has to wait for it.
        asyncio.get_running_loop().run_in_executor(None, _release, store, attempt)
        raise


async def _in_thread(function: Callable[..., Any], *values: Any) -> Any:
    return await asyncio.get_running_loop().run_in_executor(None, function, *values)


def _release(store: WebhookStore, attempt: Tuple[str, str]) -> None:
    # The lease ends by itself; what went wrong first matters more.
    with contextlib.suppress(Exception):
        store.release(*attempt)


class MemoryStore:
    """Remembers events while the process lives: for tests, and for one process that may forget when it restarts.

    It keeps the `capacity` newest, and all that are under way.
    """

    def __init__(self, capacity: int = 10_000) -> None:
        self._capacity = capacity
        self._lock = threading.Lock()
        # Owner, and until when it has its event: for ever, once it is done.
        self._attempts: Dict[str, Tuple[str, float]] = {}

    def claim(self, fingerprint: str, owner: str, lease: float) -> str:
        with self._lock:
            now = time.monotonic()
            _, until = self._attempts.get(fingerprint, ("", 0.0))
            if until > now:
                return "done" if until == float("inf") else "running"
            self._attempts.pop(fingerprint, None)
            self._forget(now)
            self._attempts[fingerprint] = (owner, now + lease)
            return "claimed"

    def _forget(self, now: float) -> None:
        surplus = len(self._attempts) - self._capacity + 1
        oldest: List[str] = []
        for known, (_, until) in self._attempts.items():
            if len(oldest) >= surplus:
                break
            if until == float("inf") or until <= now:
                oldest.append(known)
        for known in oldest:
            del self._attempts[known]

    def finish(self, fingerprint: str, owner: str, connection: Any = None) -> bool:
        return self._settle(fingerprint, owner, float("inf"))

    def release(self, fingerprint: str, owner: str) -> None:
        self._settle(fingerprint, owner, 0.0)

    def _settle(self, fingerprint: str, owner: str, until: float) -> bool:
        with self._lock:
            known, reached = self._attempts.get(fingerprint, ("", 0.0))
            if known != owner:
                return False
            # What is done stays so.
            self._attempts[fingerprint] = (owner, max(reached, until) if reached == float("inf") else until)
            return True
