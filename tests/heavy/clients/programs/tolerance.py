"""Makes every call of CASES with the package, and prints in one line what a shop reads of each answer."""

import base64
import json
import os

from irandargah import IranDargah, IranDargahError, rials, verify_webhook

AUTHORITY = "2025100121424146HC"
AMOUNT = rials(100_000)


def call(operation, client):
    if operation == "createPayment":
        created = client.create_payment(
            amount=AMOUNT, order_id="ORDER-12345", callback_url="https://shop.example/"
        )
        return [created.authority, created.gateway_url]
    if operation == "getPayment":
        transaction = client.get_payment(AUTHORITY)["transaction"]
        return [transaction["authority"], transaction["status"], transaction["amount"]]
    if operation in ("createVerification", "getVerification"):
        if operation == "createVerification":
            data = client.create_verification(authority=AUTHORITY, amount=AMOUNT)
        else:
            data = client.get_verification(AUTHORITY)
        verification = data["verification"]
        values = [verification.get(name) for name in ("ref_id", "authority", "amount", "verified_at")]
        if operation == "getVerification":
            return values
        # An answer may come without facts about itself.
        meta = data.get("meta")
        return [*values, meta.get("processing_time_ms") if isinstance(meta, dict) else None]
    if operation == "listTransactions":
        data = client.list_transactions()
        statuses = [transaction["status"] for transaction in data["transactions"]]
        return [len(statuses), ",".join(statuses), data["pagination"]["total"]]
    if operation == "listWebhookEvents":
        return [client.list_webhook_events()["events"]["payment.disputed"]]
    webhook = client.subscribe_webhook(url="https://shop.example/", events=["payment.completed"])["webhook"]
    return [webhook["id"], ",".join(webhook["events"])]


def receive(body, headers):
    event = verify_webhook(body, headers, os.environ["WEBHOOK_SECRET"])
    return [event.name, event.data.get("authority"), event.data.get("amount")]


def shown(value):
    return "-" if value is None or value == "" else str(value)


def failed(error):
    if error.gateway_code is not None:
        return ["error", error.http_status, error.gateway_code, error.type]
    return ["error", error.http_status, "-", "-"] if error.code == "unreadable" else ["refused", error.code]


for case in os.environ["CASES"].split("\n"):
    operation, token, *delivery = case.split("\t")
    try:
        if operation == "delivery":
            body, headers = map(base64.b64decode, delivery)
            values = receive(body, json.loads(headers))
        else:
            client = IranDargah(
                token=token, environment="sandbox", base_url=os.environ["SERVER"], retries=0
            )
            values = call(operation, client)
        print(*map(shown, values))
    except IranDargahError as error:
        print(*failed(error))
    except Exception as fault:
        print("threw", type(fault).__name__ + ":", str(fault).split("\n")[0])
