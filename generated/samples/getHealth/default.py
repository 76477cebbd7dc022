import requests

response = requests.get(
    "https://sandbox.irandargah.com/health",
    timeout=30,
)
print(response.status_code, response.text)
