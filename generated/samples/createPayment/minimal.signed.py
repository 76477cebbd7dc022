import hashlib
import hmac
import json
import os
import time

import requests

data = {
    "amount": 100000,
    "order_id": "TEST-001",
    "callback_url": "https://yoursite.com/callback",
}
body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
timestamp = str(int(time.time()))
message = f"POST:payments:{body}:{timestamp}"
signature = hmac.new(
    os.environ["IRANDARGAH_SECRET_KEY"].encode(), message.encode(), hashlib.sha256
).hexdigest()

response = requests.post(
    "https://sandbox.irandargah.com/v2/payments",
    headers={
        "Authorization": "Bearer " + os.environ["IRANDARGAH_TOKEN"],
        "Content-Type": "application/json",
        "Idempotency-Key": "unique-key-123",
        "X-Timestamp": timestamp,
        "X-Signature": signature,
    },
    data=body.encode(),
    timeout=30,
)
print(response.status_code, response.text)
