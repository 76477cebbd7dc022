# Sends the very text that the sample signs.
import os
import requests

requests.request(method, os.environ['SERVER'] + '/v2/' + endpoint, headers=headers, data=body.encode())
