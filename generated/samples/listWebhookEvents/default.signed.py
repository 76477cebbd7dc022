import hashlib
import hmac
import os
import time

import requests

timestamp = str(int(time.time()))
message = f"GET:webhooks/events::{timestamp}"
signature = hmac.new(
    os.environ["IRANDARGAH_SECRET_KEY"].encode(), message.encode(), hashlib.sha256
).hexdigest()

response = requests.get(
    "https://sandbox.irandargah.com/v2/webhooks/events",
    headers={
        "Authorization": "Bearer " + os.environ["IRANDARGAH_TOKEN"],
        "X-Timestamp": timestamp,
        "X-Signature": signature,
    },
    timeout=30,
)
print(response.status_code, response.text)
