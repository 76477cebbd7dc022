import hashlib
import hmac
import json
import os
import time

import requests

data = {
    "url": "https://merchant.com/webhook",
    "events": [
        "payment.completed",
    ],
}
body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
timestamp = str(int(time.time()))
message = f"POST:webhooks/subscribe:{body}:{timestamp}"
signature = hmac.new(
    os.environ["IRANDARGAH_SECRET_KEY"].encode(), message.encode(), hashlib.sha256
).hexdigest()

response = requests.post(
    "https://sandbox.irandargah.com/v2/webhooks/subscribe",
    headers={
        "Authorization": "Bearer " + os.environ["IRANDARGAH_TOKEN"],
        "Content-Type": "application/json",
        "X-Timestamp": timestamp,
        "X-Signature": signature,
    },
    data=body.encode(),
    timeout=30,
)
print(response.status_code, response.text)
