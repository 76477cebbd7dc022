"""Makes every call of CASES with the generated client, and prints in one line what a shop reads of each answer."""

import base64
import json
import os

from irandargah.client import (
    ApiError,
    Client,
    PaymentCompletedEvent,
    PaymentRequest,
    VerificationRequest,
    WebhookEventType,
    WebhookSubscriptionRequest,
    decode,
)
from irandargah_signing import WebhookVerifier

AUTHORITY = "2025100121424146HC"


def call(operation, client):
    if operation == "createPayment":
        order = PaymentRequest(amount=100000, order_id="ORDER-12345", callback_url="https://shop.example/")
        transaction = client.create_payment(order, idempotency_key="key").data.transaction
        return [transaction.authority, transaction.gateway_url]
    if operation == "getPayment":
        transaction = client.get_payment(AUTHORITY).data.transaction
        return [transaction.authority, transaction.status, transaction.amount]
    if operation == "createVerification":
        data = client.create_verification(VerificationRequest(authority=AUTHORITY, amount=100000)).data
        time = data.meta.processing_time_ms if data.meta else None
        verification = data.verification
        return [verification.ref_id, verification.authority, verification.amount, verification.verified_at, time]
    if operation == "getVerification":
        verification = client.get_verification(AUTHORITY).data.verification
        if verification is None:
            return [None] * 4
        return [verification.ref_id, verification.authority, verification.amount, verification.verified_at]
    if operation == "listTransactions":
        data = client.list_transactions().data
        statuses = [transaction.status for transaction in data.transactions]
        return [len(statuses), ",".join(statuses), data.pagination.total]
    if operation == "listWebhookEvents":
        return [client.list_webhook_events().data.events["payment.disputed"]]
    subscription = WebhookSubscriptionRequest(
        url="https://shop.example/", events=[WebhookEventType.PAYMENT_COMPLETED]
    )
    webhook = client.subscribe_webhook(subscription).data.webhook
    return [webhook.id, ",".join(webhook.events)]


def receive(body, headers):
    event = WebhookVerifier(os.environ["WEBHOOK_SECRET"]).verify(body, headers)
    typed = decode(PaymentCompletedEvent, event)
    return [typed.event, typed.data.authority, typed.data.amount]


def shown(value):
    return "-" if value is None or value == "" else str(value)


for case in os.environ["CASES"].split("\n"):
    operation, token, *delivery = case.split("\t")
    try:
        if operation == "delivery":
            body, headers = map(base64.b64decode, delivery)
            values = receive(body, json.loads(headers))
        else:
            values = call(operation, Client(os.environ["SERVER"], auth={"bearer": token}))
        print(*map(shown, values))
    except ApiError as error:
        answer = error.answer.error if error.answer else None
        print("error", error.status, shown(answer and answer.code), shown(answer and answer.type_))
    except Exception as fault:
        print("threw", type(fault).__name__ + ":", str(fault).split("\n")[0])
