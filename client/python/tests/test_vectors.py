"""Every shared vector: signed to the same digits, accepted or refused for the same reason."""

import base64
import json
import pathlib
import unittest

from irandargah_signing import RequestSigner, ResponseVerifier, SignatureRefused, WebhookVerifier

FOLDER = pathlib.Path(__file__).parents[3] / "contract-tests" / "vectors"


def vectors(name):
    """The vectors of a file, each with its body as bytes."""
    for vector in json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))["vectors"]:
        yield {**vector, "bytes": base64.b64decode(vector["body_base64"])}


def reason_of(verify, *arguments):
    """Why it was refused; None when it was accepted."""
    try:
        verify(*arguments)
    except SignatureRefused as refused:
        return refused.reason.value
    return None


class VectorsTest(unittest.TestCase):
    def test_signs_requests(self):
        for vector in vectors("requests"):
            with self.subTest(vector["name"]):
                signer = RequestSigner(vector["secret"])
                # The timestamp as text, so that even malformed ones are signed as they stand.
                headers = signer.headers(
                    vector["method"], vector["endpoint"], vector["bytes"], vector["timestamp"]
                )
                self.assertEqual(
                    headers,
                    {"X-Timestamp": vector["timestamp"], "X-Signature": vector["expected"]},
                )

    def test_judges_requests(self):
        for vector in vectors("requests"):
            with self.subTest(vector["name"]):
                reason = reason_of(
                    RequestSigner(vector["secret"]).verify,
                    vector["method"],
                    vector["endpoint"],
                    vector["bytes"],
                    vector["signature"],
                    vector["timestamp"],
                    vector["now"],
                )
                self.assertEqual(reason, vector["reason"])

    def test_judges_responses(self):
        for vector in vectors("responses"):
            with self.subTest(vector["name"]):
                verifier = ResponseVerifier(vector["secret"])
                reason = reason_of(
                    verifier.verify,
                    vector["bytes"],
                    vector["signature"],
                    vector["timestamp"],
                    vector["now"],
                )
                self.assertEqual(reason, vector["reason"])

    def test_judges_webhooks(self):
        for vector in vectors("webhooks"):
            with self.subTest(vector["name"]):
                headers = {
                    "x-webhook-signature": vector["signature"],
                    "x-webhook-timestamp": vector["timestamp"],
                    "x-webhook-event": vector["event"],
                }
                present = {name: value for name, value in headers.items() if value is not None}
                verifier = WebhookVerifier(vector["secret"])
                reason = reason_of(verifier.verify, vector["bytes"], present, vector["now"])
                self.assertEqual(reason, vector["reason"])


if __name__ == "__main__":
    unittest.main()
