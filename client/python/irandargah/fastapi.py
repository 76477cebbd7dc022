"""Endpoints of FastAPI and Starlette for the payer's return and for webhooks; both read what came as raw as it came."""

from typing import Awaitable, Callable, Sequence, Union

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from .callbacks import AsyncFind, Callback, CallbackError, read_callback_async
from .client import AsyncIranDargah
from .errors import ConfigurationError
from .inbox import DEFAULT_LEASE, MarkDone, WebhookStore, handle_once_async
from .verification import PaymentOutcome, Record
from .webhooks import WebhookError, WebhookEvent, verify_webhook

Endpoint = Callable[[Request], Awaitable[Response]]


async def _raw_body(request: Request) -> bytes:
    try:
        return await request.body()
    except RuntimeError:
        raise ConfigurationError("Something has read this request as a stream: nothing may do so before.") from None


async def read_callback(request: Request, stored: "AsyncFind[Record]") -> "Callback[Record]":
    """Reads a callback as `irandargah.read_callback_async` does. Raises CallbackError."""
    return await read_callback_async(request.method, request.scope["query_string"], await _raw_body(request), stored)


def callback_endpoint(
    gateway: AsyncIranDargah,
    find: "AsyncFind[Record]",
    settle: Callable[[Request, "PaymentOutcome[Record]"], Awaitable[Response]],
) -> Endpoint:
    """The endpoint of `callback_url`, for GET or POST; `app.api_route("/return", methods=["GET", "POST"])(…)`.

    `find` loads your record by authority. `settle` is given the outcome of the verification: it marks the order in one
    conditional update, and redirects to a page of yours. A callback that does not fit your record is answered with 400.
    """

    async def endpoint(request: Request) -> Response:
        try:
            callback = await read_callback(request, find)
        except CallbackError as refused:
            return PlainTextResponse(refused.reason, 400)
        return await settle(request, await gateway.verify_payment(callback.payment))

    return endpoint


def webhook_endpoint(
    secret: Union[str, Sequence[str]],
    store: WebhookStore,
    handler: Callable[[WebhookEvent, MarkDone], Awaitable[object]],
    *,
    lease: float = DEFAULT_LEASE,
) -> Endpoint:
    """The endpoint of a webhook: 200 when the event is done, 503 while it is not, 401 when it is not proven."""

    async def endpoint(request: Request) -> Response:
        try:
            event = verify_webhook(await _raw_body(request), request.scope["headers"], secret)
        except WebhookError as refused:
            return PlainTextResponse(refused.reason, 401)
        return Response(status_code=await handle_once_async(event, store, handler, lease=lease))

    return endpoint
