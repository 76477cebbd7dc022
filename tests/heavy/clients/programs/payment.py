"""A payment and its verification with the generated client, an answer with a forged signature, and a webhook."""

import base64
import json
import os

import httpx
from irandargah.client import Client, PaymentRequest, VerificationRequest
from irandargah_signing import SignatureRefused, SigningAuth, WebhookVerifier


def client_for(token):
    http = httpx.Client(auth=SigningAuth(os.environ["SECRET_KEY"]))
    return Client(os.environ["SERVER"], auth={"bearer": token}, http_client=http)


order = PaymentRequest(
    amount=4000000000,
    order_id="ORDER-12345",
    callback_url="https://yoursite.com/callback",
    description='کتاب «شاهنامه» "جلد ۱"، C:\\books\nنسخهٔ نفیس 📚',
)

client = client_for(os.environ["TOKEN"])
payment = client.create_payment(order, idempotency_key="key-of-the-order")
print("payment", payment.data.transaction.authority)
verification = client.create_verification(
    VerificationRequest(authority=payment.data.transaction.authority, amount=4000000000),
    idempotency_key="key-of-the-verification",
)
print("verification", verification.data.verification.ref_id)

try:
    client_for(os.environ["FORGED_TOKEN"]).create_payment(order, idempotency_key="key-of-the-order")
    print("forged answer believed")
except SignatureRefused as refused:
    print("forged answer", refused.reason.value)

headers = json.loads(os.environ["WEBHOOK_HEADERS"])
body = base64.b64decode(os.environ["WEBHOOK_BODY"])
event = WebhookVerifier(os.environ["WEBHOOK_SECRET"]).verify(body, headers)
print("webhook", event["event"], event["data"]["authority"])
