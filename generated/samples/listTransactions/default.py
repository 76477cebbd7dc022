import os

import requests

response = requests.get(
    "https://sandbox.irandargah.com/v2/transactions?from_date=1404-06-01&to_date=1404-06-31&page=1&per_page=10&status=completed",
    headers={
        "Authorization": "Bearer " + os.environ["IRANDARGAH_TOKEN"],
    },
    timeout=30,
)
print(response.status_code, response.text)
