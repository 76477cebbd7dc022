"""A gateway at which one payment has been paid, for tests of shops."""

import json
from urllib.parse import urlencode

import httpx

from irandargah import StoredPayment

RECORD = StoredPayment("2025100121424146HC", 250_000, "ORDER-12345")
OPTIONS = {"token": "idg_test_OfTheShop", "environment": "sandbox"}


def find(authority):
    """The record of the shop."""
    return RECORD if authority == RECORD.authority else None


def form(**change):
    """A callback as a browser sends it."""
    fields = {"authority": RECORD.authority, "status_code": "201", "amount": "250000", "order_id": "ORDER-12345"}
    return urlencode({**fields, **change})


def answer(request):
    verification = {**vars(RECORD), "ref_id": "123456789", "verified_at": "1404-06-29 10:35:00"}
    asked = json.loads(request.content)
    assert asked == vars(RECORD), asked
    return httpx.Response(200, json={"success": True, "data": {"verification": verification}})


TRANSPORT = httpx.MockTransport(answer)
FORM_TYPE = "application/x-www-form-urlencoded"
