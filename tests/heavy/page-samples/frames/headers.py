# Sends the headers that the sample makes.
import os
import requests

requests.get(os.environ['SERVER'] + '/v2/transactions', headers=headers)
