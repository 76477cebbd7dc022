"""One step of a payment with the generated client, as the argument says: create, verify AUTHORITY, or webhook."""

import base64
import json
import os
import sys

import httpx
from irandargah.client import Client, PaymentRequest, VerificationRequest
from irandargah_signing import SignatureRefused, SigningAuth, WebhookVerifier


def client():
    http = httpx.Client(auth=SigningAuth(os.environ["SECRET_KEY"]))
    return Client(os.environ["SERVER"], auth={"bearer": os.environ["TOKEN"]}, http_client=http)


def create():
    order = PaymentRequest(
        amount=int(os.environ["AMOUNT"]),
        order_id="ORDER-12345",
        callback_url="https://yoursite.com/callback",
        description='کتاب «شاهنامه» "جلد ۱"، C:\\books\nنسخهٔ نفیس 📚',
    )
    payment = client().create_payment(order, idempotency_key="key-of-the-order")
    return "payment " + payment.data.transaction.authority


def verify(authority):
    verification = client().create_verification(
        VerificationRequest(authority=authority, amount=int(os.environ["AMOUNT"])),
        idempotency_key="key-of-the-verification",
    )
    return "verification " + verification.data.verification.ref_id


def webhook():
    headers = json.loads(os.environ["WEBHOOK_HEADERS"])
    body = base64.b64decode(os.environ["WEBHOOK_BODY"])
    event = WebhookVerifier(os.environ["WEBHOOK_SECRET"]).verify(body, headers)
    return "webhook " + event["event"] + " " + event["data"]["authority"]


steps = {"create": create, "verify": verify, "webhook": webhook}
try:
    print(steps[sys.argv[1]](*sys.argv[2:]))
except SignatureRefused as refused:
    print("refused", refused.reason.value)
