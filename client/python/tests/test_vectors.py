"""Every shared vector: signed to the same digits, accepted or refused for the same reason."""

import base64
import json
import pathlib
import unittest

from irandargah import WebhookError, verify_webhook
from irandargah.generated.facts import SIGNING
from irandargah.signatures import response_fault, sign_request

FOLDER = pathlib.Path(__file__).parents[3] / "contract-tests" / "vectors"

# The reasons of this client in the words of the vectors.
IN_THEIR_WORDS = {
    "headers_missing": ["signature_missing", "timestamp_missing"],
    "body_malformed": ["body_malformed", "data_missing"],
    "event_mismatch": ["event_differs"],
    "body_signature_mismatch": ["signature_mismatch"],
}


def vectors(name, part="vectors"):
    """A part of a file, each of its vectors with its body as bytes."""
    for vector in json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))[part]:
        yield {**vector, "bytes": base64.b64decode(vector["body_base64"])}


def judged_response(vector):
    """Why an answer is refused; None when it can be trusted."""
    rule = SIGNING["response"]
    headers = {
        rule["signature_header"].lower(): vector["signature"],
        rule["timestamp_header"].lower(): vector["timestamp"],
    }
    return response_fault(vector["secret"], headers, vector["bytes"], vector["now"])


def verified(vector):
    """The event of a delivery."""
    headers = {
        "X-Webhook-Signature": vector["signature"],
        "X-Webhook-Timestamp": vector["timestamp"],
        "X-Webhook-Event": vector["event"],
        "X-Webhook-ID": "event-1",
    }
    return verify_webhook(vector["bytes"], headers, vector["secret"], now=vector["now"])


def judged_webhook(vector):
    """Why a delivery is refused; None when it was accepted."""
    try:
        verified(vector)
    except WebhookError as refused:
        return refused.reason
    return None


class VectorsTest(unittest.TestCase):
    def test_signs_requests(self):
        for vector in vectors("requests"):
            if vector["expected"] is None:
                continue
            with self.subTest(vector["name"]):
                path = f"{SIGNING['request']['endpoint_prefix']}{vector['endpoint']}?a=query"
                signature = sign_request(vector["secret"], vector["method"], path, vector["bytes"], vector["timestamp"])
                self.assertEqual(signature, vector["expected"])

    def test_judges_responses(self):
        self.expect_reasons("responses", judged_response)

    def test_judges_webhooks(self):
        self.expect_reasons("webhooks", judged_webhook)

    def test_judges_webhooks_by_their_bytes(self):
        self.expect_reasons("webhook-bodies", judged_webhook)
        for vector in vectors("webhook-bodies"):
            if vector["valid"]:
                with self.subTest(vector["name"]):
                    event = verified(vector)
                    self.assertEqual(event.event, vector["event"])
                    self.assertEqual(str(event.data["amount"]), vector["amount"])

    def expect_reasons(self, name, judged):
        for vector in vectors(name):
            with self.subTest(vector["name"]):
                reason = vector["reason"]
                self.assertIn(judged(vector), IN_THEIR_WORDS.get(reason, [reason]))

    def test_refuses_what_no_honest_sender_sends(self):
        """For whatever reason, and never by failing in another way."""
        for part, judged in [("responses", judged_response), ("webhooks", judged_webhook)]:
            for vector in vectors("hostile", part):
                with self.subTest(f"{part}: {vector['name']}"):
                    self.assertEqual(judged(vector) is None, vector["valid"])


if __name__ == "__main__":
    unittest.main()
