import os

import requests

response = requests.get(
    "https://sandbox.irandargah.com/v2/verifications/2025100121424146HC",
    headers={
        "Authorization": "Bearer " + os.environ["IRANDARGAH_TOKEN"],
    },
    timeout=30,
)
print(response.status_code, response.text)
