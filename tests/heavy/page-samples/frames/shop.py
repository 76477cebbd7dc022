# After a handler in Python: a web server that gives it what comes, as Django would, or the body of a webhook.
import http.server
import os
import urllib.parse


class Orders:
    def filter(self, **where):
        self.where = where
        return self

    def update(self, **values):
        report({'order': {**self.where, **values}})


class Order:
    objects = Orders()


class Incoming:
    def __init__(self, method, query, form):
        self.method = method
        self.GET = dict(urllib.parse.parse_qsl(query))
        self.POST = dict(urllib.parse.parse_qsl(form.decode()))


class Shop(http.server.BaseHTTPRequestHandler):
    def answer(self):
        path, _, query = self.path.partition('?')
        body = self.rfile.read(int(self.headers.get('Content-Length') or 0))
        status = 200
        try:
            if path == '/callback':
                payment_callback(Incoming(self.command, query, body))
            else:
                signature = self.headers.get('X-Webhook-Signature')
                if not verify_webhook_signature(body, signature, os.environ['WEBHOOK_SECRET']):
                    status = 401
        except Exception as error:
            report({'throws': type(error).__name__})
            status = 500
        self.send_response(status)
        self.send_header('Content-Length', '0')
        self.end_headers()

    do_GET = do_POST = answer

    def log_message(self, *_):
        pass


http.server.ThreadingHTTPServer(('127.0.0.1', int(os.environ['PORT'])), Shop).serve_forever()
