"""The driver of the scenarios: a shop that reads a question on each line and answers it, by the public package alone.

Its argument says what sends: `httpx`, which it is without one, `requests`, or `async` for the client that is awaited.
"""

import asyncio
import base64
import json
import sys
import threading
import time
from email.message import Message

from irandargah import (
    AsyncIranDargah,
    CallbackError,
    IranDargah,
    IranDargahError,
    MemoryStore,
    StoredPayment,
    WebhookError,
    handle_once,
    handle_once_async,
    read_callback,
    rials,
    toman,
    verify_webhook,
)

kind = sys.argv[1] if len(sys.argv) > 1 else "httpx"
loop = asyncio.new_event_loop()
clients = {}
inboxes = {}


class Awaited:
    """The client that is awaited, its methods called as those of the other one."""

    def __init__(self, client):
        self._client = client

    def __getattr__(self, name):
        method = getattr(self._client, name)
        return lambda *values, **named: loop.run_until_complete(method(*values, **named))


def new_client(**options):
    if kind == "async":
        return Awaited(AsyncIranDargah(**options))
    if kind == "requests":
        from irandargah.requests import RequestsTransport

        return IranDargah(transport=RequestsTransport(), **options)
    return IranDargah(**options)


def told_error(error):
    """A failed call, without what has no value."""
    told = {
        "code": error.code,
        "gateway_code": error.gateway_code,
        "http_status": error.http_status,
        "persian": error.persian,
        "request_id": error.request_id,
        "idempotency_key": error.idempotency_key,
        "may_have_acted": error.may_have_acted,
        "fields": error.fields or None,
    }
    return {name: value for name, value in told.items() if value is not None}


def make_client(asked):
    clients[asked["name"]] = new_client(
        token=asked["token"],
        environment=asked["environment"],
        secret_key=asked.get("secret_key"),
        base_url=asked["base_url"],
        timeout=asked["timeout_ms"] / 1000,
        retries=asked["retries"],
    )
    return {"outcome": "ready"}


def create(asked):
    order = dict(asked["order"])
    payment = clients[asked["client"]].create_payment(
        amount=rials(order.pop("amount")), **order, idempotency_key=asked.get("idempotency_key")
    )
    return {
        "outcome": "created",
        "authority": payment.authority,
        "gateway_url": payment.gateway_url,
        "idempotency_key": payment.idempotency_key,
    }


def verify(asked):
    result = clients[asked["client"]].verify_payment(StoredPayment(**asked["payment"]))
    told = {"outcome": result.outcome}
    if result.outcome == "paid":
        told.update(ref_id=result.ref_id, verified_at=result.verified_at, already_verified=result.already_verified)
    else:
        told["error"] = told_error(result.error)
    if result.outcome == "not_paid":
        told.update(reason=result.reason, final=result.final)
    return told


def snake(name):
    return "".join("_" + sign.lower() if sign.isupper() else sign for sign in name)


def call(asked):
    method = getattr(clients[asked["client"]], snake(asked["operation"]))
    given = asked.get("input")
    data = method(given) if isinstance(given, str) else method(**(given or {}))
    return {"outcome": "ok", "data": data}


def callback(asked):
    stored = asked["stored"] and StoredPayment(**asked["stored"])
    read = read_callback(asked["method"], asked["query"], asked["body"].encode(), lambda authority: stored)
    return {"outcome": "callback", "claim": read.claim}


def message(pairs):
    """The headers as http.client and http.server give them."""
    headers = Message()
    for name, value in pairs:
        headers[name] = value
    return headers


# The same headers as a mapping, as the pairs of ASGI, as lists, and as WSGI and Django give them.
SHAPES = {
    "map": message,
    "lower": lambda pairs: [(name.lower().encode(), value.encode()) for name, value in pairs],
    "lists": lambda pairs: {name: [value] for name, value in pairs},
    "cgi": lambda pairs: {
        **{"HTTP_" + name.upper().replace("-", "_"): value for name, value in pairs},
        "wsgi.input": sys.stdin,
    },
}


def verified(asked, form, secrets):
    headers = SHAPES[form]([tuple(pair) for pair in asked["headers"]])
    return verify_webhook(base64.b64decode(asked["body"]), headers, secrets)


def webhook(asked):
    event = verified(asked, asked["form"], asked["secrets"])
    return {
        "outcome": "event",
        "event": event.event,
        "id": event.id,
        "timestamp": event.timestamp,
        "data": event.data,
    }


def deliver(asked):
    store = inboxes.setdefault(asked["inbox"], MemoryStore())
    runs = []
    answers = [None] * len(asked["deliveries"])

    def handler(event, mark_done):
        runs.append(event.id)
        fails = len(runs) <= asked["handler"]["failures"]
        time.sleep(asked["handler"]["takes_ms"] / 1000)
        if fails:
            raise RuntimeError("the database is away")

    def arrive(number, delivery):
        time.sleep(delivery["after_ms"] / 1000)
        try:
            event = verified(delivery, "map", asked["secrets"])
            answers[number] = handle_once(event, store, handler, lease=asked["lease_ms"] / 1000)
        except WebhookError:
            answers[number] = 401
        except RuntimeError:
            answers[number] = 500

    async def handler_async(event, mark_done):
        await loop.run_in_executor(None, handler, event, mark_done)

    async def arrive_async(delivery):
        await asyncio.sleep(delivery["after_ms"] / 1000)
        try:
            event = verified(delivery, "map", asked["secrets"])
            return await handle_once_async(event, store, handler_async, lease=asked["lease_ms"] / 1000)
        except WebhookError:
            return 401
        except RuntimeError:
            return 500

    async def all_arrive():
        return await asyncio.gather(*map(arrive_async, asked["deliveries"]))

    if kind == "async":
        return {"outcome": "delivered", "answers": loop.run_until_complete(all_arrive()), "runs": len(runs)}

    arrivals = [threading.Thread(target=arrive, args=one) for one in enumerate(asked["deliveries"])]
    for arrival in arrivals:
        arrival.start()
    for arrival in arrivals:
        arrival.join()
    return {"outcome": "delivered", "answers": answers, "runs": len(runs)}


def money(asked):
    make = rials if asked["unit"] == "rials" else toman
    return {"outcome": "amount", "rials": make(asked["value"])}


ANSWERS = {
    "client": make_client,
    "create": create,
    "verify": verify,
    "call": call,
    "callback": callback,
    "webhook": webhook,
    "deliver": deliver,
    "money": money,
}


def answer(asked):
    try:
        return ANSWERS[asked["do"]](asked)
    except IranDargahError as error:
        return {"outcome": "error", "error": told_error(error)}
    except (CallbackError, WebhookError) as refusal:
        return {"outcome": "refused", "reason": refusal.reason}
    except ValueError as mistake:
        return {"outcome": "misuse", "message": str(mistake)}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
