"""Deliveries as the gateway sends them, for tests."""

import hashlib
import hmac
import json
import time

SECRET = "the secret of the webhook: راز"


def delivery(order="ORDER-12345", secret=SECRET, id_="event-1"):
    """A body and the pairs of its headers, signed now."""
    data = json.dumps(
        {
            "authority": "2025100121424146HC",
            "amount": 250_000,
            "order_id": order,
            "ref_code": "2025100121424146HC",
            "pan": "603799******1234",
            "verified_at": "1404-06-29 10:35:00",
        }
    )
    signature = hmac.new(secret.encode(), data.encode(), hashlib.sha256).hexdigest()
    body = f'{{"event":"payment.completed","data":{data},"signature":"{signature}"}}'
    return body.encode(), [
        ("Content-Type", "application/json"),
        ("X-Webhook-Signature", signature),
        ("X-Webhook-Timestamp", str(int(time.time()))),
        ("X-Webhook-Event", "payment.completed"),
        ("X-Webhook-ID", id_),
    ]
