import hashlib
import hmac
import json
import os
import time

import requests

data = {
    "webhook_id": "65a4c7e8f1234",
    "event_type": "payment.completed",
}
body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
timestamp = str(int(time.time()))
message = f"POST:webhooks/test:{body}:{timestamp}"
signature = hmac.new(
    os.environ["IRANDARGAH_SECRET_KEY"].encode(), message.encode(), hashlib.sha256
).hexdigest()

response = requests.post(
    "https://sandbox.irandargah.com/v2/webhooks/test",
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
