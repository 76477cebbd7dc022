import hashlib
import hmac
import json
import os
import time

import requests

data = {
    "amount": 4000000000,
    "order_id": "ORDER-12345_b",
    "callback_url": "https://merchant.com/callback?shop=1&lang=fa",
    "description": "کتاب «شاهنامه» \"جلد ۱\"، it's C:\\books\nنسخهٔ نفیس 📚",
    "mobile": "+989123456789",
    "card_number": "603799******1234",
    "action": "GET",
    "affiliate_code": "AB12cd",
    "direct_verify": False,
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
