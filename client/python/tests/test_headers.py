"""A genuine delivery is accepted in whatever form headers come, and one with a header in two spellings in none."""

import unittest
from email.message import Message
from wsgiref.headers import Headers as WsgiHeaders

import httpx
from deliveries import SECRET, delivery

from irandargah import ConfigurationError, WebhookError, verify_webhook


def message(pairs):
    headers = Message()
    for name, value in pairs:
        headers[name] = value
    return headers


def cgi(pairs):
    return {"HTTP_" + name.upper().replace("-", "_"): value for name, value in pairs}


FORMS = {
    "a mapping": dict,
    "a mapping in lower case": lambda pairs: {name.lower(): value for name, value in pairs},
    "a mapping of lists": lambda pairs: {name: [value] for name, value in pairs},
    "pairs": list,
    "pairs of bytes, as ASGI has them": lambda pairs: [(n.lower().encode(), v.encode()) for n, v in pairs],
    "META of Django": cgi,
    "an environment of WSGI": lambda pairs: {**cgi(pairs), "wsgi.multithread": True, "SERVER_PORT": "80"},
    "http.client": message,
    "wsgiref": lambda pairs: WsgiHeaders(list(pairs)),
    "httpx": httpx.Headers,
}

DOUBLED = {
    "two spellings in a mapping": lambda pairs: {**dict(pairs), "x-webhook-id": "event-2"},
    "a variable of CGI beside it": lambda pairs: {**dict(pairs), "HTTP_X_WEBHOOK_ID": "event-2"},
    "two values in a list": lambda pairs: {**dict(pairs), "X-Webhook-ID": ["event-1", "event-2"]},
    "two pairs": lambda pairs: [*pairs, ("X-Webhook-Id", "event-2")],
    "http.client": lambda pairs: message([*pairs, ("x-webhook-id", "event-2")]),
    "httpx": lambda pairs: httpx.Headers([*pairs, ("x-webhook-id", "event-2")]),
}


class HeadersTest(unittest.TestCase):
    def test_accepts_every_form(self):
        for name, form in FORMS.items():
            with self.subTest(name):
                body, pairs = delivery()
                event = verify_webhook(body, form(pairs), SECRET)
                self.assertEqual((event.event, event.id), ("payment.completed", "event-1"))

    def test_refuses_what_stands_there_twice(self):
        for name, form in DOUBLED.items():
            with self.subTest(name):
                body, pairs = delivery()
                with self.assertRaises(WebhookError) as refused:
                    verify_webhook(body, form(pairs), SECRET)
                self.assertEqual(refused.exception.reason, "header_doubled")

    def test_takes_text_and_every_kind_of_bytes(self):
        body, pairs = delivery()
        for form in (bytes, bytearray, memoryview, lambda raw: raw.decode()):
            self.assertEqual(verify_webhook(form(body), pairs, ["another", SECRET]).id, "event-1")

    def test_tells_the_developer_of_a_parsed_body_and_of_an_empty_secret(self):
        body, pairs = delivery()
        with self.assertRaisesRegex(ConfigurationError, "parsed before"):
            verify_webhook({"event": "payment.completed"}, pairs, SECRET)
        with self.assertRaisesRegex(ConfigurationError, "no body"):
            verify_webhook(None, pairs, SECRET)
        with self.assertRaisesRegex(ConfigurationError, "secret is empty"):
            verify_webhook(body, pairs, "")
        for unset in (None, [None], [""]):
            with self.assertRaisesRegex(ConfigurationError, "secret is empty"):
                verify_webhook(body, pairs, unset)
        for encoded in (SECRET.encode(), [SECRET.encode()]):
            with self.assertRaisesRegex(ConfigurationError, "secret is text"):
                verify_webhook(body, pairs, encoded)
