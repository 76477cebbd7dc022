import os

import requests

response = requests.get(
    "https://sandbox.irandargah.com/v2/reports/daily?date=1404-06-28",
    headers={
        "Authorization": "Bearer " + os.environ["IRANDARGAH_TOKEN"],
    },
    timeout=30,
)
print(response.status_code, response.text)
