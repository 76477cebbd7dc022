# Runs a sample in Python, and reports every answer that it gets.
import builtins
import json
import os
import runpy
import sys

import requests


def report(what):
    with open(os.environ['REPORT'], 'a', encoding='utf8') as file:
        file.write(json.dumps(what) + '\n')


def reported(response, *args, **kwargs):
    report({'answer': {'status': response.status_code, 'body': response.text}})


builtins.report = report
session_send = requests.Session.send


def send(self, request, **kwargs):
    response = session_send(self, request, **kwargs)
    reported(response)
    return response


requests.Session.send = send
runpy.run_path(sys.argv[1], run_name='__main__')
