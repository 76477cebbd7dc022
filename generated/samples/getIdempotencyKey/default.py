import requests

response = requests.get(
    "https://sandbox.irandargah.com/v2/idempotency-key",
    timeout=30,
)
print(response.status_code, response.text)
