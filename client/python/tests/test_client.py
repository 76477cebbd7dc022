"""What a client refuses before it sends, and what it makes of answers of every kind."""

import asyncio
import json
import logging
import pickle
import unittest
from decimal import Decimal

import httpx

from irandargah import (
    AsyncIranDargah,
    ConfigurationError,
    GatewayError,
    IranDargah,
    IranDargahError,
    StoredPayment,
    TransportError,
    rials,
    toman,
)

TOKEN = "idg_test_SecretOfTheShop"
ORDER = {"order_id": "ORDER-1", "callback_url": "https://shop.example/return", "mobile": "09120000000"}
TRANSACTION = {"authority": "A1", "gateway_url": "https://gateway/startpay/A1", "expires_at": "1404-06-29 10:35:00"}


def success(**data):
    return {"success": True, "data": data, "status_code": 200}


def shop(*answers, **options):
    """A client, and the requests that it sends to a gateway with these answers; the last one stays."""
    requests = []
    left = list(answers)

    def answer(request):
        requests.append(request)
        reply = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(reply, Exception):
            raise reply
        status, content = reply if isinstance(reply, tuple) else (200, reply)
        content = json.dumps(content) if isinstance(content, (dict, list)) else content
        return httpx.Response(status, content=content)

    transport = httpx.MockTransport(answer)
    given = {"token": TOKEN, "environment": "sandbox", "max_retry_delay": 0.0, **options}
    return IranDargah(http_client=httpx.Client(transport=transport), **given), requests


ODD_BODIES = [
    "",
    "null",
    "[]",
    "0",
    '"text"',
    "<html>",
    "NaN",
    '{"success":NaN}',
    "[" * 100_000,
    '{"a":' * 3000 + "1" + "}" * 3000,
    b"\xff\xfe",
    '{"success":true}',
    '{"success":true,"data":[]}',
    '{"success":true,"data":{"transaction":[]}}',
    '{"success":true,"data":{"transaction":{}}}',
    '{"success":true,"data":{"transaction":{"authority":7}}}',
    '{"success":"true","data":{"transaction":{"authority":"A1"}}}',
    '{"success":false,"error":[]}',
    '{"success":false,"error":{"code":1e400}}',
    '{"success":false,"error":{"code":-2,"details":{"validation":[1]},"message":[]}}',
    '{"success":false,"error":{"code":-2,"details":{"reason":{}}},"meta":[]}',
    '{"success":false,"error":{"code":"' + "9" * 5000 + '"}}',
]


class ClientTest(unittest.TestCase):
    def test_makes_a_key_for_each_call_and_keeps_it_over_the_retries(self):
        client, requests = shop((502, "<html>"), success(transaction=TRANSACTION))
        first = client.create_payment(amount=toman(25_000), **ORDER)
        second = client.create_payment(amount=toman(25_000), **ORDER)
        keys = [request.headers["Idempotency-Key"] for request in requests]
        self.assertEqual(keys, [first.idempotency_key, first.idempotency_key, second.idempotency_key])
        self.assertNotEqual(first.idempotency_key, second.idempotency_key)
        self.assertEqual(json.loads(requests[0].content)["amount"], 250_000)

    def test_never_returns_a_page_of_html(self):
        client, _ = shop("<!doctype html>")
        for call in (
            lambda: client.create_payment(amount=rials(250_000), **ORDER),
            lambda: client.get_payment("A1"),
            client.get_health,
            client.list_webhook_events,
        ):
            with self.assertRaises(TransportError) as failed:
                call()
            self.assertEqual((failed.exception.code, failed.exception.http_status), ("unreadable", 200))

    def test_raises_nothing_but_its_own_errors_whatever_comes(self):
        record = StoredPayment("A1", 250_000, "ORDER-1")
        for body in ODD_BODIES:
            for status in (200, 302, 400, 500):
                with self.subTest(body=body[:60], status=status):
                    client, _ = shop((status, body), retries=0)
                    with self.assertRaises(IranDargahError) as failed:
                        client.create_payment(amount=rials(250_000), **ORDER)
                    self.assertTrue(failed.exception.may_have_acted or failed.exception.code == -2)
                    self.assertNotEqual(client.verify_payment(record).outcome, "paid")

    def test_hides_token_secret_and_payer_in_every_text(self):
        refusal = {
            "success": False,
            "error": {"code": -2, "type": "validation_error", "details": {"validation": {"mobile": ["بد"]}}},
        }
        client, _ = shop((422, refusal), (200, success(transaction={"mobile": "09120000000"})), secret_key=None)
        errors = []
        for _ in range(2):
            with self.assertRaises(IranDargahError) as failed:
                client.create_payment(amount=rials(250_000), **ORDER)
            errors.append(failed.exception)
        texts = [repr(client), repr(client.settings), *map(str, errors), *map(repr, errors)]
        texts += [repr(error.details) for error in errors]
        for text in texts:
            self.assertNotIn("SecretOfTheShop", text)
            self.assertNotIn("09120000000", text)
        self.assertIsInstance(errors[0], GatewayError)

    def test_hides_them_in_the_log(self):
        client, _ = shop(success(transaction=TRANSACTION))
        with self.assertLogs("irandargah", logging.DEBUG) as logged:
            client.create_payment(amount=rials(250_000), **ORDER)
        said = repr([vars(record) for record in logged.records])
        self.assertIn("[redacted]", said)
        self.assertNotIn("SecretOfTheShop", said)
        self.assertNotIn("09120000000", said)

    def test_errors_travel_to_other_processes(self):
        client, _ = shop((404, {"success": False, "error": {"code": -33, "message": "نیست"}}))
        with self.assertRaises(GatewayError) as failed:
            client.get_payment("A1")
        copied = pickle.loads(pickle.dumps(failed.exception))
        self.assertEqual((copied.code, copied.persian, str(copied)), (-33, "نیست", str(failed.exception)))

    def test_reads_no_more_than_it_may(self):
        client, _ = shop("x" * 100, max_answer_bytes=50)
        with self.assertRaises(TransportError) as failed:
            client.get_payment("A1")
        self.assertEqual((failed.exception.code, failed.exception.fault), ("unreadable", "too_large"))

    def test_sends_no_credentials_of_the_http_client_and_follows_no_redirect(self):
        requests = []

        def answer(request):
            requests.append(request)
            return httpx.Response(302, headers={"Location": "https://elsewhere.example/"})

        http = httpx.Client(transport=httpx.MockTransport(answer), auth=("user", "password"), follow_redirects=True)
        client = IranDargah(token=TOKEN, environment="sandbox", retries=0, http_client=http)
        with self.assertRaises(TransportError):
            client.get_payment("A1")
        self.assertEqual([request.headers["Authorization"] for request in requests], [f"Bearer {TOKEN}"])

    def test_tells_mistakes_before_anything_is_sent(self):
        client, requests = shop(success())
        for mistake in (
            lambda: client.create_payment(amount=250_000, **ORDER),
            lambda: client.create_payment(amount=rials(1), **ORDER, idempotency_key=""),
            lambda: client.create_payment(amount=rials(1), **ORDER, idempotency_key="a\nb"),
            lambda: client.create_payment(amount=rials(1), **{**ORDER, "order_id": "\ud800"}),
            lambda: client.create_payment(amount=rials(1), **{**ORDER, "order_id": object()}),
            lambda: client.get_payment(""),
            lambda: client.get_payment(".."),
            lambda: client.get_payment(None),
            lambda: client.verify_payment(object()),
            lambda: client.verify_payment(StoredPayment("A1", 0.5, "ORDER-1")),
        ):
            with self.assertRaises(ValueError):
                mistake()
        self.assertEqual(requests, [])

    def test_goes_through_all_pages_and_gives_each_row_once(self):
        def page(*authorities):
            rows = [{"authority": authority} for authority in authorities]
            return success(transactions=rows, pagination={"last_page": 2})

        client, requests = shop(page("A", "B"), page("B", "C"))
        rows = list(client.each_transaction(status="completed"))
        self.assertEqual([row["authority"] for row in rows], ["A", "B", "C"])
        self.assertEqual(
            [dict(request.url.params) for request in requests],
            [{"status": "completed", "page": "1"}, {"status": "completed", "page": "2"}],
        )

    def test_the_awaited_client_ends_an_attempt_in_time(self):
        async def never(request):
            await asyncio.sleep(60)

        async def ask():
            http = httpx.AsyncClient(transport=httpx.MockTransport(never))
            client = AsyncIranDargah(token=TOKEN, environment="sandbox", timeout=0.05, retries=0, http_client=http)
            with self.assertRaises(TransportError) as failed:
                await client.get_payment("A1")
            return failed.exception.code

        self.assertEqual(asyncio.run(ask()), "timeout")


class OptionsTest(unittest.TestCase):
    def test_refuses_what_does_not_fit_together(self):
        fitting = {"token": TOKEN, "environment": "sandbox"}
        for said, change in [
            ('"production" or "sandbox"', {"environment": "test"}),
            ("begins with idg_live_", {"environment": "production"}),
            ("begins with idg_test_", {"token": "abc"}),
            ("begins with idg_test_", {"token": "idg_test_"}),
            ("blank or a line break", {"token": TOKEN + "\n"}),
            ("blank or a line break", {"token": "\u200f" + TOKEN}),
            ("blank or a line break", {"secret_key": "secret "}),
            ("texts", {"token": None}),
            ("empty", {"secret_key": ""}),
            ("base_url", {"base_url": "https://ipg.irandargah.com/"}),
            ("base_url", {"base_url": "nowhere"}),
            ("base_url", {"token": "idg_live_abc", "environment": "production", "base_url": "http://x.example"}),
            ("more than zero", {"timeout": 0}),
        ]:
            with self.subTest(said=said, change=change):
                with self.assertRaisesRegex(ConfigurationError, said) as failed:
                    IranDargah(**{**fitting, **change})
                self.assertNotIn("SecretOfTheShop", str(failed.exception))


class MoneyTest(unittest.TestCase):
    def test_takes_whole_amounts_in_every_form_of_databases(self):
        for amount in (250_000, "250000", Decimal("250000.00"), rials(250_000)):
            self.assertEqual(rials(amount), 250_000)
        self.assertEqual(toman(25_000), 250_000)
        self.assertEqual(rials(250_005).in_toman(), Decimal("25000.5"))
        self.assertEqual(json.dumps(rials(5)), "5")
        self.assertEqual(f"{rials(250_000):,}", "250,000")

    def test_refuses_everything_else(self):
        for amount in (-1, 0.5, 1.0, 2**60, None, "all", "", "۵", " 5", True, Decimal("0.5"), Decimal("NaN"), []):
            with self.subTest(amount=amount), self.assertRaises(ValueError):
                rials(amount)
            with self.subTest(amount=amount), self.assertRaises(ValueError):
                toman(amount)
        with self.assertRaises(ValueError):
            toman(2**52)
