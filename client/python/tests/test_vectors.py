"""Every shared vector: signed to the same digits, accepted or refused for the same reason."""

import base64
import json
import pathlib
import unittest

from irandargah_signing import RequestSigner, ResponseVerifier, SignatureRefused, WebhookVerifier

FOLDER = pathlib.Path(__file__).parents[3] / "contract-tests" / "vectors"


def vectors(name):
    """The vectors of a file, each with its body as bytes."""
    yield from read(name, "vectors")


def read(name, part):
    """A part of a file, each of its vectors with its body as bytes."""
    for vector in json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))[part]:
        yield {**vector, "bytes": base64.b64decode(vector["body_base64"])}


def reason_of(verify, *arguments):
    """Why it was refused; None when it was accepted."""
    try:
        verify(*arguments)
    except SignatureRefused as refused:
        return refused.reason.value
    return None


def judged_request(vector):
    """Why a request is refused."""
    return reason_of(
        RequestSigner(vector["secret"]).verify,
        vector["method"],
        vector["endpoint"],
        vector["bytes"],
        vector["signature"],
        vector["timestamp"],
        vector["now"],
    )


def judged_response(vector):
    """Why an answer is refused."""
    verifier = ResponseVerifier(vector["secret"])
    return reason_of(
        verifier.verify, vector["bytes"], vector["signature"], vector["timestamp"], vector["now"]
    )


def verified_webhook(vector):
    """What a webhook says."""
    headers = {
        "x-webhook-signature": vector["signature"],
        "x-webhook-timestamp": vector["timestamp"],
        "x-webhook-event": vector["event"],
    }
    present = {name: value for name, value in headers.items() if value is not None}
    return WebhookVerifier(vector["secret"]).verify(vector["bytes"], present, vector["now"])


def judged_webhook(vector):
    """Why a webhook is refused."""
    return reason_of(verified_webhook, vector)


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
        self.expect_reasons("requests", judged_request)

    def test_judges_responses(self):
        self.expect_reasons("responses", judged_response)

    def test_judges_webhooks(self):
        self.expect_reasons("webhooks", judged_webhook)

    def test_judges_webhooks_by_their_bytes(self):
        self.expect_reasons("webhook-bodies", judged_webhook)
        for vector in vectors("webhook-bodies"):
            if vector["valid"]:
                with self.subTest(vector["name"]):
                    event = verified_webhook(vector)
                    self.assertEqual(event["event"], vector["event"])
                    self.assertEqual(str(event["data"]["amount"]), vector["amount"])

    def expect_reasons(self, name, judged):
        for vector in vectors(name):
            with self.subTest(vector["name"]):
                self.assertEqual(judged(vector), vector["reason"])

    def test_refuses_what_no_honest_sender_sends(self):
        """For whatever reason, and never by failing in another way."""
        for part, judged in [
            ("requests", judged_request),
            ("responses", judged_response),
            ("webhooks", judged_webhook),
        ]:
            for vector in read("hostile", part):
                with self.subTest(f"{part}: {vector['name']}"):
                    self.assertEqual(judged(vector) is None, vector["valid"])


if __name__ == "__main__":
    unittest.main()
