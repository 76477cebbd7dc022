# Reports the judgement of the sample's function in every case.
import json
import os

for case in json.loads(os.environ['CASES']):
    try:
        valid = verify_response(case['body'], case['signature'], case['timestamp'], case['key'])
    except Exception:
        valid = 'throws'
    report({'name': case['name'], 'valid': valid})
