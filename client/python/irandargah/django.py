"""Views of Django for the payer's return and for webhooks; both read what came as raw as it came."""

from contextlib import contextmanager
from typing import Callable, Iterator, Optional, Sequence, Union

from django.db import connections, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseNotAllowed
from django.http.request import RawPostDataException
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_variables

from .callbacks import Callback, CallbackError
from .callbacks import read_callback as _read_callback
from .client import IranDargah
from .errors import ConfigurationError
from .inbox import DEFAULT_LEASE, MarkDone, WebhookStore, handle_once
from .stores import MysqlStore, PostgresStore, SqliteStore
from .verification import PaymentOutcome, Record
from .webhooks import WebhookError, WebhookEvent, verify_webhook

View = Callable[[HttpRequest], HttpResponse]
Secret = Union[str, Sequence[str]]


def _raw_body(request: HttpRequest) -> bytes:
    try:
        return request.body
    except RawPostDataException:
        raise ConfigurationError("Something has read this request as a stream: nothing may do so before.") from None


def read_callback(request: HttpRequest, stored: Union[Record, Callable[[str], Optional[Record]]]) -> "Callback[Record]":
    """Reads a callback as `irandargah.read_callback` does. Raises CallbackError."""
    return _read_callback(request.method or "", request.META.get("QUERY_STRING", ""), _raw_body(request), stored)


def callback_view(
    gateway: IranDargah,
    find: Callable[[str], Optional[Record]],
    settle: Callable[[HttpRequest, "PaymentOutcome[Record]"], HttpResponse],
) -> View:
    """The view of `callback_url`. It is exempt from CSRF checks, since the payer comes from another site.

    `find` loads your record by authority. `settle` is given the outcome of the verification: it marks the order in one
    conditional update, and redirects to a page of yours, where the session is back. A callback that does not fit your
    record is answered with 400.
    """

    @csrf_exempt
    def view(request: HttpRequest) -> HttpResponse:
        try:
            callback = read_callback(request, find)
        except CallbackError as refused:
            return HttpResponseBadRequest(refused.reason)
        return settle(request, gateway.verify_payment(callback.payment))

    return view


def webhook_view(
    secret: Secret,
    store: WebhookStore,
    handler: Callable[[WebhookEvent, MarkDone], object],
    *,
    lease: float = DEFAULT_LEASE,
) -> View:
    """The view of a webhook: 200 when the event is done, 503 while it is not, 401 when it is not proven.

    It is exempt from CSRF checks, and from ATOMIC_REQUESTS: the inbox commits by itself.
    """

    # Reports of errors show the variables of each frame, this one's secret among them.
    @csrf_exempt
    @transaction.non_atomic_requests
    @sensitive_variables("secret")
    def view(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        try:
            event = verify_webhook(_raw_body(request), request.META, secret)
        except WebhookError as refused:
            return HttpResponse(refused.reason, status=401)
        return HttpResponse(status=handle_once(event, store, handler, lease=lease))

    return view


def inbox_store(using: str = "default") -> Union[PostgresStore, MysqlStore, SqliteStore]:
    """The inbox in a database of your settings; `create_table` of its class is for a migration (`RunSQL`).

    It works outside of transactions; within one of yours call `mark_done(connections[using])` last.
    """

    @contextmanager
    def connect() -> Iterator[object]:
        yield connections[using]

    vendor = connections[using].vendor
    if vendor == "postgresql":
        return PostgresStore(connect)
    if vendor == "mysql":
        return MysqlStore(connect)
    if vendor != "sqlite":
        raise ConfigurationError(f"There is no inbox for {vendor}: write one with claim, finish and release.")
    store = SqliteStore(connect)
    store.placeholder = "%s"
    return store
