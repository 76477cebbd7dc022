"""A shop in FastAPI: its test client sends what browsers and the gateway send."""

import unittest

import httpx
from deliveries import SECRET, delivery
from paying import FORM_TYPE, OPTIONS, RECORD, TRANSPORT, find, form

from irandargah import AsyncIranDargah, MemoryStore

try:
    from fastapi import FastAPI
    from fastapi.responses import RedirectResponse
    from fastapi.testclient import TestClient
except ImportError:
    raise unittest.SkipTest("no FastAPI") from None

from irandargah.fastapi import callback_endpoint, webhook_endpoint

outcomes = []
events = []


async def find_later(authority):
    return find(authority)


async def settle(request, outcome):
    outcomes.append(outcome)
    return RedirectResponse("/orders/ORDER-12345", 303)


async def handle(event, mark_done):
    events.append(event)
    if event.data["order_id"] == "broken":
        raise RuntimeError("the database is away")


gateway = AsyncIranDargah(**OPTIONS, http_client=httpx.AsyncClient(transport=TRANSPORT))
app = FastAPI()
app.add_api_route("/return", callback_endpoint(gateway, find_later, settle), methods=["GET", "POST"])
app.add_api_route("/return-of-a-dictionary", callback_endpoint(gateway, find, settle), methods=["GET"])
app.add_api_route("/webhook", webhook_endpoint(SECRET, MemoryStore(), handle), methods=["POST"])


class FastApiTest(unittest.TestCase):
    def setUp(self):
        self.client = TestClient(app, follow_redirects=False, raise_server_exceptions=False)
        outcomes.clear()
        events.clear()

    def send(self, body, headers):
        return self.client.post("/webhook", content=body, headers=headers)

    def test_verifies_a_return_by_post_and_by_get(self):
        answers = [
            self.client.post("/return", content=form(), headers={"Content-Type": FORM_TYPE}),
            self.client.get("/return?" + form()),
            self.client.get("/return-of-a-dictionary?" + form()),
        ]
        self.assertEqual([one.status_code for one in answers], [303, 303, 303])
        self.assertEqual([(one.outcome, one.payment) for one in outcomes], [("paid", RECORD)] * 3)

    def test_refuses_forged_returns(self):
        for query, reason in [
            (form(amount="1000"), "amount_differs"),
            (form() + "&amount=250000", "doubled_field"),
            (form(authority="another"), "unknown_payment"),
        ]:
            response = self.client.get("/return?" + query)
            self.assertEqual((response.status_code, response.text), (400, reason))
        self.assertEqual(outcomes, [])

    def test_handles_a_webhook_once(self):
        self.assertEqual([self.send(*delivery()).status_code for _ in range(2)], [200, 200])
        self.assertEqual([event.id for event in events], ["event-1"])

    def test_answers_401_to_forgeries_and_500_when_the_handler_fails_so_that_it_comes_again(self):
        self.assertEqual(self.send(*delivery(secret="a stranger's")).status_code, 401)
        self.assertEqual([self.send(*delivery("broken")).status_code for _ in range(2)], [500, 500])
        body, headers = delivery(id_="event-9")
        doubled = [*headers, ("x-webhook-id", "event-2")]
        self.assertEqual(self.send(body, doubled).status_code, 401)
