import hashlib
import hmac
import os
import time

import requests

timestamp = str(int(time.time()))
message = f"POST:verifications/2025100121424146HC/retry::{timestamp}"
signature = hmac.new(
    os.environ["IRANDARGAH_SECRET_KEY"].encode(), message.encode(), hashlib.sha256
).hexdigest()

response = requests.post(
    "https://sandbox.irandargah.com/v2/verifications/2025100121424146HC/retry",
    headers={
        "Authorization": "Bearer " + os.environ["IRANDARGAH_TOKEN"],
        "X-Timestamp": timestamp,
        "X-Signature": signature,
    },
    timeout=30,
)
print(response.status_code, response.text)
