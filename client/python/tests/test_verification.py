"""What proves nothing, in the forms that are easily taken for something else in Python."""

import json
import logging
import unittest
from unittest import mock

import httpx

from irandargah import IranDargah, IranDargahError, StoredPayment, rials

PROVEN = {"authority": "A1", "amount": 250_000, "ref_id": "123456789", "verified_at": "1404-06-29 10:35:00"}
REFUSED = {"success": False, "error": {"code": -2, "type": "validation_error"}}
NO_TRACE = {"success": True, "data": {"verification": {"authority": "A1", "amount": 250_000}}}


def verification(**change):
    return {"success": True, "data": {"verification": {**PROVEN, **change}}}


def transaction(**said):
    return {"success": True, "data": {"transaction": {"authority": "A1", "amount": 250_000, **said}}}


def shop(*answers):
    """A client of a gateway with these answers, the last of which stays."""
    left = [answer if isinstance(answer, str) else json.dumps(answer) for answer in answers]

    def answer(_):
        return httpx.Response(200, content=left.pop(0) if len(left) > 1 else left[0])

    transport = httpx.MockTransport(answer)
    return IranDargah(
        token="idg_test_OfTheShop",
        environment="sandbox",
        retries=0,
        http_client=httpx.Client(transport=transport),
    )


class VerificationTest(unittest.TestCase):
    def test_true_is_no_amount(self):
        own = StoredPayment("A1", 1, "ORDER-1")
        for answers in ([verification(amount=True)], [REFUSED, verification(amount=True)]):
            self.assertEqual(shop(*answers).verify_payment(own).outcome, "unknown")

    def test_blanks_are_no_reference(self):
        for ref_id in ("\u00a0", "\ufeff", "\u3000", "\u2028"):
            with self.subTest(ref_id=ref_id):
                gateway = shop(verification(ref_id=ref_id))
                self.assertEqual(gateway.verify_payment(StoredPayment("A1", 250_000, "ORDER-1")).outcome, "unknown")

    def test_what_is_not_plainly_a_no_leaves_it_unknown(self):
        own = StoredPayment("A1", 250_000, "ORDER-1")
        for said, outcome in ((False, "not_paid"), ([], "unknown"), ({}, "unknown"), ("0", "unknown")):
            with self.subTest(said=said):
                gateway = shop(REFUSED, NO_TRACE, transaction(status="failed", can_be_verified=said))
                self.assertEqual(gateway.verify_payment(own).outcome, outcome)


class OddAnswersTest(unittest.TestCase):
    def test_an_answer_nested_more_deeply_than_python_goes_is_an_error_of_its_own(self):
        for depth in (50, 400, 990, 1000, 5000, 50_000):
            for answer in (
                '{"success":true,"data":{"x":%s}}',
                '{"success":false,"error":{"code":-999,"details":{"x":%s}}}',
            ):
                with self.subTest(depth=depth, answer=answer), self.assertRaises(IranDargahError):
                    shop(answer % ("[" * depth + "]" * depth)).get_payment("A1")

    def test_what_a_filter_of_the_log_raises_does_not_undo_a_payment(self):
        def fail(_):
            raise RuntimeError

        log = logging.getLogger("irandargah")
        log.addFilter(fail)
        self.addCleanup(log.removeFilter, fail)
        created = transaction(gateway_url="https://gateway/startpay/A1")
        with mock.patch.object(log, "level", logging.DEBUG), mock.patch.object(log, "_cache", {}):
            payment = shop(created).create_payment(
                amount=rials(250_000), order_id="ORDER-1", callback_url="https://shop.example/"
            )
        self.assertEqual(payment.authority, "A1")
