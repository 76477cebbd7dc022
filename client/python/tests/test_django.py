"""A shop in Django: its test client sends what browsers and the gateway send."""

import sys
import unittest

import httpx
from deliveries import SECRET, delivery
from paying import FORM_TYPE, OPTIONS, RECORD, TRANSPORT, find, form

from irandargah import IranDargah

try:
    import django
except ImportError:
    raise unittest.SkipTest("no Django") from None

from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["testserver"],
    SECRET_KEY="of this test",
    LOGGING={"version": 1, "disable_existing_loggers": False, "loggers": {"django.request": {"level": "CRITICAL"}}},
    ROOT_URLCONF=__name__,
    MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware", "django.middleware.common.CommonMiddleware"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:", "ATOMIC_REQUESTS": True}},
)
django.setup()

from django.core.signals import got_request_exception  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpResponse, HttpResponseRedirect  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import path  # noqa: E402
from django.views.debug import ExceptionReporter  # noqa: E402

from irandargah.django import callback_view, inbox_store, webhook_view  # noqa: E402

outcomes = []
events = []


def settle(request, outcome):
    outcomes.append(outcome)
    return HttpResponseRedirect("/orders/ORDER-12345")


def handle(event, mark_done):
    events.append(event)
    if event.data["order_id"] == "broken":
        raise RuntimeError("the database is away")


gateway = IranDargah(**OPTIONS, http_client=httpx.Client(transport=TRANSPORT))
store = inbox_store()

urlpatterns = [
    path("return", callback_view(gateway, find, settle)),
    path("webhook", webhook_view(SECRET, store, handle)),
    path("orders/<order>", lambda request, order: HttpResponse(order)),
]


class DjangoTest(unittest.TestCase):
    def setUp(self):
        self.client = Client(enforce_csrf_checks=True, raise_request_exception=False)
        outcomes.clear()
        events.clear()
        with connection.cursor() as cursor:
            cursor.execute(store.create_table)

    def post(self, body, headers):
        sent = {"HTTP_" + name.upper().replace("-", "_"): value for name, value in headers[1:]}
        return self.client.post("/webhook", body, content_type="application/json", **sent)

    def test_verifies_a_return_by_post_from_another_site_and_by_get(self):
        by_post = self.client.post("/return", form(), content_type=FORM_TYPE)
        by_get = self.client.get("/return?" + form())
        self.assertEqual([by_post.status_code, by_get.status_code], [302, 302])
        self.assertEqual([(one.outcome, one.payment) for one in outcomes], [("paid", RECORD)] * 2)

    def test_refuses_forged_returns(self):
        for body, reason in [
            (form(amount="1000"), "amount_differs"),
            (form() + "&amount=250000", "doubled_field"),
            (form(authority="another"), "unknown_payment"),
        ]:
            response = self.client.post("/return", body, content_type=FORM_TYPE)
            self.assertEqual((response.status_code, response.content.decode()), (400, reason))
        self.assertEqual(self.client.put("/return", form(), content_type=FORM_TYPE).status_code, 400)
        self.assertEqual(outcomes, [])

    def test_handles_a_webhook_once_by_the_database_of_the_settings(self):
        self.assertEqual([self.post(*delivery()).status_code for _ in range(2)], [200, 200])
        self.assertEqual([event.id for event in events], ["event-1"])

    def test_reports_of_a_handler_that_failed_hide_the_secret(self):
        self.post(*delivery("broken"))
        reports = []

        def report(request, **_):
            reports.append(ExceptionReporter(request, *sys.exc_info()).get_traceback_html())

        got_request_exception.connect(report)
        self.addCleanup(got_request_exception.disconnect, report)
        self.post(*delivery("broken"))
        self.assertIn("the database is away", reports[0])
        self.assertNotIn(SECRET, reports[0])

    def test_answers_401_to_forgeries_and_500_when_the_handler_fails_so_that_it_comes_again(self):
        self.assertEqual(self.post(*delivery(secret="a stranger's")).status_code, 401)
        self.assertEqual([self.post(*delivery("broken")).status_code for _ in range(2)], [500, 500])
        self.assertEqual(len(events), 2)
        self.assertEqual(self.client.get("/webhook").status_code, 405)
