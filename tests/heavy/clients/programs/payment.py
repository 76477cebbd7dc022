"""One step of a payment with the package, as the argument says: create, verify AUTHORITY, or webhook."""

import base64
import json
import os
import sys

from irandargah import IranDargah, IranDargahError, WebhookError, rials, verify_webhook


def client():
    # The tests count the requests.
    return IranDargah(
        token=os.environ["TOKEN"],
        secret_key=os.environ["SECRET_KEY"],
        environment="sandbox",
        base_url=os.environ["SERVER"],
        retries=0,
    )


def create():
    payment = client().create_payment(
        amount=rials(os.environ["AMOUNT"]),
        order_id="ORDER-12345",
        callback_url="https://yoursite.com/callback",
        description='کتاب «شاهنامه» "جلد ۱"، C:\\books\nنسخهٔ نفیس 📚',
        idempotency_key="key-of-the-order",
    )
    return "payment " + payment.authority


def verify(authority):
    data = client().create_verification(
        authority=authority, amount=rials(os.environ["AMOUNT"]), idempotency_key="key-of-the-verification"
    )
    return "verification " + data["verification"]["ref_id"]


def webhook():
    headers = json.loads(os.environ["WEBHOOK_HEADERS"])
    event = verify_webhook(base64.b64decode(os.environ["WEBHOOK_BODY"]), headers, os.environ["WEBHOOK_SECRET"])
    return "webhook " + event.event + " " + event.data["authority"]


steps = {"create": create, "verify": verify, "webhook": webhook}
try:
    print(steps[sys.argv[1]](*sys.argv[2:]))
except WebhookError as refused:
    print("refused", refused.reason)
except IranDargahError as error:
    if error.code != "untrusted":
        raise
    print("refused", error.fault)
